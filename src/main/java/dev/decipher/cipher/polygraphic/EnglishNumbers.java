package dev.decipher.cipher.polygraphic;

/** Numbers in English words. */
final class EnglishNumbers {

	private static final String[] BELOW_TWENTY = { "", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT",
			"NINE", "TEN", "ELEVEN", "TWELVE", "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN",
			"NINETEEN" };

	private static final String[] TENS = { "", "", "TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY",
			"NINETY" };

	private EnglishNumbers() {
	}

	/**
	 * The words without blanks, hyphens or "and": THREETHOUSANDSEVENHUNDREDFIFTYTWO.
	 * @param number 1 to 999,999
	 */
	static String words(int number) {
		if (number >= 1000) {
			return words(number / 1000) + "THOUSAND" + words(number % 1000);
		}
		if (number >= 100) {
			return BELOW_TWENTY[number / 100] + "HUNDRED" + words(number % 100);
		}
		return (number < BELOW_TWENTY.length) ? BELOW_TWENTY[number] : TENS[number / 10] + BELOW_TWENTY[number % 10];
	}

}
