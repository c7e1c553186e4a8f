package dev.decipher.training;

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
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobProgress;
import dev.decipher.model.VersionDetails;
import dev.decipher.network.Evaluation;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.Weights;
import dev.decipher.training.loop.HistoryPoint;
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
final class Learner implements AutoCloseable {

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

	/** Contenders are compared after so many epochs, and as many again. */
	private static final int ROUND = 4;

	/** A contender is ahead once its loss is below this share of that of guessing. */
	private static final double CLEARLY = 0.75;

	/** A contender whose loss is above this share of that of guessing knows nothing. */
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

	private final TrainingPlan plan;

	private final TrainingData data;

	private final Start start;

	private final Listener listener;

	private final BooleanSupplier cancelled;

	private final Stopwatch stopwatch;

	private final List<Contender> contenders = new ArrayList<>();

	private final TrainingData.Examples watch;

	private final Fits fits;

	private Stage stage = Stage.SETTLED;

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

	private @Nullable Observations observations;

	/**
	 * A loop that has not begun.
	 * @param start makes the trainer of a network
	 * @param fits whether there is memory for a network
	 * @param listener told of every epoch, and between epochs
	 * @param cancelled asked after every step
	 * @param stopwatch the seconds since the work began in this process
	 */
	Learner(TrainingPlan plan, TrainingData data, Start start, Fits fits, Listener listener, BooleanSupplier cancelled,
			Stopwatch stopwatch) {
		this.plan = plan;
		this.data = data;
		this.start = start;
		this.fits = fits;
		this.listener = listener;
		this.cancelled = cancelled;
		this.stopwatch = stopwatch;
		this.watch = data.watch();
	}

	/** How far the choice of a network has come. */
	private enum Stage {

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
	interface Start {

		NetworkTrainer trainer(NetworkConfig network);

	}

	/** Says whether there is memory for a network, and for easier messages. */
	interface Fits {

		boolean test(NetworkConfig network, boolean curriculum);

	}

	/** Tells the seconds since the work began. */
	interface Stopwatch {

		double seconds();

	}

	/** Is told how training goes. */
	interface Listener {

		void progress(JobProgress progress);

		void epoch(HistoryPoint point, JobProgress progress);

		/**
		 * What training can go on from.
		 * @param epoch the epochs that are over
		 */
		void checkpoint(int epoch, byte[] state);

		/** The network that was chosen, and how it is trained. */
		void chosen(NetworkConfig network, TrainingPlan.Settings training);

	}

	/**
	 * What was learned.
	 *
	 * @param epoch of this network alone
	 * @param step of this network alone
	 * @param evaluation on the messages it was judged by
	 */
	record Learned(Weights weights, int epoch, long step, double learningRate, boolean targetReached,
			Evaluation evaluation, List<VersionDetails.LengthAccuracy> byLength) {
	}

	/**
	 * Trains until the target is met, a limit is reached or the job is cancelled.
	 * @param lastStep ends training there: retraining to a version's step gives its
	 * weights
	 * @return what was learned, or null when cancelled
	 * @throws JobFailure when training diverges
	 */
	@Nullable Learned learn(long lastStep) {
		if (this.contenders.isEmpty()) {
			begin();
		}
		while (true) {
			Contender contender = this.contenders.get(this.current);
			if (contender.isBetweenEpochs()) {
				this.epoch++;
				contender.begin();
			}
			if (!train(contender, lastStep)) {
				return null;
			}
			Evaluation watched = contender.watch(this.watch);
			Evaluation judged = isJudgementDue(contender, watched) ? judge(contender) : null;
			boolean reached = judged != null && judged.accuracy() >= this.plan.training().targetAccuracy();
			report(contender, reached ? judged : watched);
			if (reached) {
				choose(contender);
				Weights weights = contender.trainer().weights();
				return learned(contender, weights, contender.epoch(), contender.steps(), judged);
			}
			contender.adaptRate(watched.loss(), this.data.isEndless());
			boolean over = contender.epoch() >= this.plan.training().maxEpochs() || contender.steps() >= lastStep
					|| isTimeUp() || (!this.data.isEndless() && this.stage == Stage.SETTLED && contender.isAtItsEnd());
			if (over) {
				break;
			}
			next();
		}
		Contender best = this.contenders.get(0);
		for (Contender contender : this.contenders) {
			best = (best.best() == null || (contender.best() != null && contender.best().isBetterThan(best.best())))
					? contender : best;
		}
		choose(best);
		best.trainer().restore(best.best().weights());
		return learned(best, best.best().weights(), best.best().epoch(), best.best().step(), judge(best));
	}

