package dev.decipher.training.loop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.job.HistoryPoint;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobProgress;
import dev.decipher.model.VersionDetails;
import dev.decipher.network.Evaluation;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.Weights;
import dev.decipher.training.data.TrainingData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The training loop. It decides by steps and by validation alone; the clock ends it at
 * {@code maxSeconds} and fills in the figures that speak of time, so that the weights of
 * any step come out the same whenever the same plan is run.
 * <p>
 * Where the plan leaves the network open, several are trained in turn, an epoch each,
 * until one is clearly ahead; when that one stalls, a larger one gets its chance.
 */
public final class TrainingLoop implements AutoCloseable {

	/** Messages that the target must be met on; a target without an error takes more. */
	private static final int JUDGED = 2_000;

	private static final int JUDGED_WITHOUT_ERROR = 10_000;

	/** Symbols after which more than the least number of messages would tell no more. */
	private static final int ENOUGH_SYMBOLS = 2_000_000;

	/** Symbols to judge by between two looks at whether the job was cancelled. */
	private static final int SLICE_SYMBOLS = 100_000;

	/** As much of a sample as a point of the history shows. */
	private static final int SAMPLE = 200;

	/**
	 * A target without an error is judged once the network is this sure of itself, in
	 * nats a symbol, or has met it for so many epochs: before that, ten thousand messages
	 * without an error may be luck.
	 */
	private static final double SURE = 0.0005;

	private static final int LONG_ENOUGH = 10;

	/** Trials are compared after so many epochs, and as many again. */
	private static final int ROUND = 4;

	/** A trial is ahead once its loss is below this share of that of guessing. */
	private static final double CLEARLY = 0.75;

	/** A trial whose loss is above this share of that of guessing knows nothing. */
	private static final double NOTHING = 0.98;

	/**
	 * Beside larger networks, one that has stalled with the best loss below this share of
	 * its own is given up.
	 */
	private static final double BEHIND = 0.95;

	/** A plainer network is preferred unless the other's loss is below this share. */
	private static final double PLAINER = 0.8;

	/** Rounds without anybody ahead, after which a larger network joins. */
	private static final int NOBODY_AHEAD = 3;

	/**
	 * Rounds after which nobody is expected to begin to learn, the larger ones neither,
	 * unless with easier messages.
	 */
	private static final int AT_A_LOSS = 5;

	/** Rounds after which the best is taken in any case. */
	private static final int LAST_ROUND = 12;

	/**
	 * How often the validation of one alone may stall before a larger one joins, if it is
	 * nearly right; at the first time where it isn't.
	 */
	private static final int STALLS = 3;

	/** The greatest state that a checkpoint stores, in bytes. */
	private static final long MOST_STATE = 1L << 29;

	private static final int STATE_VERSION = 2;

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Symbols that are enough to fit a temperature to. */
	private static final int CALIBRATED = 500;

	/** A temperature so near 1 changes nothing. */
	private static final double LUKEWARM = 0.02;

	private final NetworkPlan plan;

	private final TrainingData data;

	private final Start start;

	private final Listener listener;

	private final BooleanSupplier cancelled;

	private final Stopwatch stopwatch;

	private final List<Trial> trials = new ArrayList<>();

	private final TrainingData.Examples validation;

	private final Fits fits;

	private ChoicePhase phase = ChoicePhase.SETTLED;

	/** Whether a larger network has joined. */
	private boolean grown;

	private int current;

	private int epoch;

	private long steps;

	private double secondsBefore;

	private double lastCheckpoint;

	private double betweenCheckpoints = 10;

	private double progress;

	/**
	 * With which messages are put together anew; 0 where they are learned as they are.
	 */
	private int recombined;

	private @Nullable PeriodAnalysis periods;

