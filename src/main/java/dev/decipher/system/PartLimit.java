package dev.decipher.system;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Holds a part of an upload that is read into memory, such as the JSON beside a file, to
 * a size that memory has room for.
 */
@RestControllerAdvice
class PartLimit extends RequestBodyAdviceAdapter {

	private static final DataSize MAX_SIZE = DataSize.ofMegabytes(1);

	@Override
	public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
		return parameter.hasParameterAnnotation(RequestPart.class);
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage part, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converter) throws IOException {
		InputStream body = new LimitedStream(part.getBody(), MAX_SIZE);
		return new HttpInputMessage() {

			@Override
			public InputStream getBody() {
				return body;
			}

			@Override
			public HttpHeaders getHeaders() {
				return part.getHeaders();
			}

		};
	}

}
