package dev.decipher.decrypt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.decipher.model.ModelActivated;
import dev.decipher.model.ModelRegistry;
import dev.decipher.security.Access;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Has the service answer requests of its own before it says that it is ready, so that the
 * JIT has compiled their way before others come. They go over the network like everybody
 * else's, and are not counted. It ends when there is nothing left to compile, or after
 * {@code decipher.decrypt.warm-up}.
 */
@Component
@ConditionalOnWebApplication
class WarmUp {

	private static final Logger logger = LoggerFactory.getLogger(WarmUp.class);

	private static final String BODY = "{\"text\":\"THE-QUICK-BROWN-FOX-JUMPS-OVER-A\"}";

	/** Requests that are sent at a time, so that less goes to and fro. */
	private static final int PIPELINED = 16;

	/** The time between two looks at whether the JIT still compiles. */
	private static final Duration LOOK = Duration.ofMillis(500);

	/** A share of the time that compiling takes up to which it is as good as over. */
	private static final double IDLE_SHARE = 0.05;

	private final DecryptMetrics metrics;

	private final ModelRegistry models;

	private final DecryptProperties properties;

	private final Access access;

	private final MeterRegistry meters;

	private final Environment environment;

	private @Nullable ConfigurableApplicationContext started;

	private boolean begun;

	private volatile boolean over;

	WarmUp(DecryptMetrics metrics, ModelRegistry models, DecryptProperties properties, Access access,
			MeterRegistry meters, Environment environment) {
		this.metrics = metrics;
		this.models = models;
		this.properties = properties;
		this.access = access;
		this.meters = meters;
		this.environment = environment;
		this.over = properties.warmUp().isZero() || isQuickStart();
	}

	/** Whether the JIT stops at its first tier, so that there is nothing to warm up. */
	private static boolean isQuickStart() {
		HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		return jvm != null && Integer.parseInt(jvm.getVMOption("TieredStopAtLevel").getValue()) < 4;
	}

	/** Whether requests are answered as fast as they will be. */
	boolean isOver() {
		return this.over;
	}

	@EventListener
	synchronized void started(ApplicationReadyEvent event) {
		this.started = event.getApplicationContext();
		beginIfReady();
	}

	@EventListener(ModelActivated.class)
	synchronized void activated() {
		beginIfReady();
	}

	private void beginIfReady() {
		if (this.started != null && !this.begun && this.models.isReady()) {
			this.begun = true;
			Thread thread = new Thread(this::run, "warm-up");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private void run() {
		if (!this.over) {
			try {
				long began = System.nanoTime();
				int answers = answer();
				logger.info("Warmed up by {} requests in {} ms", answers, (System.nanoTime() - began) / 1_000_000);
			}
			catch (IOException | RuntimeException ex) {
				logger.info("The service answers without having warmed up: {}", ex.toString());
			}
			finally {
				forget();
				this.over = true;
			}
		}
		if (this.properties.exitWhenWarm()) {
			ConfigurableApplicationContext context = this.started;
			System.exit((context != null) ? SpringApplication.exit(context) : 0);
		}
	}

	/** Sends requests one after another: the JIT's threads need a processor, too. */
	private int answer() throws IOException {
		InetAddress address = this.environment.getProperty("server.address", InetAddress.class);
		InetAddress host = (address == null || address.isAnyLocalAddress()) ? InetAddress.getLoopbackAddress()
				: address;
		int port = this.environment.getRequiredProperty("local.server.port", Integer.class);
		byte[] requests = request(host, port).repeat(PIPELINED).getBytes(StandardCharsets.US_ASCII);
		int answers = 0;
		try (Socket socket = new Socket(host, port)) {
			socket.setTcpNoDelay(true);
			socket.setSoTimeout((int) this.properties.warmUp().toMillis());
			OutputStream out = socket.getOutputStream();
			Answers in = new Answers(socket.getInputStream());
			long end = System.nanoTime() + this.properties.warmUp().toNanos();
			CompilationMXBean jit = ManagementFactory.getCompilationMXBean();
			long look = System.nanoTime() + LOOK.toNanos();
			long compiled = jit.getTotalCompilationTime();
			for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
				out.write(requests);
				in.read(PIPELINED);
				answers += PIPELINED;
				if (now > look) {
					long all = jit.getTotalCompilationTime();
					if (all - compiled < IDLE_SHARE * LOOK.toMillis()) {
						break;
					}
					compiled = all;
					look = now + LOOK.toNanos();
				}
			}
		}
		return answers;
	}

	private String request(InetAddress host, int port) {
		String name = host.getHostAddress();
		return ("POST %s/decrypt HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: %s\r\n"
				+ "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
			.formatted(this.environment.getProperty("server.servlet.context-path", ""),
					(name.indexOf(':') < 0) ? name : "[" + name + "]", port, this.access.ownAuthorization(),
					BODY.length(), BODY);
	}

	/** Nobody has asked, so nothing was answered. */
	private void forget() {
		this.metrics.forget();
		this.meters.find("http.server.requests").tag("uri", "/decrypt").meters().forEach(this.meters::remove);
	}

	/** Reads answers, whose length is in their headers. */
	private static final class Answers {

		private static final byte[] LENGTH = "\r\nContent-Length: ".getBytes(StandardCharsets.US_ASCII);

		private final InputStream in;

		private final byte[] buffer = new byte[1 << 14];

		private int filled;

		private Answers(InputStream in) {
			this.in = in;
		}

		private void read(int answers) throws IOException {
			for (int i = 0; i < answers; i++) {
				int end = end();
				while (end < 0 || this.filled < end) {
					int count = this.in.read(this.buffer, this.filled, this.buffer.length - this.filled);
					if (count <= 0) {
						throw new IOException("no answer as it is expected");
					}
					this.filled += count;
					end = end();
				}
				this.filled -= end;
				System.arraycopy(this.buffer, end, this.buffer, 0, this.filled);
			}
		}

		/** Where the answer ends; -1 while its headers are not over. */
		private int end() {
			int length = -1;
			for (int at = 0; at + 4 <= this.filled; at++) {
				if (this.buffer[at] == '\r' && this.buffer[at + 2] == '\r') {
					return (length >= 0) ? at + 4 + length : -1;
				}
				if (this.buffer[at] == '\r' && startsWithLength(at)) {
					length = 0;
					for (int digit = at + LENGTH.length; this.buffer[digit] != '\r'; digit++) {
						length = 10 * length + this.buffer[digit] - '0';
					}
				}
			}
			return -1;
		}

		private boolean startsWithLength(int at) {
			return at + LENGTH.length < this.filled
					&& Arrays.equals(this.buffer, at, at + LENGTH.length, LENGTH, 0, LENGTH.length);
		}

	}

}