	/**
	 * A loop that has not begun.
	 * @param start makes the trainer of a network
	 * @param fits whether there is memory for a network
	 * @param listener told of every epoch, and between epochs
	 * @param cancelled asked after every step
	 * @param stopwatch the seconds since the work began in this process
	 */
	public TrainingLoop(NetworkPlan plan, TrainingData data, Start start, Fits fits, Listener listener,
			BooleanSupplier cancelled, Stopwatch stopwatch) {
		this.plan = plan;
		this.data = data;
		this.start = start;
		this.fits = fits;
		this.listener = listener;
		this.cancelled = cancelled;
		this.stopwatch = stopwatch;
		this.validation = data.validation();
	}

	/** How far the choice of a network has come. */
	private enum ChoicePhase {

		/** Several are compared, none of them ahead. */
		OPEN,

		/** One was ahead, and may be replaced by a larger one. */
		ALONE,

		/** A larger one tries to overtake. */
		OVERTAKING,

		/** The choice is made. */
		SETTLED

	}

	/** Makes a trainer. */
	public interface Start {

		NetworkTrainer trainer(NetworkConfig network);

	}

	/** Says whether there is memory for a network, and for easier messages. */
	public interface Fits {

		boolean test(NetworkConfig network, boolean curriculum);

	}

	/** Tells the seconds since the work began. */
	public interface Stopwatch {

		double seconds();

	}

	/** Is told how training goes. */
	public interface Listener {

		void progress(JobProgress progress);

		void epoch(HistoryPoint point, JobProgress progress);

		/**
		 * What training can go on from.
		 * @param epoch the epochs that are over
		 */
		void checkpoint(int epoch, byte[] state);

		/** The network that was chosen, and how it is trained. */
		void chosen(NetworkConfig network, TrainingSettings training);

	}

	/**
	 * What was learned.
	 *
	 * @param epoch of this network alone
	 * @param step of this network alone
	 * @param evaluation on the messages it was judged by
	 */
	public record Learned(Weights weights, int epoch, long step, double learningRate, boolean targetReached,
			Evaluation evaluation, List<VersionDetails.LengthAccuracy> byLength) {
	}

	/**
	 * Trains until the target is met, a limit is reached or the job is cancelled.
	 * @param lastStep ends training there: retraining to a version's step gives its
	 * weights
	 * @return what was learned, or null when cancelled
	 * @throws JobFailure when training diverges
	 */
	public @Nullable Learned learn(long lastStep) {
		if (this.trials.isEmpty()) {
			begin();
		}
		while (true) {
			Trial trial = this.trials.get(this.current);
			if (trial.isBetweenEpochs()) {
				this.epoch++;
				trial.begin();
			}
			if (!train(trial, lastStep)) {
				return null;
			}
			Evaluation watched = trial.watch(this.validation);
			Evaluation judged = isJudgementDue(trial, watched) ? judge(trial) : null;
			boolean reached = judged != null && judged.accuracy() >= this.plan.training().targetAccuracy();
			report(trial, reached ? judged : watched);
			if (reached) {
				choose(trial);
				Weights weights = trial.trainer().weights();
				return learned(trial, weights, trial.epoch(), trial.steps(), judged);
			}
			trial.adaptRate(watched.loss(), this.data.isEndless());
			boolean over = trial.epoch() >= this.plan.training().maxEpochs() || trial.steps() >= lastStep || isTimeUp()
					|| (!this.data.isEndless() && this.phase == ChoicePhase.SETTLED && trial.isAtItsEnd());
			if (over) {
				break;
			}
			next();
		}
		Trial best = this.trials.get(0);
		for (Trial trial : this.trials) {
			best = (best.best() == null || (trial.best() != null && trial.best().isBetterThan(best.best()))) ? trial
					: best;
		}
		choose(best);
		best.trainer().restore(best.best().weights());
		return learned(best, best.best().weights(), best.best().epoch(), best.best().step(), judge(best));
	}