	private void begin() {
		TrainingPlan.Settings settings = this.plan.training();
		boolean open = this.plan.mayChooseNetwork();
		int period = 0;
		if (open || (!this.data.isEndless() && this.data.isCipher())) {
			this.observations = new Observations(this.data);
			period = this.observations.period();
			this.recombined = (!this.data.isEndless() && !this.observations.isSample()) ? period : 0;
		}
		if (!open) {
			join(this.plan.network(), settings.learningRate(), settings.hasCurriculum());
			return;
		}
		List<NetworkConfig> networks = Recipe.contenders(this.plan.network(), this.data.longest(), period);
		networks.stream()
			.filter((network) -> network.equals(networks.get(0))
					|| this.fits.test(network, this.plan.training().hasCurriculum()))
			.forEach(this::join);
		this.stage = (this.contenders.size() > 1) ? Stage.OPEN : Stage.ALONE;
	}

	private void join(NetworkConfig network) {
		join(network, this.plan.training().hasCurriculum());
	}

	private void join(NetworkConfig network, boolean curriculum) {
		// what was asked for holds for the first network, and for others in proportion
		join(network,
				Recipe.rounded(
						this.plan.training().learningRate() * Recipe.rate(network) / Recipe.rate(this.plan.network())),
				curriculum);
	}

	private Contender join(NetworkConfig network, double rate, boolean curriculum) {
		TrainingData.Batches batches = curriculum ? this.data.curriculum() : (this.recombined > 0)
				? this.observations.recombined(this.recombined, this.plan.training().seed()) : this.data.batches();
		NetworkTrainer trainer = this.start.trainer(network);
		if (curriculum && this.plan.from() == null && network.attentionHeads() > 0) {
			trainer.lookAtFront();
		}
		TrainingPlan.Settings asked = this.plan.training();
		TrainingPlan.Settings settings = (curriculum && !asked.hasCurriculum()) ? Recipe.withCurriculum(asked, rate)
				: asked.with(rate, asked.examplesPerEpoch(), curriculum);
		Contender contender = new Contender(settings, trainer, batches, this.data.plaintextAlphabet().size());
		this.contenders.add(contender);
		return contender;
	}

	/** Trains for the rest of an epoch; false when cancelled. */
	private boolean train(Contender contender, long lastStep) {
		while (!contender.isBetweenEpochs()) {
			contender.step();
			this.steps++;
			this.listener.progress(progress(contender, null));
			if (this.cancelled.getAsBoolean()) {
				return false;
			}
			if (contender.steps() >= lastStep || isTimeUp()) {
				contender.end();
			}
			else {
				checkpointIfDue(contender);
			}
		}
		return true;
	}

	/** Decides who trains next. */
	private void next() {
		switch (this.stage) {
			case OPEN -> compare();
			case OVERTAKING -> settleIfOvertaken();
			case ALONE -> {
				Contender alone = this.contenders.get(0);
				if (alone.stalls() >= ((alone.best().accuracy() < Contender.NEARLY) ? 1 : STALLS)) {
					grow(alone.config());
					this.stage = (this.contenders.size() > 1) ? Stage.OVERTAKING : Stage.SETTLED;
				}
			}
			case SETTLED -> {
			}
		}
		this.current = 0;
		for (int i = 1; i < this.contenders.size(); i++) {
			this.current = (this.contenders.get(i).epoch() < this.contenders.get(this.current).epoch()) ? i
					: this.current;
		}
	}

	private void grow(NetworkConfig network) {
		this.grown = true;
		NetworkConfig larger = Recipe.larger(network, this.data.longest());
		if (this.fits.test(larger, this.plan.training().hasCurriculum())) {
			join(larger);
		}
	}

