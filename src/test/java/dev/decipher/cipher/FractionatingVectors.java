package dev.decipher.cipher;

import java.util.List;

import dev.decipher.alphabet.Alphabet;

/** Published messages of the fractionating ciphers, and their keys left to chance. */
final class FractionatingVectors implements CipherVectors {

	@Override
	public List<Vector> vectors() {
		return List.of(Vector.over(Alphabet.of("абвгдежзиклмнопрстуфхцчшщыьэюя123456"),
				"secretpy, bifid: 6 by 6, in Russian", "{'type':'bifid','key':'а','period':5}", "текст", "нит4я"));
	}

	@Override
	public List<String> templates() {
		return List.of("{'type':'bifid','key':R,'period':4,'omit':'Z'}");
	}

}
