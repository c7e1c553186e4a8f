package dev.decipher.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * The service's calls as methods, which Spring implements. Each throws a
 * {@link DecipherException} for a request that the service refuses.
 */
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE)
public interface DecipherClient {

	/** How long to wait before asking after a job again. */
	Duration POLL_INTERVAL = Duration.ofMillis(500);

	/**
	 * A client for a service.
	 * @param address where the service is, such as {@code http://127.0.0.1:8080}
	 * @param key an API key or a token; null for a service that asks for none
	 */
	static DecipherClient create(String address, @Nullable String key) {
		RestClient.Builder http = RestClient.builder().baseUrl(address);
		if (key != null) {
			http.defaultHeaders((headers) -> headers.setBearerAuth(key));
		}
		return over(http);
	}

	/**
	 * A client over an HTTP client with its own settings: timeouts, a proxy, the
	 * observations of Spring Boot.
	 * @param http with the service's address, and a key if it needs one
	 */
	static DecipherClient over(RestClient.Builder http) {
		RestClient client = http.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
			throw DecipherException.of(response);
		}).build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
			.build()
			.createClient(DecipherClient.class);
	}

	/** Decrypts a text, with a model or by a cipher's rule. */
	@PostExchange("/decrypt")
	Decryption decrypt(@RequestBody DecryptRequest request);

	/** Decrypts many texts at once. */
	@PostExchange("/decrypt/batch")
	BatchDecryption decryptBatch(@RequestBody BatchRequest request);

	/** Enciphers a text. */
	@PostExchange("/encrypt")
	Encryption encrypt(@RequestBody EncryptRequest request);

	/** Lists the ciphers with their parameters. */
	@GetExchange("/ciphers")
	List<CipherType> ciphers();

	/** Finds plaintext and key of a ciphertext, within a minute at most. */
	@PostExchange("/solve")
	Solution solve(@RequestBody SolveRequest request);

	/** Starts a job that does the same, for up to a day. */
	@PostExchange("/solve")
	Job startSolving(@RequestBody SolveJobRequest request);

	/** Tells the type of cipher and the language of a text by its statistics. */
	@PostExchange("/identify")
	Identification identify(@RequestBody IdentifyRequest request);

	/** Starts a job that trains a version of a model. */
	@PostExchange("/train")
	Job train(@RequestBody TrainRequest request);

	/**
	 * Starts a job that trains on pairs in a file.
	 * @param request without data, or at least without pairs
	 * @param pairs CSV, TSV or NDJSON with {@code ciphertext} and {@code plaintext}
	 */
	@PostExchange(url = "/train", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	Job trainOnFile(@RequestPart("request") TrainRequest request, @RequestPart("pairs") Resource pairs);

	/** Shows how far a job has come. */
	@GetExchange("/jobs/{id}")
	Job job(@PathVariable String id);

	/**
	 * Cancels a job that waits or runs, and deletes one that has ended.
	 * @return the job, or null if it was deleted
	 */
	@DeleteExchange("/jobs/{id}")
	@Nullable Job cancelOrDelete(@PathVariable String id);

	/** Lists the models, each with its active version. */
	@GetExchange("/models")
	List<Model> models();

	/**
	 * Shows a model.
	 * @param name its name for its active version, or {@code name@alias} for another one
	 */
	@GetExchange("/models/{name}")
	Model model(@PathVariable String name);

	/** Makes a version answer the requests that name none. */
	@PutExchange("/models/{name}/active")
	Model activate(@PathVariable String name, @RequestBody Activation activation);

	/** Measures how well a model decrypts messages whose plaintext is known. */
	@PostExchange("/models/{name}/evaluate")
	Evaluation evaluate(@PathVariable String name, @RequestBody EvaluateRequest request);

	/**
	 * Waits until a job has ended, well or not.
	 * @param patience how long to wait
	 * @return the job at its end
	 * @throws TimeoutException if the job has not ended by then; it goes on
	 */
	default Job awaitEnd(String id, Duration patience) throws InterruptedException, TimeoutException {
		long start = System.nanoTime();
		Job job = job(id);
		while (!job.state().hasEnded()) {
			if (System.nanoTime() - start >= patience.toNanos()) {
				throw new TimeoutException("Job " + id + " is still " + job.state() + " after " + patience);
			}
			Thread.sleep(POLL_INTERVAL.toMillis());
			job = job(id);
		}
		return job;
	}

	/** A text to identify. */
	record IdentifyRequest(String text) {
	}

	/** The version to make the active one. */
	record Activation(int version) {
	}

	/** Messages whose plaintext is known. */
	record EvaluateRequest(List<Pair> pairs) {
	}

}