	private void compare() {
		int epochs = this.contenders.get(0).epoch();
		boolean level = this.contenders.stream().allMatch((contender) -> contender.epoch() == epochs);
		if (!level || epochs % ROUND != 0) {
			return;
		}
		int round = epochs / ROUND;
		double least = this.contenders.stream().mapToDouble(Contender::share).min().orElseThrow();
		if (least > NOTHING && this.grown && round >= AT_A_LOSS && teach()) {
			return;
		}
		if (least <= CLEARLY || round >= LAST_ROUND) {
			Contender winner = this.contenders.stream()
				.filter((contender) -> PLAINER * contender.share() <= least)
				.findFirst()
				.orElseThrow();
			keepOnly(winner);
			this.stage = this.grown ? Stage.SETTLED : Stage.ALONE;
		}
		else if (round >= NOBODY_AHEAD && !this.grown) {
			List<Contender> small = List.copyOf(this.contenders);
			small.stream().map(Contender::config).filter((network) -> network.attentionHeads() > 0).forEach(this::grow);
			small.stream()
				.filter((contender) -> contender.share() > NOTHING && this.contenders.size() > 1)
				.forEach(this::drop);
		}
		else if (this.grown) {
			List.copyOf(this.contenders)
				.stream()
				.filter((contender) -> contender.stalls() > 0 && least < BEHIND * contender.share())
				.forEach(this::drop);
		}
	}

	/** Begins anew with easier messages; false if there are none, or no memory. */
	private boolean teach() {
		if (this.data.curriculum() == null) {
			return false;
		}
		NetworkConfig pupil = Recipe.pupil(this.plan.network(), this.data.longest(),
				this.data.format().layout().key().max());
		if (!this.fits.test(pupil, true)) {
			return false;
		}
		List.copyOf(this.contenders).forEach(this::drop);
		join(pupil, true);
		this.stage = Stage.SETTLED;
		return true;
	}

	private void settleIfOvertaken() {
		Contender old = this.contenders.get(0);
		Contender larger = this.contenders.get(1);
		boolean level = larger.epoch() >= old.epoch();
		if (larger.share() < PLAINER * old.share() || level) {
			keepOnly((larger.share() < old.share()) ? larger : old);
			this.stage = Stage.SETTLED;
		}
	}

	private void keepOnly(Contender winner) {
		List.copyOf(this.contenders).stream().filter((contender) -> contender != winner).forEach(this::drop);
	}

	private void drop(Contender contender) {
		this.contenders.remove(contender);
		contender.close();
	}

	private double seconds() {
		return this.secondsBefore + this.stopwatch.seconds();
	}

	private boolean isTimeUp() {
		return seconds() >= this.plan.training().maxSeconds();
	}

	private boolean isJudgementDue(Contender contender, Evaluation watched) {
		double target = this.plan.training().targetAccuracy();
		if (watched.accuracy() < target) {
			return false;
		}
		int times = contender.meetsTarget();
		boolean sure = target < 1 || watched.loss() <= SURE || times >= LONG_ENOUGH;
		return sure && contender.mayBeJudged();
	}

	/**
	 * Judges by as many messages as it takes to say that the target is met, a slice of
	 * them at a time, so that long ones need not be in memory at once.
	 * @return the evaluation, of fewer messages when cancelled meanwhile
	 */
	private Evaluation judge(Contender contender) {
		int count = (this.plan.training().targetAccuracy() < 1) ? JUDGED : JUDGED_WITHOUT_ERROR;
		contender.isJudged();
		if (!this.data.isEndless()) {
			return contender.evaluate(this.data.judge(count, 0));
		}
		int length = Math.max(1, this.data.longest());
		count = Math.max(JUDGED, Math.min(count, ENOUGH_SYMBOLS / length));
		int slice = Math.max(1, Math.min(count, SLICE_SYMBOLS / length));
		Evaluation all = contender.evaluate(this.data.judge(slice, contender.nextSlice()));
		while (all.messages() < count && !this.cancelled.getAsBoolean() && !isHopeless(all)) {
			int more = Math.min(slice, count - all.messages());
			all = all.and(contender.evaluate(this.data.judge(more, contender.nextSlice())));
		}
		return all;
	}

	/** Whether so much is wrong already that the rest would not help. */
	private boolean isHopeless(Evaluation judged) {
		long symbols = (long) judged.messages() * this.data.longest();
		return symbols >= ENOUGH_SYMBOLS / 4 && judged.accuracy() < this.plan.training().targetAccuracy();
	}

	private Learned learned(Contender contender, Weights weights, int epoch, long step, Evaluation judged) {
		double temperature = (judged.loss() > SURE) ? temperature(contender) : 1;
		Evaluation evaluation = judged;
		if (Math.abs(temperature - 1) > LUKEWARM) {
			weights = weights.cooled(temperature);
			contender.trainer().restore(weights);
			// on the same messages: no symbol has changed, but how sure the network is
			contender.judgeAgain();
			evaluation = judge(contender);
		}
		boolean reached = judged.accuracy() >= this.plan.training().targetAccuracy();
		// the last figures that the job shows are those of the weights it keeps
		this.listener.progress(progress(contender, evaluation));
		List<VersionDetails.LengthAccuracy> byLength = new ArrayList<>();
		for (TrainingData.Examples examples : this.data.otherLengths()) {
			if (this.cancelled.getAsBoolean() || examples.ciphertexts()[0].length > contender.trainer().maxLength()) {
				break;
			}
			byLength.add(new VersionDetails.LengthAccuracy(examples.plaintexts()[0].length,
					examples.ciphertexts().length, contender.evaluate(examples).accuracy()));
		}
		return new Learned(weights, epoch, step, contender.firstRate(), reached, evaluation, byLength);
	}

