package dev.decipher.client;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Learns a cipher from a few messages whose plaintext is known, reads one more, and
 * solves a cryptogram of which nothing is known.
 */
public final class Example {

	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private static final String MESSAGE = "Phhr ph jr rth vcjlle fhyalh yzbh, jxaqh.";

	private static final String CRYPTOGRAM = """
			Orp ftwl orjti orqo orp fwn yqjwfb pvpb epqbpn mqy q xqwh ypq. \
			Rp yqjn orqo mjtn qtn mqvpy xqt sp qbidpn mjor, sdo yjwptxp qwmqly rqy orp wqyo mfbn.""";

	private Example() {
	}

	/**
	 * Runs the example.
	 * @param args the service's address, unless it is that of a service on this machine
	 */
	public static void main(String... args) throws InterruptedException, TimeoutException {
		String address = (args.length > 0) ? args[0] : "http://127.0.0.1:8080";
		run(DecipherClient.create(address, System.getenv("DECIPHER_KEY")), "letters", System.out);
	}

	public static void run(DecipherClient client, String model, PrintStream out)
			throws InterruptedException, TimeoutException {
		Job job = client.train(TrainRequest.of(model, letters()).withTraining(Map.of("seed", 42)));
		job = client.awaitEnd(job.id(), PATIENCE);
		if (job.state() != Job.State.SUCCEEDED) {
			throw new IllegalStateException("Job " + job.id() + " is " + job.state() + ": " + job.error());
		}
		out.printf("%s, version %d: accuracy %.3f%n", model, job.version(), job.accuracy());

		Decryption decryption = client.decrypt(DecryptRequest.with(model, MESSAGE));
		out.printf("%s (confidence %.3f)%n", decryption.text(), decryption.confidence());

		Solution solution = client.solve(SolveRequest.of(CRYPTOGRAM).withLanguage("english").withMaxSeconds(30));
		solution.candidates()
			.stream()
			.findFirst()
			.ifPresent((candidate) -> out.printf("%s (%s, confidence %.3f)%n", candidate.text(),
					candidate.cipher().type(), candidate.confidence()));
	}

	/** Letters that were found together with their plaintexts. */
	private static List<Pair> letters() {
		return Stream
			.of("j xjpg fclqd zq rth uzqiau ay rth pzxx = a lamp burns in the window of the mill",
					"hbhle yam zq rth bjxxhe nqaud rtjr gjrt = every fox in the valley knows that path",
					"rth scioh tjd daxi tzd vczhr ojlihq = the judge has sold his quiet garden",
					"uh tzih rth dzxbhl fam fhxau rth drjzld = we hide the silver box below the stairs",
					"qafaie wjph fjwn ylap rth kzqw pzqh = nobody came back from the zinc mine",
					"flzqo dzm laghd jqi j sjl ay xjpg azx = bring six ropes and a jar of lamp oil",
					"rth axi wxawn dragd scdr fhyalh yzbh = the old clock stops just before five",
					"thl wacdzq lzihd j ijln flauq taldh = her cousin rides a dark brown horse",
					"nhhg juje ylap rth pjlnhr rtzd uhhn = keep away from the market this week",
					"rth bzwjl ujd jdnhi jfacr rth olhjr glzkh = the vicar was asked about the great prize",
					"dqau xzhd ihhg jxaqo rth vcjlle laji = snow lies deep along the quarry road",
					"pe yjrthl uzxx hmgxjzq tau rth xawn ualnd = my father will explain how the lock works")
			.map((line) -> line.split(" = "))
			.map((sides) -> new Pair(sides[0], sides[1]))
			.toList();
	}

}
