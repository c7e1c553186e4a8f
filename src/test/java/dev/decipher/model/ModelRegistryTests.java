package dev.decipher.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.decipher.ServiceTest;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.alphabet.Tokens;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.Safetensors;
import dev.decipher.network.TrainedNetwork;
import dev.decipher.network.Weights;
import dev.decipher.problem.Problem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Versions in transactions, and what other replicas have made of them.
 */
class ModelRegistryTests extends ServiceTest {

	private static final NetworkConfig NETWORK = new NetworkConfig(2, 3, 1, false, 0, 0, false, false, 0, 0, 0, 0,
			false, false);

	private static final Set<Thread.State> WAITING_STATES = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

	@Autowired
	private ModelRegistry registry;

	@Autowired
	private ModelDeletion deletion;

	@Autowired
	private ModelLabels labels;

	@Autowired
	private ModelCatalogue catalogue;

	@Autowired
	private ActivationHistory history;

	@Autowired
	private ModelStore store;

	@Autowired
	private List<ModelUse> uses;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void servesNothingOfAVersionThatWasRolledBack() {
		int[][] message = { { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 } };
		add("rolled-back", weights(1), false);
		assertThat(add("rolled-back", weights(2), true)).isEqualTo(2);
		assertThat(add("rolled-back", weights(3), false)).isEqualTo(2);
		try (LoadedModel model = this.registry.borrow("rolled-back", null);
				TrainedNetwork expected = new TrainedNetwork(weights(3))) {
			assertThat(model.id()).isEqualTo(new VersionId("rolled-back", 2));
			assertThat(model.network().predict(message, new int[message.length], 0, (size) -> {
			})[0].confidences()).isEqualTo(expected.predict(message, new int[message.length], 0, (size) -> {
			})[0].confidences());
		}
		this.deletion.delete("rolled-back");
	}