	private void begin() {
		TrainingSettings settings = this.plan.training();
		boolean open = this.plan.mayChooseNetwork();
		int period = 0;
		if (open || (!this.data.isEndless() && this.data.isCipher())) {
			this.periods = new PeriodAnalysis(this.data);
			period = this.periods.period();
			this.recombined = (!this.data.isEndless() && !this.periods.isSample()) ? period : 0;
		}
		if (!open) {
			join(this.plan.network(), settings.learningRate(), settings.hasCurriculum());
			return;
		}
		List<NetworkConfig> networks = NetworkChoice.first(this.plan.network(), this.data.longest(), period);
		networks.stream()
			.filter((network) -> network.equals(networks.get(0))
					|| this.fits.test(network, this.plan.training().hasCurriculum()))
			.forEach(this::join);
		this.phase = (this.trials.size() > 1) ? ChoicePhase.OPEN : ChoicePhase.ALONE;
	}

	private void join(NetworkConfig network) {
		join(network, this.plan.training().hasCurriculum());
	}

	private void join(NetworkConfig network, boolean curriculum) {
		// what was asked for holds for the first network, and for others in proportion
		join(network, NetworkChoice.rounded(this.plan.training().learningRate() * NetworkChoice.rate(network)
				/ NetworkChoice.rate(this.plan.network())), curriculum);
	}

	private Trial join(NetworkConfig network, double rate, boolean curriculum) {
		TrainingData.Batches batches = curriculum ? this.data.curriculum() : (this.recombined > 0)
				? this.periods.recombined(this.recombined, this.plan.training().seed()) : this.data.batches();
		NetworkTrainer trainer = this.start.trainer(network);
		if (curriculum && !this.plan.goesOn() && network.attentionHeads() > 0) {
			trainer.lookAtFront();
		}
		TrainingSettings asked = this.plan.training();
		TrainingSettings settings = (curriculum && !asked.hasCurriculum()) ? asked.withCurriculum(rate)
				: asked.with(rate, asked.examplesPerEpoch(), curriculum);
		Trial trial = new Trial(settings, trainer, batches, this.data.plaintextAlphabet().size());
		this.trials.add(trial);
		return trial;
	}

	/** Trains for the rest of an epoch; false when cancelled. */
	private boolean train(Trial trial, long lastStep) {
		while (!trial.isBetweenEpochs()) {
			trial.step();
			this.steps++;
			this.listener.progress(progress(trial, null));
			if (this.cancelled.getAsBoolean()) {
				return false;
			}
			if (trial.steps() >= lastStep || isTimeUp()) {
				trial.end();
			}
			else {
				checkpointIfDue(trial);
			}
		}
		return true;
	}

	/** Decides who trains next. */
	private void next() {
		switch (this.phase) {
			case OPEN -> compare();
			case OVERTAKING -> settleIfOvertaken();
			case ALONE -> {
				Trial alone = this.trials.get(0);
				if (alone.stalls() >= ((alone.best().accuracy() < Trial.NEARLY) ? 1 : STALLS)) {
					grow(alone.config());
					this.phase = (this.trials.size() > 1) ? ChoicePhase.OVERTAKING : ChoicePhase.SETTLED;
				}
			}
			case SETTLED -> {
			}
		}
		this.current = 0;
		for (int i = 1; i < this.trials.size(); i++) {
			this.current = (this.trials.get(i).epoch() < this.trials.get(this.current).epoch()) ? i : this.current;
		}
	}

	private void grow(NetworkConfig network) {
		this.grown = true;
		NetworkConfig larger = NetworkChoice.larger(network, this.data.longest());
		if (this.fits.test(larger, this.plan.training().hasCurriculum())) {
			join(larger);
		}
	}

