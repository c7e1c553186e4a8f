package dev.decipher.cipher.transposition;

import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyedCipher;

/** A transposition whose keys number columns. */
interface ColumnarCipher extends TranspositionCipher, KeyedCipher {

	@Override
	default KeyForm keyForm(String name) {
		return KeyForm.COLUMNS;
	}

}
