package dev.decipher.solve;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;

import static org.assertj.core.api.Assertions.assertThat;

class SolvePropertiesTests {

	@Test
	void areTheSameWithoutTheService() {
		assertThat(new Binder(List.of()).bindOrCreate("decipher.solve", SolveProperties.class))
			.isEqualTo(SolveProperties.standard());
	}

}
