package dev.decipher.system;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidParameter;
import dev.decipher.problem.Problem;
import dev.decipher.system.ProblemDocument.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns every exception that leaves a controller, or that Spring throws on the way to
 * one, into a problem. The content type is set rather than negotiated: a client that
 * accepts nothing but text still has to learn what went wrong.
 */
@RestControllerAdvice
record ProblemAdvice(JsonFaults jsonFaults) {

	private static final Logger logger = LoggerFactory.getLogger(ProblemAdvice.class);

	private static final Duration AFTER_A_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration UNTIL_THE_DATABASE_IS_BACK = Duration.ofSeconds(5);

	@ExceptionHandler
	@Nullable ResponseEntity<ProblemDocument> handle(Exception ex, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		if (ofType(BodyTooLarge.class, ex) == null && DisconnectedClientHelper.isClientDisconnectedException(ex)) {
			logger.debug("The client has gone away", ex);
			return null;
		}
		if (response.isCommitted()
				&& (ofType(BadRequestException.class, ex) != null || ex instanceof MultipartException)) {
			// the web server could not read on (a bad chunk, say, or an upload that is
			// cut off within a part's headers) and answers by itself
			return null;
		}
		if (response.isCommitted()) {
			// Too late for a problem. The web server logs the exception and breaks the
			// connection, without which the client would take a part for the whole.
			throw ex;
		}
		return answer(ex, request);
	}

	private ResponseEntity<ProblemDocument> answer(Exception ex, HttpServletRequest request) {
		BodyTooLarge tooLarge = ofType(BodyTooLarge.class, ex);
		if (tooLarge != null) {
			return answer(HttpStatus.CONTENT_TOO_LARGE, Objects.requireNonNull(tooLarge.getMessage()), request);
		}
		// also as the cause of another: Jackson wraps what a constructor throws
		Problem problem = ofType(Problem.class, ex);
		if (problem != null) {
			return answer(problem, request);
		}
		if (ex instanceof InvalidInput invalid) {
			return badRequest(this.jsonFaults.places(invalid), request);
		}
		if (ex instanceof InvalidParameter invalid) {
			return badRequest(List.of(Place.parameter(invalid.name(), invalid.detail())), request);
		}
		if (ex instanceof HttpMessageNotReadableException unreadable) {
			return unreadable(unreadable, request);
		}
		if (ex instanceof JacksonException unreadable) {
			// from a controller that reads JSON itself, such as a line of NDJSON
			return unreadable(unreadable, request);
		}
		if (ex instanceof HttpMessageNotWritableException unwritable && unwritable.getCause() == null) {
			// JSON in the charset of the Accept header, which nothing here writes
			return answer(HttpStatus.NOT_ACCEPTABLE, DefaultDetail.of(406), request);
		}
		if (ex instanceof BindException invalid) {
			return badRequest(ValidationFaults.places(invalid), request);
		}
		if (ex instanceof HandlerMethodValidationException invalid && !invalid.isForReturnValue()) {
			return badRequest(ValidationFaults.places(invalid), request);
		}
		if (ex instanceof MethodArgumentTypeMismatchException mismatch) {
			return badRequest(
					List.of(Place.parameter(mismatch.getName(), Expectation.phrase(mismatch.getRequiredType()))),
					request);
		}
		if (ex instanceof MissingServletRequestParameterException missing) {
			return badRequest(List.of(Place.parameter(missing.getParameterName(), "must be given")), request);
		}
		if (ex instanceof MissingServletRequestPartException missing) {
			return badRequest(List.of(Place.parameter(missing.getRequestPartName(), "must be given as a part")),
					request);
		}
		if (ex instanceof MaxUploadSizeExceededException) {
			return answer(HttpStatus.CONTENT_TOO_LARGE, "The upload is too large.", request);
		}
		if (ex instanceof MultipartException) {
			return multipart(ex, request);
		}
		if (ex instanceof InvalidParameterException invalid) {
			// Tomcat's, for a query or a form that it cannot decode
			return answer(HttpStatusCode.valueOf(invalid.getErrorCode()),
					"The parameters in the query or the form cannot be decoded.", request);
		}
		if (ex instanceof ErrorResponse response
				&& !HttpStatus.INTERNAL_SERVER_ERROR.equals(response.getStatusCode())) {
			return answer(response, request);
		}
		if (ex instanceof DataAccessResourceFailureException || ex instanceof CannotCreateTransactionException) {
			logger.warn("{} could not be answered, since the database is out of reach: {}", request.getRequestURI(),
					ex.getMessage());
			return answer(Problem.notReady("The database is out of reach.", UNTIL_THE_DATABASE_IS_BACK), request);
		}
		logger.error("{} could not be answered", request.getRequestURI(), ex);
		return answer(HttpStatus.INTERNAL_SERVER_ERROR, DefaultDetail.of(500), request);
	}

