package dev.decipher.training;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Lesson}.
 */
class LessonTests {

	@Test
	void leadsFromOneSymbolAndFewKeysToAll() {
		List<Lesson> lessons = Lesson.all(3, 26, 17);
		assertThat(lessons.get(0)).isEqualTo(new Lesson(1, List.of(26, 1, 1)));
		assertThat(lessons.get(1)).isEqualTo(new Lesson(1, List.of(26, 2, 2)));
		assertThat(lessons).contains(new Lesson(17, List.of(26, 2, 2)), new Lesson(17, List.of(26, 4, 2)));
		assertThat(lessons).doesNotHaveDuplicates();
		assertThat(lessons.get(lessons.size() - 1)).isEqualTo(new Lesson(17, List.of(26, 26, 26)));
		for (int i = 1; i < lessons.size(); i++) {
			Lesson before = lessons.get(i - 1);
			Lesson after = lessons.get(i);
			assertThat(after.length()).isBetween(before.length(), 2 * before.length());
			assertThat(keys(after)).isBetween(keys(before), 4 * keys(before));
		}
	}

	private static long keys(Lesson lesson) {
		return lesson.choices().stream().mapToLong(Integer::longValue).reduce(1, (one, other) -> one * other);
	}

	@Test
	void leavesLittleAsItIs() {
		assertThat(Lesson.all(1, 26, 1)).containsExactly(new Lesson(1, List.of(26)));
		assertThat(Lesson.all(2, 2, 2)).containsExactly(new Lesson(1, List.of(2, 1)), new Lesson(1, List.of(2, 2)),
				new Lesson(2, List.of(2, 2)));
	}

	@Test
	void limitsKeysFromTheirEnd() {
		int[] key = { 7, 6, 5, 4 };
		assertThat(new Lesson(1, List.of(26, 1, 1, 1)).limited(key)).containsExactly(0, 0, 0, 4);
		assertThat(new Lesson(1, List.of(26, 4, 4, 2)).limited(key)).containsExactly(1, 2, 1, 4);
		assertThat(new Lesson(1, List.of(26, 26, 26, 26)).limited(key)).containsExactly(7, 6, 5, 4);
		assertThat(new Lesson(1, List.of(26, 4, 4, 2)).limited(new int[] { 9 })).containsExactly(9);
		assertThat(key).containsExactly(7, 6, 5, 4);
	}

}
