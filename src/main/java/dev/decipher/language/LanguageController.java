package dev.decipher.language;

import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The languages over HTTP. */
@RestController
class LanguageController implements LanguageApi {

	private final Languages languages;

	LanguageController(Languages languages) {
		this.languages = languages;
	}

	@Override
	@GetMapping(path = "/languages", produces = MediaType.APPLICATION_JSON_VALUE)
	public List<LanguageEntry> languages() {
		return this.languages.all();
	}

}