	private void compare() {
		int epochs = this.trials.get(0).epoch();
		boolean level = this.trials.stream().allMatch((trial) -> trial.epoch() == epochs);
		if (!level || epochs % ROUND != 0) {
			return;
		}
		int round = epochs / ROUND;
		double least = this.trials.stream().mapToDouble(Trial::share).min().orElseThrow();
		if (least > NOTHING && this.grown && round >= AT_A_LOSS && teach()) {
			return;
		}
		if (least <= CLEARLY || round >= LAST_ROUND) {
			Trial winner = this.trials.stream()
				.filter((trial) -> PLAINER * trial.share() <= least)
				.findFirst()
				.orElseThrow();
			keepOnly(winner);
			this.phase = this.grown ? ChoicePhase.SETTLED : ChoicePhase.ALONE;
		}
		else if (round >= NOBODY_AHEAD && !this.grown) {
			List<Trial> small = List.copyOf(this.trials);
			small.stream().map(Trial::config).filter((network) -> network.attentionHeads() > 0).forEach(this::grow);
			small.stream().filter((trial) -> trial.share() > NOTHING && this.trials.size() > 1).forEach(this::drop);
		}
		else if (this.grown) {
			List.copyOf(this.trials)
				.stream()
				.filter((trial) -> trial.stalls() > 0 && least < BEHIND * trial.share())
				.forEach(this::drop);
		}
	}

	/** Begins anew with easier messages; false if there are none, or no memory. */
	private boolean teach() {
		if (this.data.curriculum() == null) {
			return false;
		}
		NetworkConfig network = NetworkChoice.forCurriculum(this.plan.network(), this.data.longest(),
				this.data.format().layout().key().max());
		if (!this.fits.test(network, true)) {
			return false;
		}
		List.copyOf(this.trials).forEach(this::drop);
		join(network, true);
		this.phase = ChoicePhase.SETTLED;
		return true;
	}

	private void settleIfOvertaken() {
		Trial old = this.trials.get(0);
		Trial larger = this.trials.get(1);
		boolean level = larger.epoch() >= old.epoch();
		if (larger.share() < PLAINER * old.share() || level) {
			keepOnly((larger.share() < old.share()) ? larger : old);
			this.phase = ChoicePhase.SETTLED;
		}
	}

	private void keepOnly(Trial winner) {
		List.copyOf(this.trials).stream().filter((trial) -> trial != winner).forEach(this::drop);
	}

	private void drop(Trial trial) {
		this.trials.remove(trial);
		trial.close();
	}

	private double seconds() {
		return this.secondsBefore + this.stopwatch.seconds();
	}

	private boolean isTimeUp() {
		return seconds() >= this.plan.training().maxSeconds();
	}

	private boolean isJudgementDue(Trial trial, Evaluation watched) {
		double target = this.plan.training().targetAccuracy();
		if (watched.accuracy() < target) {
			return false;
		}
		int times = trial.meetsTarget();
		boolean sure = target < 1 || watched.loss() <= SURE || times >= LONG_ENOUGH;
		return sure && trial.mayBeJudged();
	}

	/**
	 * Judges by as many messages as it takes to say that the target is met, a slice of
	 * them at a time, so that long ones need not be in memory at once.
	 * @return the evaluation, of fewer messages when cancelled meanwhile
	 */
	private Evaluation judge(Trial trial) {
		int count = (this.plan.training().targetAccuracy() < 1) ? JUDGED : JUDGED_WITHOUT_ERROR;
		trial.isJudged();
		if (!this.data.isEndless()) {
			return trial.evaluate(this.data.test(count, 0));
		}
		int length = Math.max(1, this.data.longest());
		count = Math.max(JUDGED, Math.min(count, ENOUGH_SYMBOLS / length));
		int slice = Math.max(1, Math.min(count, SLICE_SYMBOLS / length));
		Evaluation all = trial.evaluate(this.data.test(slice, trial.nextSlice()));
		while (all.messages() < count && !this.cancelled.getAsBoolean() && !isHopeless(all)) {
			int more = Math.min(slice, count - all.messages());
			all = all.and(trial.evaluate(this.data.test(more, trial.nextSlice())));
		}
		return all;
	}

	/** Whether so much is wrong already that the rest would not help. */
	private boolean isHopeless(Evaluation judged) {
		long symbols = (long) judged.messages() * this.data.longest();
		return symbols >= ENOUGH_SYMBOLS / 4 && judged.accuracy() < this.plan.training().targetAccuracy();
	}

