package dev.decipher.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Swagger UI where keys are needed: also the API's description, which the page reads
 * before it has anything to type a key into. So it asks for one.
 */
final class SwaggerUiWithKey extends SwaggerIndexPageTransformer {

	private static final String INITIALIZER = "swagger-initializer.js";

	SwaggerUiWithKey(SwaggerUiConfigProperties configuration, SwaggerUiOAuthProperties oauth,
			SwaggerWelcomeCommon welcome, ObjectMapperProvider json) {
		super(configuration, oauth, welcome, json);
	}

	@Override
	public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
			throws IOException {
		Resource page = super.transform(request, resource, chain);
		if (!INITIALIZER.equals(resource.getFilename())) {
			return page;
		}
		String script = new ClassPathResource("swagger-ui/key.js").getContentAsString(StandardCharsets.UTF_8)
				+ page.getContentAsString(StandardCharsets.UTF_8);
		return new TransformedResource(page, script.getBytes(StandardCharsets.UTF_8));
	}

}
