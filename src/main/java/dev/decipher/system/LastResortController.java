package dev.decipher.system;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers for errors that no controller threw: a filter's exception, or a status that a
 * servlet or a filter sent. It stands where Spring Boot would show an HTML page.
 */
@Hidden
@RestController
class LastResortController implements ErrorController {

	@RequestMapping("${spring.web.error.path:/error}")
	ResponseEntity<ProblemDocument> error(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus sent = (code instanceof Integer number) ? HttpStatus.resolve(number) : null;
		// without a code a client has come here by itself
		HttpStatus status = (sent != null) ? sent : HttpStatus.NOT_FOUND;
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDocument.of(status, DefaultDetail.of(status.value()), request));
	}

}
