package dev.decipher.solve;

import java.util.List;

import dev.decipher.alphabet.Tokens;
import dev.decipher.solve.search.Ciphertext;

/**
 * The cryptogram in three parts that the Zodiac killer sent to newspapers in California
 * on 31 July 1969, and what Donald and Bettye Harden read in it a week later, with its
 * misspellings; the last 18 letters mean nothing. The transcription, a character for each
 * of the 54 symbols, is the one that is usual on the Internet (webtoy's).
 */
public final class Zodiac408 {

	/** Without the letters at the end that mean nothing. */
	static final int LENGTH = 390;

	public static final String CIPHERTEXT = "9%P/Z/UB%kOR=pX=BWV+eGYF69HP@K!qYeMJY^UIk7qTtNQYD5)"
			+ "S(/9#BPORAU%fRlqEk^LMZJdr\\pFHVWe8Y@+qGD9KI)6qX85zS("
			+ "RNtIYElO8qGBTQS#BLd/P#B@XqEHMU^RRkcZKqpI)Wq!85LMr9#"
			+ "BPDR+j=6\\N(eEUHkFZcpOVWI5+tL)l^R6HI9DR_TYr\\de/@XJQA"
			+ "P5M8RUt%L)NVEKH=GrI!Jk598LMlNA)Z(PzUpkA9#BVW\\+VTtOP"
			+ "^=SrlfUe67DzG%%IMNk)ScE/9%%ZfAP#BVpeXqWq_F#8c+@9A9B"
			+ "%OT5RUc+_dYq_^SqWVZeGYKE_TYA9%#Lt_H!FBX9zXADd\\7L!=q"
			+ "_ed##6e5PORXQF%GcZ@JTtq_8JI+rBPQW6VEXr9WI6qEHM)=UIk";

	static final String PLAINTEXT = "ILIKEKILLINGPEOPLEBECAUSEITISSOMUCHFUNITISMOREFUNTH"
			+ "ANKILLINGWILDGAMEINTHEFORRESTBECAUSEMANISTHEMOATDAN"
			+ "GERTUEANAMALOFALLTOKILLSOMETHINGGIVESMETHEMOATTHRIL"
			+ "LINGEXPERENCEITISEVENBETTERTHANGETTINGYOURROCKSOFFW"
			+ "ITHAGIRLTHEBESTPARTOFITIATHAEWHENIDIEIWILLBEREBORNI"
			+ "NPARADICESNDALLTHEIHAVEKILLEDWILLBECOMEMYSLAVESIWIL"
			+ "LNOTGIVEYOUMYNAMEBECAUSEYOUWILLTRYTOSLOIDOWNORSTOPM"
			+ "YCOLLECTINGOFSLAVESFORMYAFTERLIFEEBEORIETEMETHHPITI";

	private Zodiac408() {
	}

	/** The part that means something. */
	public static Ciphertext ciphertext() {
		List<String> symbols = CIPHERTEXT.substring(0, LENGTH).chars().mapToObj(Character::toString).toList();
		Tokens tokens = Tokens.of(symbols.stream().distinct().toList());
		return new Ciphertext(tokens, symbols.stream().mapToInt(tokens::indexOf).toArray(), null);
	}

	/** What it means. */
	public static int[] plaintext() {
		return PLAINTEXT.substring(0, LENGTH).chars().map((letter) -> letter - 'A').toArray();
	}

}