	@Test
	void keepsNamesAndHistory() {
		add("labelled", weights(1), false);
		add("labelled", weights(2), false);
		this.registry.activate("labelled", 1);
		this.labels.addAlias("labelled", "best", 2);
		this.labels.addAlias("labelled", "other", 2);
		this.labels.addAlias("labelled", "best", 1);
		VersionChanges changes = new VersionChanges();
		changes.setDescription("Überschrift");
		changes.setTags(List.of("reviewed"));
		this.labels.describe("labelled", 2, changes);
		ModelVersion described = this.store.find("labelled").orElseThrow().versions().get(1);
		assertThat(described.description()).isEqualTo("Überschrift");
		assertThat(described.tags()).containsExactly("reviewed");
		assertThat(this.store.find("labelled").orElseThrow().aliases()).isEqualTo(Map.of("best", 1, "other", 2));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.deletion.delete("labelled", 2))
			.withMessageContaining("the alias other");
		this.labels.deleteAlias("labelled", "other");
		this.deletion.delete("labelled", 2);
		assertThat(this.history.page("labelled", 0, 2))
			.extracting(ActivationRecord::version, ActivationRecord::cause, ActivationRecord::job)
			.containsExactly(tuple(1, ActivationCause.REQUEST, null), tuple(2, ActivationCause.JOB, "none"));
		assertThat(this.history.page("labelled", 1, 2)).extracting(ActivationRecord::cause)
			.containsExactly(ActivationCause.FIRST);
		this.deletion.delete("labelled");
		assertThat(this.history.page("labelled", 0, 2)).isEmpty();
		assertThat(this.store.find("labelled").orElseThrow().aliases()).isEmpty();
	}

	@Test
	void findsAVersionOfAnotherReplicaWhileItsModelIsBeingChanged() {
		CountDownLatch changing = new CountDownLatch(1);
		CountDownLatch found = new CountDownLatch(1);
		CompletableFuture<Void> change = CompletableFuture
			.runAsync(() -> this.catalogue.inTransaction("elsewhere", () -> {
				changing.countDown();
				await(found);
			}));
		await(changing);
		try {
			new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
				ModelVersion version = this.store.add("elsewhere", Instant.EPOCH, "none", details(),
						new Safetensors.File(weights(1), Map.of()));
				this.store.activate("elsewhere", version.version(), ActivationCause.FIRST, "none");
				this.store.addAlias(version.id(), "best");
			});
			assertThat(this.registry.isStored("elsewhere")).isTrue();
			this.registry.borrow("elsewhere", null).close();
			this.registry.borrow("elsewhere", 1).close();
			this.registry.borrow("elsewhere@best", null).close();
		}
		finally {
			found.countDown();
		}
		change.join();
		this.labels.deleteAlias("elsewhere", "best");
		this.deletion.delete("elsewhere");
	}

	/** More imports than the pool has connections. */
	@Test
	void importsThatWaitForTheirModelLeaveConnectionsToOthers() {
		Weights weights = weights(1);
		List<Thread> imports = IntStream.range(0, 12)
			.mapToObj((i) -> new Thread(() -> this.registry.add("imported", details(), weights, false)))
			.toList();
		this.catalogue.inTransaction("imported", () -> {
			imports.forEach(Thread::start);
			Awaitility.await().until(() -> imports.stream().map(Thread::getState).allMatch(WAITING_STATES::contains));
			CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> this.registry.isStored("nothing"));
			assertThat(other.orTimeout(20, TimeUnit.SECONDS).join()).isFalse();
		});
		imports.forEach(ModelRegistryTests::join);
		assertThat(this.registry.model("imported").versions()).hasSize(12);
		this.deletion.delete("imported");
	}

	/** As if another replica had just ended the job that trained the child. */
	@Test
	void keepsTheParentOfAVersionThatIsNotInTheCatalogueYet() {
		int keep = 20; // more than other tests make
		for (int i = 0; i < keep + 3; i++) {
			add("parent", weights(1), false);
		}
		CountDownLatch changing = new CountDownLatch(1);
		CountDownLatch deleted = new CountDownLatch(1);
		CompletableFuture<Void> change = CompletableFuture.runAsync(() -> this.catalogue.inTransaction("child", () -> {
			changing.countDown();
			await(deleted);
		}));
		await(changing);
		VersionRetention retention = new VersionRetention(this.deletion, this.catalogue, this.store, this.uses,
				new ModelProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), keep, Duration.ofSeconds(1)),
				this.jdbc, Clock.systemUTC());
		try {
			ObjectNode request = this.json.createObjectNode();
			request.putObject("from").put("model", "parent").put("version", 2);
			new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.store.add("child",
					Instant.EPOCH, "none", details(request), new Safetensors.File(weights(1), Map.of())));
			retention.start();
			retention.work();
			assertThat(this.catalogue.has("child")).isFalse();
			assertThat(this.registry.model("parent").versions()).hasSize(keep + 1).contains(2).doesNotContain(1, 3);
		}
		finally {
			retention.stop();
			deleted.countDown();
		}
		change.join();
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.deletion.delete("parent", 2, (id) -> id.version() == 2))
			.withMessageContaining("parent version 2 is needed");
		assertThat(this.registry.isStored(new VersionId("parent", 2))).isTrue();
		assertThat(this.registry.isStored(new VersionId("parent", 1))).isFalse();
		this.deletion.delete("parent");
		this.deletion.delete("child");
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void readsDetailsThatWereStoredBeforeThereWereLayouts() {
		VersionDetails details = this.json.readValue("""
				{"alphabet": "latin26", "ciphertextAlphabet": {"symbols": "0123"}, "network": {"embedding": 2,
				"hidden": 3, "layers": 1, "bidirectional": false, "dropout": 0.0, "headHidden": 0, "skip": false,
				"feedback": false}, "parameters": 1, "request": {}, "epoch": 1, "step": 1, "accuracy": 1.0,
				"exactMessages": 1.0, "validationLoss": 0.0, "accuracyByPosition": [], "accuracyByLength": []}""",
				VersionDetails.class);
		assertThat(details.ciphertextAlphabet()).isEqualTo(Alphabet.of("0123"));
		assertThat(details.layout()).isNull();
		assertThat(details.format().layout()).isEqualTo(CiphertextLayout.FREE);
		assertThat(this.json.writeValueAsString(details)).doesNotContain("layout");
		VersionDetails keyed = new VersionDetails(Alphabet.LATIN26, Tokens.of(List.of("1", "2")),
				new CiphertextLayout(new CiphertextLayout.KeyPrefix(Alphabet.LATIN26, 1, 3), 32, null), NETWORK, 1,
				JsonNodeFactory.instance.objectNode(), 1, 1L, 1L, 1.0, 1.0, 0.0, List.of(), List.of(), null, null);
		assertThat(this.json.readValue(this.json.writeValueAsString(keyed), VersionDetails.class)).isEqualTo(keyed);
	}

	private int add(String model, Weights weights, boolean rollBack) {
		return new TransactionTemplate(this.transactions).execute((status) -> {
			if (rollBack) {
				status.setRollbackOnly();
			}
			return this.registry.add(model, "none", details(), weights, true).version();
		});
	}

	private static VersionDetails details() {
		return details(JsonNodeFactory.instance.objectNode());
	}

	private static VersionDetails details(JsonNode request) {
		return new VersionDetails(Alphabet.LATIN26, Alphabet.LATIN26, null, NETWORK, 1, request, 1, 1L, 1L, 1.0, 1.0,
				0.0, List.of(), List.of(), null, null);
	}

	private static Weights weights(long seed) {
		try (NetworkTrainer trainer = NetworkTrainer.of(NETWORK, 26, 26, seed)) {
			return trainer.weights();
		}
	}

}