	private ResponseEntity<ProblemDocument> answer(HttpStatusCode status, String detail, HttpServletRequest request) {
		return answer(status, HttpHeaders.EMPTY, detail, request);
	}

	private ResponseEntity<ProblemDocument> answer(Problem problem, HttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		Duration retryAfter = problem.retryAfter();
		if (retryAfter != null) {
			headers.set(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
		}
		return answer(problem.status(), headers, problem.detail(), request);
	}

	/** One of Spring's own exceptions, which knows its status and its headers. */
	private ResponseEntity<ProblemDocument> answer(ErrorResponse response, HttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		headers.addAll(response.getHeaders());
		if (response instanceof AsyncRequestTimeoutException) {
			headers.set(HttpHeaders.RETRY_AFTER, seconds(AFTER_A_TIMEOUT));
		}
		return answer(response.getStatusCode(), headers, detail(response), request);
	}

	private ResponseEntity<ProblemDocument> answer(HttpStatusCode status, HttpHeaders headers, String detail,
			HttpServletRequest request) {
		return ResponseEntity.status(status)
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDocument.of(status, detail, request));
	}

	/** Rounded up: a client that comes back too early is only sent away again. */
	private static String seconds(Duration duration) {
		return String.valueOf(duration.plusNanos(999_999_999).toSeconds());
	}

	private ResponseEntity<ProblemDocument> badRequest(List<Place> places, HttpServletRequest request) {
		return ResponseEntity.badRequest()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDocument.of(places, request));
	}

	private ResponseEntity<ProblemDocument> unreadable(HttpMessageNotReadableException ex, HttpServletRequest request) {
		JacksonException cause = ofType(JacksonException.class, ex);
		if (cause != null) {
			return unreadable(cause, request);
		}
		if (ex.getCause() == null) {
			return badRequest(List.of(Place.inBody("", "must be given")), request);
		}
		return answer(HttpStatus.BAD_REQUEST, "The body cannot be read.", request);
	}

	private ResponseEntity<ProblemDocument> unreadable(JacksonException ex, HttpServletRequest request) {
		if (this.jsonFaults.isTooLarge(ex)) {
			return answer(HttpStatus.CONTENT_TOO_LARGE, "The body has a string that is too long.", request);
		}
		return badRequest(this.jsonFaults.places(ex), request);
	}

	private ResponseEntity<ProblemDocument> multipart(Exception ex, HttpServletRequest request) {
		InvalidParameterException refused = ofType(InvalidParameterException.class, ex);
		if (refused != null && refused.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()) {
			return answer(HttpStatus.CONTENT_TOO_LARGE, "The upload is too large or has too many parts.", request);
		}
		return answer(HttpStatus.BAD_REQUEST, "The body is not well-formed multipart/form-data.", request);
	}

	private static String detail(ErrorResponse response) {
		if (response instanceof NoResourceFoundException || response instanceof NoHandlerFoundException) {
			return DefaultDetail.of(404);
		}
		if (response instanceof HttpRequestMethodNotSupportedException ex) {
			String[] supported = ex.getSupportedMethods();
			return "The method %s is not supported here%s.".formatted(ex.getMethod(),
					(supported != null) ? ", but " + String.join(", ", supported) : "");
		}
		if (response instanceof HttpMediaTypeNotSupportedException ex) {
			return "The body's media type is not supported here%s."
				.formatted(alternatives(ex.getSupportedMediaTypes()));
		}
		if (response instanceof HttpMediaTypeNotAcceptableException ex) {
			return "None of the media types in the Accept header can be produced here%s."
				.formatted(alternatives(ex.getSupportedMediaTypes()));
		}
		String detail = response.getBody().getDetail();
		int status = response.getStatusCode().value();
		return (detail != null && status < 500) ? detail : DefaultDetail.of(status);
	}

	private static String alternatives(List<MediaType> types) {
		return types.isEmpty() ? ""
				: types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", ", ", but ", ""));
	}

	private static <T extends Throwable> @Nullable T ofType(Class<T> type, Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}
