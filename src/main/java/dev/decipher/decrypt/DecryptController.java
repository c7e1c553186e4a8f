package dev.decipher.decrypt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.decipher.cipher.TextCipher;
import dev.decipher.model.ModelReference;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decrypting over HTTP. */
@RestController
record DecryptController(Decrypter decrypter, RuleDecrypter rules, DecryptProperties limits, TextStream stream,
		Judge judge) implements DecryptApi {

	private static final MediaType UTF8_TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	/** Begins the files of some editors: a sign of their encoding, not of their text. */
	private static final String BYTE_ORDER_MARK = "\ufeff";

	@Override
	@PostMapping(path = "/decrypt", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public Decryption decrypt(@Valid @RequestBody DecryptRequest request) {
		RuleDecrypter.requireOneWay(request.cipher(), request.model(), request.version(), request.alternatives(),
				request.alphabet(), request.characters());
		if (request.cipher() != null) {
			TextCipher cipher = TextCipher.of(request.cipher(), request.alphabet(), request.characters());
			return this.judge.judged(Decryption.byRule(
					InvalidInput.under("/text", () -> this.rules.decrypt(request.text(), cipher, false)),
					request.cipher()), request.language());
		}
		ModelReference.requireOneVersion(request.model(), request.version(), "");
		return this.judge.judged(
				InvalidInput.under("/text",
						() -> this.decrypter.decrypt(request.text(),
								new Decrypter.Options(request.model(), request.version(),
										(request.alternatives() != null) ? request.alternatives() : 0, false))),
				request.language());
	}

	@PostMapping(path = "/decrypt", consumes = MediaType.TEXT_PLAIN_VALUE, produces = MediaType.TEXT_PLAIN_VALUE)
	@Hidden
	ResponseEntity<String> decryptText(@RequestBody(required = false) byte @Nullable [] body,
			@RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
			@RequestParam(required = false) @Nullable String model,
			@RequestParam(required = false) @Nullable Integer version,
			@RequestParam(required = false) @Nullable String cipher,
			@RequestParam(required = false) @Nullable String alphabet,
			@RequestParam(required = false) @Nullable String characters) throws HttpMediaTypeNotSupportedException {
		if (type == null) { // Spring lets an empty request pass that names no type
			throw new HttpMediaTypeNotSupportedException((MediaType) null,
					List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN));
		}
		String text = (body != null) ? text(body, type.getCharset()) : "";
		RuleDecrypter.requireOneWay(cipher, model, version, alphabet, characters);
		String plaintext = (cipher != null)
				? this.rules.decrypt(text, this.rules.read(cipher, alphabet, characters), true)
				: this.decrypter.decrypt(text, new Decrypter.Options(model, version, 0, true)).text();
		return ResponseEntity.ok().contentType(UTF8_TEXT).body(plaintext);
	}

	private String text(byte[] body, @Nullable Charset charset) {
		Charset named = (charset != null) ? charset : StandardCharsets.UTF_8;
		// no Unicode charset has more bytes for a character
		if (body.length > 4L * this.limits.maxSymbols()) {
			throw Problem
				.tooLarge("%,d bytes are more than %,d symbols".formatted(body.length, this.limits.maxSymbols()));
		}
		try {
			// refuses what is malformed
			String text = named.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw InvalidInput.at("", "must be text in " + named.name());
		}
	}

	@Override
	@PostMapping(path = "/decrypt/batch", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public BatchResponse decryptBatch(@Valid @RequestBody BatchRequest request) {
		RuleDecrypter.requireOneWay(request.cipher(), request.model(), request.version(), null, request.alphabet(),
				request.characters());
		if (request.cipher() != null) {
			TextCipher cipher = TextCipher.of(request.cipher(), request.alphabet(), request.characters());
			List<String> texts = InvalidInput.under("/texts", () -> this.rules.decrypt(request.texts(), cipher));
			return new BatchResponse(null, null, request.cipher(),
					texts.stream()
						.map((text) -> new BatchResult(text, null, this.judge.of(text, null, request.language())))
						.toList());
		}
		ModelReference.requireOneVersion(request.model(), request.version(), "");
		Decrypter.Batch batch = InvalidInput.under("/texts", () -> this.decrypter.decrypt(request.texts(),
				new Decrypter.Options(request.model(), request.version(), 0, false)));
		return new BatchResponse(batch.model(), batch.version(), null,
				batch.results()
					.stream()
					.map((result) -> new BatchResult(result.text(), result.confidence(),
							this.judge.of(result.text(), batch.model(), request.language())))
					.toList());
	}

	@PostMapping(path = "/decrypt/batch", consumes = MediaType.APPLICATION_NDJSON_VALUE,
			produces = MediaType.APPLICATION_NDJSON_VALUE)
	@Hidden
	void decryptStream(@RequestParam(required = false) @Nullable String model,
			@RequestParam(required = false) @Nullable Integer version,
			@RequestParam(required = false) @Nullable String cipher,
			@RequestParam(required = false) @Nullable String alphabet,
			@RequestParam(required = false) @Nullable String characters, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		RuleDecrypter.requireOneWay(cipher, model, version, alphabet, characters);
		if (cipher != null) {
			TextCipher rule = this.rules.read(cipher, alphabet, characters);
			response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
			this.stream.transfer(request.getInputStream(), response.getOutputStream(),
					(items) -> this.rules.decryptItems(items, rule));
			return;
		}
		this.decrypter.decryptInPieces(new Decrypter.Options(model, version, 0, false), (decrypt) -> {
			response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
			this.stream.transfer(request.getInputStream(), response.getOutputStream(), decrypt);
		});
	}

}
