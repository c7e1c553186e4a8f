package dev.decipher.system;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestThreadsTests {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final RequestThreads threads = new RequestThreads(2, 6);

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void shutdown() {
		this.release.countDown();
		this.threads.shutdown();
	}

	private CompletableFuture<Void> waiting() {
		CompletableFuture<Void> begun = new CompletableFuture<>();
		this.threads.execute(() -> {
			begun.complete(null);
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		return begun;
	}

	private static void await(CompletableFuture<?> future) {
		Awaitility.await().atMost(PATIENCE).until(future::isDone);
	}

	@Test
	void threadsThatWaitAreReplacedUpToTheMost() {
		for (int i = 0; i < 5; i++) {
			await(waiting());
		}
		await(CompletableFuture.runAsync(() -> {
		}, this.threads));
		await(waiting());
		CompletableFuture<Void> tooMany = CompletableFuture.runAsync(() -> {
		}, this.threads);
		Awaitility.await().atMost(PATIENCE).until(() -> this.threads.getMaximumPoolSize() == 6);
		assertThat(tooMany).isNotDone();
		this.release.countDown();
		await(tooMany);
	}

	@Test
	void threadsThatWorkForLongAreReplaced() {
		AtomicBoolean over = new AtomicBoolean();
		for (int i = 0; i < 3; i++) {
			this.threads.execute(() -> {
				while (!over.get()) {
					Thread.onSpinWait();
				}
			});
		}
		await(CompletableFuture.runAsync(() -> {
		}, this.threads));
		over.set(true);
	}

	@Test
	void oneThatHasNobodyToWaitForIsNotKept() {
		for (int i = 0; i < 4; i++) {
			await(waiting());
		}
		assertThat(this.threads.getPoolSize()).isGreaterThanOrEqualTo(4);
		this.release.countDown();
		Awaitility.await().atMost(PATIENCE).until(() -> this.threads.getPoolSize() == 2);
		await(CompletableFuture.runAsync(() -> {
		}, this.threads));
	}

}
