package dev.decipher.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Holds bodies to {@code decipher.http.max-body-size}, and those of type
 * application/octet-stream to {@code decipher.http.max-binary-size}. A body that
 * announces its length is refused at once; one that comes in chunks is cut off where it
 * passes the limit. Uploads as multipart/form-data may be larger: the web server itself
 * reads them into files, under {@code spring.servlet.multipart.*}, and only for who asks
 * for their parts. A stream of lines, application/x-ndjson, may be of any length: it is
 * read by none but who takes it line by line. Nobody's body is looked at who doesn't get
 * in.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1)
class BodyLimitFilter implements Filter {

	private final HttpProperties limits;

	private final ProblemWriter problems;

	BodyLimitFilter(HttpProperties properties, ProblemWriter problems) {
		this.limits = properties;
		this.problems = problems;
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		if (isOfType(MediaType.MULTIPART_FORM_DATA_VALUE, request)
				|| isOfType(MediaType.APPLICATION_NDJSON_VALUE, request)) {
			chain.doFilter(request, response);
			return;
		}
		DataSize limit = isOfType(MediaType.APPLICATION_OCTET_STREAM_VALUE, request) ? this.limits.maxBinarySize()
				: this.limits.maxBodySize();
		long announced = request.getContentLengthLong();
		if (announced > limit.toBytes()) {
			this.problems.write(request, (HttpServletResponse) response, HttpStatus.CONTENT_TOO_LARGE,
					BodyTooLarge.detail(limit));
		}
		else {
			// the web server reads no more than was announced
			chain.doFilter((announced < 0) ? new LimitedRequest(request, limit) : request, response);
		}
	}

	private static boolean isOfType(String type, HttpServletRequest request) {
		String given = request.getContentType();
		return given != null && given.regionMatches(true, 0, type, 0, type.length());
	}

	private static final class LimitedRequest extends HttpServletRequestWrapper {

		private final DataSize limit;

		private @Nullable LimitedServletStream stream;

		private LimitedRequest(HttpServletRequest request, DataSize limit) {
			super(request);
			this.limit = limit;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (this.stream == null) {
				this.stream = new LimitedServletStream(super.getInputStream(), this.limit);
			}
			return this.stream;
		}

		@Override
		public BufferedReader getReader() throws IOException {
			String encoding = getCharacterEncoding();
			Charset charset = (encoding != null) ? Charset.forName(encoding) : StandardCharsets.UTF_8;
			return new BufferedReader(new InputStreamReader(getInputStream(), charset));
		}

	}

	private static final class LimitedServletStream extends ServletInputStream {

		private final ServletInputStream body;

		private final LimitedStream limited;

		private LimitedServletStream(ServletInputStream body, DataSize limit) {
			this.body = body;
			this.limited = new LimitedStream(body, limit);
		}

		@Override
		public int read() throws IOException {
			return this.limited.read();
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			return this.limited.read(buffer, offset, length);
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
