package dev.decipher.training.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.decipher.alphabet.Tokens;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.training.data.TrainingData;
import dev.decipher.training.structure.MessageSample;
import dev.decipher.training.structure.PeriodAnalysis;
import dev.decipher.training.structure.Structure;
import dev.decipher.training.structure.StructureMessages;
import dev.decipher.training.structure.StructureSearch;
import org.jspecify.annotations.Nullable;

/**
 * Decides which networks are tried, and which one is trained next. Where the plan leaves
 * the network open, several are trained in turn, an epoch each, until one is clearly
 * ahead; when that one stalls, a larger one gets its chance.
 * <p>
 * Its fields that aren't transient are what a checkpoint keeps of it.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class ModelSelection implements AutoCloseable {

	/** Trials are compared after so many epochs, and as many again. */
	private static final int EPOCHS_PER_ROUND = 4;

	/** A trial is ahead once its loss is below this share of that of guessing. */
	private static final double LOSS_SHARE_AHEAD = 0.75;

	/**
	 * Once one is ahead, those are dropped without waiting for the end of the round of
	 * whose loss its own is below this share...
	 */
	private static final double LOSS_SHARE_FAR_AHEAD = 2.0 / 3;

	/** ...or below this one for those that are plainer, and may only be slower. */
	private static final double LOSS_SHARE_FAR_AHEAD_OF_PLAINER = 0.25;

	/** A trial whose loss is above this share of that of guessing has learned nothing. */
	private static final double LOSS_SHARE_UNLEARNED = 0.98;

	/**
	 * Beside larger networks, one that has stalled with the best loss below this share of
	 * its own is given up.
	 */
	private static final double LOSS_SHARE_TO_GIVE_UP = 0.95;

	/** A plainer network is preferred unless the other's loss is below this share. */
	private static final double LOSS_SHARE_OVER_PLAINER = 0.8;

	/** Rounds with no trial ahead, after which a larger network joins. */
	private static final int ROUNDS_TO_GROW = 3;

	/**
	 * Rounds after which no network is expected to begin to learn, the larger ones
	 * neither, unless by a curriculum.
	 */
	private static final int ROUNDS_TO_CURRICULUM = 5;

	/** Rounds after which the best is taken in any case. */
	private static final int MAX_ROUNDS = 12;

	/**
	 * How often the validation of one alone may stall before a larger one joins, if it is
	 * nearly right; once where it isn't.
	 */
	private static final int STALLS_TO_GROW = 3;

	private final transient NetworkPlan plan;

	private final transient TrainingData data;

	private final transient Function<NetworkConfig, NetworkTrainer> trainers;

	private final transient BiPredicate<NetworkConfig, Boolean> fits;

	private final transient List<Trial> trials = new ArrayList<>();

	private Phase phase = Phase.SETTLED;

	/** Whether a larger network has joined. */
	private boolean grown;

	private int current;

	/** Whether messages to learn from are made by the structure that pairs have. */
	private boolean structured;

	private final transient BooleanSupplier cancelled;

	private transient @Nullable StructureMessages messages;

	ModelSelection(NetworkPlan plan, TrainingData data, Function<NetworkConfig, NetworkTrainer> trainers,
			BiPredicate<NetworkConfig, Boolean> fits, BooleanSupplier cancelled) {
		this.plan = plan;
		this.data = data;
		this.trainers = trainers;
		this.fits = fits;
		this.cancelled = cancelled;
	}

	/** How far the choice has come. */
	enum Phase {

		/** Several are compared, none of them ahead. */
		OPEN,

		/** One was ahead, and may be replaced by a larger one. */
		ALONE,

		/** A larger one tries to overtake. */
		OVERTAKING,

		/** The choice is made. */
		SETTLED

	}

	/** The trial to train first, or to go on with. */
	Trial begin() {
		if (this.trials.isEmpty()) {
			joinFirst();
		}
		return this.trials.get(this.current);
	}

	private void joinFirst() {
		boolean open = this.plan.mayChooseNetwork();
		boolean pairs = !this.data.isEndless() && this.data.isCipher();
		int period = 0;
		if (open || pairs) {
			MessageSample sample = MessageSample.of(this.data);
			PeriodAnalysis analysis = new PeriodAnalysis(sample);
			period = analysis.period();
			this.messages = pairs ? explain(sample, analysis, period) : null;
			this.structured = this.messages != null;
			period = (this.messages != null) ? this.messages.structure().period() : period;
		}
		if (!open) {
			join(this.plan.network(), this.plan.training());
			return;
		}
		List<NetworkConfig> networks = (this.messages != null && period == 0)
				? List.of(NetworkChoice.of(this.messages, this.plan.network(), this.data.longest()))
				: NetworkChoice.first(this.plan.network(), this.data.longest(), parts(), period);
		networks.stream()
			.filter((network) -> network.equals(networks.get(0)) || fits(network))
			.forEach((network) -> join(network, NetworkChoice.settings(network, this.plan)));
		this.phase = (this.trials.size() > 1) ? Phase.OPEN : Phase.ALONE;
	}

	/**
	 * How many characters a symbol of a ciphertext has; 1 where white space parts them.
	 */
	private int parts() {
		return (this.data.format().symbols() instanceof Tokens tokens) ? Math.max(1, tokens.length()) : 1;
	}

	/**
	 * Messages to learn from that a structure makes which is behind the pairs; null if
	 * there is none. A substitution needs none where pairs are many.
	 */
	private @Nullable StructureMessages explain(MessageSample sample, PeriodAnalysis analysis, int period) {
		long seed = this.plan.training().seed();
		Structure structure = (period == 0) ? new StructureSearch(sample, seed, this.cancelled).find()
				: sample.isPart() ? null : analysis.substitution(period);
		StructureMessages found = (structure != null) ? new StructureMessages(structure, sample, seed) : null;
		return (found == null || found.isEmpty()) ? null : found;
	}

	/**
	 * What the structure of pairs makes, found again after a checkpoint; null where they
	 * are learned as they are.
	 */
	@Nullable StructureMessages messages() {
		if (this.structured && this.messages == null) {
			MessageSample sample = MessageSample.of(this.data);
			PeriodAnalysis analysis = new PeriodAnalysis(sample);
			this.messages = explain(sample, analysis, analysis.period());
		}
		return this.messages;
	}

	private boolean fits(NetworkConfig network) {
		return this.fits.test(network, this.plan.training().curriculum());
	}

	/** Adds a trial. */
	Trial join(NetworkConfig network, TrainingSettings settings) {
		boolean curriculum = settings.curriculum();
		StructureMessages made = messages();
		TrainingData.Batches batches = curriculum ? Objects.requireNonNull(this.data.curriculum())
				: (made != null) ? made.batches() : this.data.batches();
		NetworkTrainer trainer = this.trainers.apply(network);
		if (curriculum && !this.plan.goesOn() && network.attentionHeads() > 0) {
			trainer.lookAtPrefix();
		}
		Trial trial = new Trial(settings, trainer, batches, this.data.plaintextAlphabet().size());
		this.trials.add(trial);
		return trial;
	}

	/** Decides which trial goes on. */
	Trial next() {
		switch (this.phase) {
			case OPEN -> compare();
			case OVERTAKING -> settleIfOvertaken();
			case ALONE -> growIfStalled();
			case SETTLED -> {
			}
		}
		Trial behind = this.trials.stream().min(Comparator.comparingInt(Trial::epoch)).orElseThrow();
		this.current = this.trials.indexOf(behind);
		return behind;
	}

	private void compare() {
		int epochs = this.trials.get(0).epoch();
		if (!this.trials.stream().allMatch((trial) -> trial.epoch() == epochs)) {
			return;
		}
		double least = this.trials.stream().mapToDouble(Trial::lossShare).min().orElseThrow();
		if (least <= LOSS_SHARE_AHEAD) {
			dropThoseFarBehind();
		}
		if (epochs % EPOCHS_PER_ROUND != 0 && this.trials.size() > 1) {
			return;
		}
		int round = epochs / EPOCHS_PER_ROUND;
		if (least > LOSS_SHARE_UNLEARNED && this.grown && round >= ROUNDS_TO_CURRICULUM && beginCurriculum()) {
			return;
		}
		if (least <= LOSS_SHARE_AHEAD || round >= MAX_ROUNDS) {
			keepOnly(this.trials.stream()
				.filter((trial) -> LOSS_SHARE_OVER_PLAINER * trial.lossShare() <= least)
				.findFirst()
				.orElseThrow());
			this.phase = this.grown ? Phase.SETTLED : Phase.ALONE;
		}
		else if (round >= ROUNDS_TO_GROW && !this.grown) {
			List<Trial> small = List.copyOf(this.trials);
			small.stream().map(Trial::config).filter((network) -> network.attentionHeads() > 0).forEach(this::grow);
			dropIf((trial) -> small.contains(trial) && trial.lossShare() > LOSS_SHARE_UNLEARNED
					&& this.trials.size() > 1);
		}
		else if (this.grown) {
			dropIf((trial) -> trial.rates().stalls() > 0 && least < LOSS_SHARE_TO_GIVE_UP * trial.lossShare());
		}
	}

	private void dropThoseFarBehind() {
		Trial first = this.trials.stream().min(Comparator.comparingDouble(Trial::lossShare)).orElseThrow();
		int place = this.trials.indexOf(first);
		List<Trial> plainer = List.copyOf(this.trials.subList(0, place));
		dropIf((trial) -> first.lossShare() < trial.lossShare()
				* (plainer.contains(trial) ? LOSS_SHARE_FAR_AHEAD_OF_PLAINER : LOSS_SHARE_FAR_AHEAD));
	}

	/** Begins anew with easier messages; false if there are none, or no memory. */
	private boolean beginCurriculum() {
		if (this.data.curriculum() == null) {
			return false;
		}
		NetworkConfig network = NetworkChoice.forCurriculum(this.plan.network(), this.data.longest(),
				Objects.requireNonNull(this.data.format().layout().key()).max());
		if (!this.fits.test(network, true)) {
			return false;
		}
		dropIf((trial) -> true);
		join(network, NetworkChoice.settings(network, this.plan).withCurriculum());
		this.phase = Phase.SETTLED;
		return true;
	}

	private void growIfStalled() {
		Trial alone = this.trials.get(0);
		boolean nearlyRight = alone.best().accuracy() >= RateSchedule.FINE_WORK_ACCURACY;
		if (alone.rates().stalls() >= (nearlyRight ? STALLS_TO_GROW : 1)) {
			grow(alone.config());
			this.phase = (this.trials.size() > 1) ? Phase.OVERTAKING : Phase.SETTLED;
		}
	}

	private void grow(NetworkConfig network) {
		this.grown = true;
		NetworkConfig larger = NetworkChoice.larger(network, this.data.longest());
		if (fits(larger)) {
			join(larger, NetworkChoice.settings(larger, this.plan));
		}
	}

	private void settleIfOvertaken() {
		Trial old = this.trials.get(0);
		Trial larger = this.trials.get(1);
		if (larger.lossShare() < LOSS_SHARE_OVER_PLAINER * old.lossShare() || larger.epoch() >= old.epoch()) {
			keepOnly((larger.lossShare() < old.lossShare()) ? larger : old);
			this.phase = Phase.SETTLED;
		}
	}

	boolean isSettled() {
		return this.phase == Phase.SETTLED;
	}

	void keepOnly(Trial winner) {
		dropIf((trial) -> trial != winner);
	}

	private void dropIf(Predicate<Trial> condition) {
		List.copyOf(this.trials).stream().filter(condition).forEach((trial) -> {
			this.trials.remove(trial);
			trial.close();
		});
	}

	List<Trial> trials() {
		return this.trials;
	}

	/** The trial with the best validation so far; null before the first one. */
	@Nullable Trial best() {
		return this.trials.stream()
			.filter(Trial::isValidated)
			.reduce((one, other) -> other.best().isBetterThan(one.best()) ? other : one)
			.orElse(null);
	}

	@Override
	public void close() {
		this.trials.forEach(Trial::close);
	}

}