	private double temperature(Contender contender) {
		int symbols = Arrays.stream(this.watch.plaintexts()).mapToInt((message) -> message.length).sum();
		return (symbols < CALIBRATED) ? 1
				: contender.trainer().temperature(this.watch.ciphertexts(), this.watch.plaintexts());
	}

	private void choose(Contender contender) {
		keepOnly(contender);
		if (this.plan.mayChooseNetwork()) {
			this.listener.chosen(contender.config(), contender.settings());
		}
	}

	private void report(Contender contender, Evaluation evaluation) {
		List<HistoryPoint.Sample> samples = new ArrayList<>();
		TrainingData.Examples shown = new TrainingData.Examples(first(this.watch.ciphertexts()),
				first(this.watch.plaintexts()));
		int[][] decrypted = contender.evaluate(shown).decrypted();
		for (int i = 0; i < decrypted.length; i++) {
			samples.add(new HistoryPoint.Sample(this.data.format().write(shown.ciphertexts()[i], SAMPLE),
					text(shown.plaintexts()[i], this.data.plaintextAlphabet()),
					text(decrypted[i], this.data.plaintextAlphabet())));
		}
		this.listener.epoch(
				new HistoryPoint(this.epoch, this.steps, seconds(), contender.trainingLoss(), evaluation.loss(),
						evaluation.accuracy(), evaluation.exactMessages(), contender.rate(), samples),
				progress(contender, evaluation));
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
	private JobProgress progress(Contender contender, @Nullable Evaluation evaluation) {
		TrainingPlan.Settings settings = this.plan.training();
		double seconds = seconds();
		double epochs = (contender.epoch() - 1 + contender.epochShare()) / settings.maxEpochs();
		double time = seconds / settings.maxSeconds();
		Contender.Best best = this.contenders.stream()
			.map(Contender::best)
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
		return new JobProgress(this.progress, this.epoch, this.steps, contender.trainingLoss(), loss, accuracy, exact,
				(seconds > 0) ? symbols / seconds : null, Math.max(0, left));
	}

	private double meanLength() {
		return Arrays.stream(this.watch.plaintexts()).mapToInt((message) -> message.length).average().orElse(0);
	}

	private void checkpointIfDue(Contender contender) {
		double seconds = seconds();
		if (seconds - this.lastCheckpoint < this.betweenCheckpoints) {
			return;
		}
		long size = this.contenders.stream()
			.mapToLong((each) -> each.config()
				.trainingHeapBytes(this.data.format().size(), this.data.plaintextAlphabet().size()))
			.sum();
		if (size <= MOST_STATE) {
			this.listener.checkpoint(contender.isBetweenEpochs() ? this.epoch : this.epoch - 1, save(seconds));
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
			out.writeUTF(this.stage.name());
			out.writeBoolean(this.grown);
			out.writeInt(this.current);
			out.writeInt(this.recombined);
			out.writeInt(this.contenders.size());
			for (Contender contender : this.contenders) {
				out.writeUTF(JSON.writeValueAsString(contender.config()));
				out.writeDouble(contender.firstRate());
				out.writeBoolean(contender.hasCurriculum());
				contender.save(out);
			}
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("memory takes what is written to it", ex);
		}
	}

	/** Stores a checkpoint no sooner than so many seconds after the one before. */
	void checkpointEvery(double seconds) {
		this.betweenCheckpoints = seconds;
	}

	/**
	 * Goes on from a checkpoint, bit for bit, instead of from the beginning.
	 * @param state what {@link Listener#checkpoint} was told
	 */
	void resume(byte[] state) {
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
			this.stage = Stage.valueOf(in.readUTF());
			this.grown = in.readBoolean();
			this.current = in.readInt();
			this.recombined = in.readInt();
			if (this.recombined > 0) {
				this.observations = new Observations(this.data);
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
		this.contenders.forEach(Contender::close);
	}

}
