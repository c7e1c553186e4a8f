package dev.decipher.training.loop;

import dev.decipher.network.NetworkConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkChoiceTests {

	private static final NetworkConfig PLAIN = new NetworkConfig(32, NetworkChoice.HIDDEN, 1, false, 0, 64, true, false,
			0, 0, 1, 0, false, false);

	@Test
	void triesAttentionWhereNoPeriodExplains() {
		assertThat(NetworkChoice.first(PLAIN, 32, 1, 0)).extracting(NetworkConfig::attentionHeads)
			.containsExactly(0, 1, 1);
		assertThat(NetworkChoice.first(PLAIN, 32, 1, 5)).extracting(NetworkConfig::period).containsExactly(5);
	}

	/** Each character of an ADFGVX symbol comes from another place. */
	@Test
	void looksAtAPlaceForEachPartOfASymbol() {
		assertThat(NetworkChoice.first(PLAIN, 32, 2, 0)).extracting(NetworkConfig::attentionHeads)
			.containsExactly(0, 2, 2);
		assertThat(NetworkChoice.first(PLAIN, 32, 9, 0)).extracting(NetworkConfig::attentionHeads)
			.containsExactly(0, 4, 4);
	}

}
