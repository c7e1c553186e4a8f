package dev.decipher.training;

import dev.decipher.model.Provenance;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.Weights;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The report on weights that aren't the same.
 */
class ReproductionTests {

	private static final Provenance BEFORE = new Provenance("1", "abc", "0.36.0", "2.7.1", "JVM", "Linux",
			"a processor", 2, 100);

	private static Weights weights() {
		try (NetworkTrainer trainer = NetworkTrainer
			.of(new NetworkConfig(2, 3, 1, false, 0, 0, false, false, 0, 0, 0, 0, false, false), 4, 5, 1)) {
			return trainer.weights();
		}
	}

	private static String json(Reproduction reproduction) {
		return JsonMapper.shared().writeValueAsString(reproduction);
	}

	@Test
	void namesTheFirstPlaceThatDiffers() {
		Weights other = weights();
		other.tensors().get("linear.weight").values()[7] += 1;
		other.tensors().get("linear.weight").values()[9] += 1;
		other.tensors().get("linear.bias").values()[0] += 1;
		assertThat(json(Reproduction.compare(weights(), other, BEFORE, BEFORE)))
			.isEqualTo("{\"equal\":false,\"tensor\":\"linear.weight\",\"index\":7,\"provenance\":{}}");
	}

	@Test
	void namesWhatDiffersOfTheProvenance() {
		Provenance now = new Provenance("2", null, "0.36.0", "2.7.1", "JVM", "Linux", "a processor", 4, 100);
		assertThat(JsonMapper.shared().readTree(json(Reproduction.compare(weights(), weights(), BEFORE, now))))
			.isEqualTo(JsonMapper.shared().readTree("""
					{"equal": true, "provenance": {"service": {"then": "1", "now": "2"}, "commit": {"then": "abc"},
					"threads": {"then": 2, "now": 4}}}"""));
	}

	@Test
	void knowsNothingOfVersionsThatAreOlder() {
		Reproduction reproduction = Reproduction.compare(weights(), weights(), null, BEFORE);
		assertThat(reproduction.equal()).isTrue();
		assertThat(reproduction.provenance()).isNull();
		assertThat(json(reproduction)).isEqualTo("{\"equal\":true}");
	}

}
