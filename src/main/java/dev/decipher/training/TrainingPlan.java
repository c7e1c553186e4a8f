package dev.decipher.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.decipher.model.VersionId;
import dev.decipher.network.NetworkConfig;
import dev.decipher.training.data.Source;
import dev.decipher.training.loop.NetworkPlan;
import dev.decipher.training.loop.TrainingSettings;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything in it that the recipe chose: what a job stores as its request
 * and runs by. The same plan gives the same weights.
 *
 * @param structure the structure that was found in pairs and that messages to learn from
 * are made by, null where there is none
 * @param activate false if the version doesn't become the active one, null if it does
 * @param chooseNetwork true until the network is chosen, where nobody asked for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingPlan(String model, Source data, NetworkConfig network, TrainingSettings training,
		@Nullable VersionId from,
		@JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY) boolean chooseNetwork,
		@Nullable String structure, @Nullable Boolean activate) {

	/** Whether its version takes the place of the one that is active then. */
	boolean activates() {
		return !Boolean.FALSE.equals(this.activate);
	}

	/** The part that the loop runs by. */
	NetworkPlan networkPlan() {
		return new NetworkPlan(this.network, this.chooseNetwork, this.from != null, this.training);
	}

	/** The same plan with the network that was chosen, and how it is trained. */
	TrainingPlan with(NetworkConfig chosen, TrainingSettings settings) {
		return new TrainingPlan(this.model, this.data, chosen, settings, this.from, false, this.structure,
				this.activate);
	}

	/** The same plan with the structure that was found. */
	TrainingPlan with(String found) {
		return new TrainingPlan(this.model, this.data, this.network, this.training, this.from, this.chooseNetwork,
				found, this.activate);
	}

}
