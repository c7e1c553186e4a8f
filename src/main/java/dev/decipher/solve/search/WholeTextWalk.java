package dev.decipher.solve.search;

import java.util.SplittableRandom;

import dev.decipher.cipher.KeySpace;
import dev.decipher.language.NGrams;

/** Deciphers the whole text with each key. */
final class WholeTextWalk implements KeyWalk {

	private final KeySpace space;

	private final int[] ciphertext;

	private final CribCost cribs;

	private final SplittableRandom random;

	private final int[][] key;

	private final int[][] before;

	private NGrams grams;

	private int cost;

	private int changed;

	WholeTextWalk(KeySpace space, int[] ciphertext, NGrams grams, CribCost cribs, SplittableRandom random) {
		this.space = space;
		this.ciphertext = ciphertext;
		this.grams = grams;
		this.cribs = cribs;
		this.random = random;
		this.key = space.first();
		this.before = space.first();
	}

	@Override
	public void goTo(int[][] key, NGrams grams) {
		this.grams = grams;
		MetropolisRule.copy(key, this.key);
		this.cost = costOfText();
	}

	@Override
	public int cost() {
		return this.cost;
	}

	@Override
	public int change(float limit, float temperature) {
		MetropolisRule.copy(this.key, this.before);
		this.space.change(this.key, this.random);
		this.changed = costOfText();
		return this.changed - this.cost;
	}

	@Override
	public void accept() {
		this.cost = this.changed;
	}

	@Override
	public void reject() {
		MetropolisRule.copy(this.before, this.key);
	}

	@Override
	public void copyTo(int[][] key) {
		MetropolisRule.copy(this.key, key);
	}

	private int costOfText() {
		int[] text = this.space.symbolCipher().apply(this.key).decrypt(this.ciphertext);
		return this.grams.cost(text) + this.cribs.of(text);
	}

}
