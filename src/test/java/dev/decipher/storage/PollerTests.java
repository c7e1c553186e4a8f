package dev.decipher.storage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class PollerTests {

	@Test
	void looksOnAfterAFailureAndSaysSoOnce(CapturedOutput output) {
		AtomicInteger looks = new AtomicInteger();
		Poller poller = new Poller("apples", Duration.ofMillis(1)) {

			@Override
			protected void poll() {
				if (looks.incrementAndGet() <= 3) {
					throw new IllegalStateException("no tree");
				}
			}

		};
		assertThat(poller.isRunning()).isFalse();
		poller.start();
		assertThat(poller.isRunning()).isTrue();
		Awaitility.await().until(() -> looks.get() > 5);
		poller.stop();
		assertThat(poller.isRunning()).isFalse();
		int last = looks.get();
		assertThat(output).containsOnlyOnce("The apples are out of reach: no tree");
		assertThat(looks).hasValue(last);
	}

}