	private Learned learned(Trial trial, Weights weights, int epoch, long step, Evaluation judged) {
		double temperature = (judged.loss() > SURE) ? temperature(trial) : 1;
		Evaluation evaluation = judged;
		if (Math.abs(temperature - 1) > LUKEWARM) {
			weights = weights.cooled(temperature);
			trial.trainer().restore(weights);
			// on the same messages: no symbol has changed, but how sure the network is
			trial.judgeAgain();
			evaluation = judge(trial);
		}
		boolean reached = judged.accuracy() >= this.plan.training().targetAccuracy();
		// the last figures that the job shows are those of the weights it keeps
		this.listener.progress(progress(trial, evaluation));
		List<VersionDetails.LengthAccuracy> byLength = new ArrayList<>();
		for (TrainingData.Examples examples : this.data.otherLengths()) {
			if (this.cancelled.getAsBoolean() || examples.ciphertexts()[0].length > trial.trainer().maxLength()) {
				break;
			}
			byLength.add(new VersionDetails.LengthAccuracy(examples.plaintexts()[0].length,
					examples.ciphertexts().length, trial.evaluate(examples).accuracy()));
		}
		return new Learned(weights, epoch, step, trial.firstRate(), reached, evaluation, byLength);
	}

	private double temperature(Trial trial) {
		int symbols = Arrays.stream(this.validation.plaintexts()).mapToInt((message) -> message.length).sum();
		return (symbols < CALIBRATED) ? 1
				: trial.trainer().temperature(this.validation.ciphertexts(), this.validation.plaintexts());
	}

	private void choose(Trial trial) {
		keepOnly(trial);
		if (this.plan.mayChooseNetwork()) {
			this.listener.chosen(trial.config(), trial.settings());
		}
	}

	private void report(Trial trial, Evaluation evaluation) {
		List<HistoryPoint.Sample> samples = new ArrayList<>();
		TrainingData.Examples shown = new TrainingData.Examples(first(this.validation.ciphertexts()),
				first(this.validation.plaintexts()));
		int[][] decrypted = trial.evaluate(shown).decrypted();
		for (int i = 0; i < decrypted.length; i++) {
			samples.add(new HistoryPoint.Sample(this.data.format().write(shown.ciphertexts()[i], SAMPLE),
					text(shown.plaintexts()[i], this.data.plaintextAlphabet()),
					text(decrypted[i], this.data.plaintextAlphabet())));
		}
		this.listener.epoch(
				new HistoryPoint(this.epoch, this.steps, seconds(), trial.trainingLoss(), evaluation.loss(),
						evaluation.accuracy(), evaluation.exactMessages(), trial.rate(), samples),
				progress(trial, evaluation));
	}

	private static int[][] first(int[][] messages) {
		return Arrays.copyOf(messages, Math.min(3, messages.length));
	}

	private static String text(int[] symbols, Alphabet alphabet) {
		StringBuilder text = new StringBuilder();
		for (int position = 0; position < Math.min(SAMPLE, symbols.length); position++) {
			text.append(alphabet.symbol(symbols[position]));
		}
		return text.toString();
	}

	/**
	 * How far the job is: by what it knows, by its epochs, or by its time, whichever is
	 * furthest.
	 */
	private JobProgress progress(Trial trial, @Nullable Evaluation evaluation) {
		TrainingSettings settings = this.plan.training();
		double seconds = seconds();
		double epochs = (trial.epoch() - 1 + trial.epochShare()) / settings.maxEpochs();
		double time = seconds / settings.maxSeconds();
		Trial.Best best = this.trials.stream()
			.map(Trial::best)
			.filter(Objects::nonNull)
			.reduce((one, other) -> other.isBetterThan(one) ? other : one)
			.orElse(null);
		Double loss = (evaluation != null) ? (Double) evaluation.loss() : (best != null) ? best.loss() : null;
		Double accuracy = (evaluation != null) ? (Double) evaluation.accuracy()
				: (best != null) ? best.accuracy() : null;
		Double exact = (evaluation != null) ? (Double) evaluation.exactMessages()
				: (best != null) ? best.exactMessages() : null;
		double knowledge = (accuracy != null && this.data.isCipher()) ? 0.9 * accuracy / settings.targetAccuracy() : 0;
		this.progress = Math.min(0.99, Math.max(this.progress, Math.max(knowledge, Math.max(epochs, time))));
		double symbols = (double) this.steps * settings.batchSize() * meanLength();
		double left = Math.min(settings.maxSeconds() - seconds,
				(epochs > 0) ? seconds * (1 - epochs) / epochs : settings.maxSeconds());
		return new JobProgress(this.progress, this.epoch, this.steps, trial.trainingLoss(), loss, accuracy, exact,
				(seconds > 0) ? symbols / seconds : null, Math.max(0, left));
	}

	private double meanLength() {
		return Arrays.stream(this.validation.plaintexts()).mapToInt((message) -> message.length).average().orElse(0);
	}

	private void checkpointIfDue(Trial trial) {
		double seconds = seconds();
		if (seconds - this.lastCheckpoint < this.betweenCheckpoints) {
			return;
		}
		long size = this.trials.stream()
			.mapToLong((each) -> each.config()
				.trainingHeapBytes(this.data.format().size(), this.data.plaintextAlphabet().size()))
			.sum();
		if (size <= MOST_STATE) {
			this.listener.checkpoint(trial.isBetweenEpochs() ? this.epoch : this.epoch - 1, save(seconds));
		}
		this.lastCheckpoint = seconds;
	}

	private byte[] save(double seconds) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			DataOutputStream out = new DataOutputStream(bytes);
			out.writeInt(STATE_VERSION);
			out.writeDouble(seconds);
			out.writeDouble(this.progress);
			out.writeInt(this.epoch);
			out.writeLong(this.steps);
			out.writeUTF(this.phase.name());
			out.writeBoolean(this.grown);
			out.writeInt(this.current);
			out.writeInt(this.recombined);
			out.writeInt(this.trials.size());
			for (Trial trial : this.trials) {
				out.writeUTF(JSON.writeValueAsString(trial.config()));
				out.writeDouble(trial.firstRate());
				out.writeBoolean(trial.hasCurriculum());
				trial.save(out);
			}
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("memory takes what is written to it", ex);
		}
	}

	/** Stores a checkpoint no sooner than so many seconds after the one before. */
	public void checkpointEvery(double seconds) {
		this.betweenCheckpoints = seconds;
	}

	/**
	 * Goes on from a checkpoint, bit for bit, instead of from the beginning.
	 * @param state what {@link Listener#checkpoint} was told
	 */
	public void resume(byte[] state) {
		try {
			DataInputStream in = new DataInputStream(new ByteArrayInputStream(state));
			if (in.readInt() != STATE_VERSION) {
				return; // another version of the service wrote it
			}
			this.secondsBefore = in.readDouble();
			this.lastCheckpoint = this.secondsBefore;
			this.progress = in.readDouble();
			this.epoch = in.readInt();
			this.steps = in.readLong();
			this.phase = ChoicePhase.valueOf(in.readUTF());
			this.grown = in.readBoolean();
			this.current = in.readInt();
			this.recombined = in.readInt();
			if (this.recombined > 0) {
				this.periods = new PeriodAnalysis(this.data);
			}
			int count = in.readInt();
			for (int i = 0; i < count; i++) {
				NetworkConfig network = JSON.readValue(in.readUTF(), NetworkConfig.class);
				join(network, in.readDouble(), in.readBoolean()).load(in);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("a checkpoint ends early", ex);
		}
	}

	@Override
	public void close() {
		this.trials.forEach(Trial::close);
	}

}
