package dev.decipher.cipher.machine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.decipher.cipher.KeyNumbers;

/**
 * The wheels of all Enigmas, by name and in the order of their numbers. A rotor's line is
 * its name, the contact at the left of each contact at the right, and the letters in the
 * window at which it takes its left neighbour with it; a reflector's the contacts that
 * each one is wired to.
 */
final class EnigmaWheels {

	static final Map<String, Rotor> SERVICES = rotors("""
			I EKMFLGDQVZNTOWYHXUSPAIBRCJ Q
			II AJDKSIRUXBLHWTMCQGZNPYFVOE E
			III BDFHJLCPRTXVZNYEIWGAKMUSQO V
			IV ESOVPZJAYQUIRHXLNFTGKDCMWB J
			V VZBRGITYUPSDNHLXAWMJQOFECK Z
			VI JPGVOUMFYQBENHZRDKASXLICTW ZM
			VII NZJHGRCXMYSWBOUFAIVLPEKQDT ZM
			VIII FKQHTLXOCBJSPDZRAMEWNIUYGV ZM""");

	/** The fourth rotors of the M4. */
	static final Map<String, Rotor> GREEK = rotors("""
			Beta LEYJVCNIXWPBQMDRTAKZGFUHOS
			Gamma FSOKANUERHMBTIYCWLQPZXVGJD""");

	static final Map<String, Rotor> NORWAY = rotors("""
			I WTOKASUYVRBXJHQCPZEFMDINLG Q
			II GJLPUBSWEMCTQVHXAOFZDRKYNI E
			III JWFMHNBPUSDYTIXVZGRQLAOEKC V
			IV FGZJMVXEPBWSHQTLIUDYKCNRAO J
			V HEJXQOTZBVFDASCILWPGYNMURK Z""");

	static final Map<String, Rotor> SONDER = rotors("""
			I VEOSIRZUJDQCKGWYPNXAFLTHMB Q
			II UEMOATQLSHPKCYFWJZBGVXINDR E
			III TZHXMBSIPNURJFDKEQVCWGLAOY V""");

	static final Map<String, Rotor> COMMERCIAL = rotors("""
			I LPGSZMHAEOQKVXRFYBUTNICJDW Y
			II SLVGBTFXJQOHEWIRZYAMKPCNDU E
			III CJGDPSHKTURAWZXFMYNQOBVLIE N""");

	static final Map<String, Rotor> SWISS = rotors("""
			I PEZUOHXSCVFMTBGLRINQJWAYDK Y
			II ZOUESYDKFWPCIQXHMVBLGNJRAT E
			III EHRVXGAOBQUSIMZFLYNWKTPDJC N""");

	static final Map<String, Rotor> RAILWAY = rotors("""
			I JGDQOXUSCAMIFRVTPNEWKBLZYH N
			II NTZPSFBOKMWRCJDIVLAEYUXHGQ E
			III JVIUBHTCDYAKEQZPOSGXNRMWFL Y""");

	static final Map<String, Rotor> TIRPITZ = rotors("""
			I KPTYUELOCVGRFQDANJMBSWHZXI WZEKQ
			II UPHZLWEQMTDJXCAKSOIGVBYFNR WZFLR
			III QUDLYRFEKONVZAXWHMGPJBSICT WZEKQ
			IV CIWTBKXNRESPFLYDAGVHQUOJZM WZFLR
			V UAXGISNJBVERDYLFZWTPCKOHMQ YCFKR
			VI XFUZGALVHCNYSEWQTDMRBKPIOJ XEIMQ
			VII BJVFTXPLNAYOZIKWGDQERUCHSM YCFKR
			VIII YMTPNZHWKODAJXELUQVGCBISFR XEIMQ""");

	static final Map<String, Rotor> KD = rotors("""
			I VEZIOJCXKYDUNTWAPLQGBHSFMR SUYAEHLNQ
			II HGRBSJZETDLVPMQYCXAOKINFUW SUYAEHLNQ
			III NWLHXGRBYOJSAZDVTPKFQMEUIC SUYAEHLNQ""");

	static final Map<String, Rotor> G = rotors("""
			I LPGSZMHAEOQKVXRFYBUTNICJDW SUVWZABCEFGIKLOPQ
			II SLVGBTFXJQOHEWIRZYAMKPCNDU STVYZACDFGHKMNQ
			III CJGDPSHKTURAWZXFMYNQOBVLIE UWXAEFHKMNR""");

	static final Map<String, Rotor> G_111 = rotors("""
			I WLRHBQUNDKJCZSEXOTMAGYFPVI SUVWZABCEFGIKLOPQ
			II TFJQAZWMHLCUIXRDYGOEVBNSKP STVYZACDFGHKMNQ
			V QTPIXWVDFRMUSLJOHCANEZKYBG SWZFHMQ""");

	static final Map<String, Rotor> G_260 = rotors("""
			I RCSPBLKQAUMHWYTIFZVGOJNEXD SUVWZABCEFGIKLOPQ
			II WCMIBVPJXAROSGNDLZKEYHUFQT STVYZACDFGHKMNQ
			III FVDHZELSQMAXOKYIWPGCBUJTNR UWXAEFHKMNR""");

	static final Map<String, Rotor> G_312 = rotors("""
			I DMTWSILRUYQNKFEJCAZBPGXOHV SUVWZABCEFGIKLOPQ
			II HQZGPJTMOBLNCIFDYAWVEUSRKX STVYZACDFGHKMNQ
			III UQNTLSZFMREHDPXKIBVYGJCWOA UWXAEFHKMNR""");

	static final Map<String, int[]> A_B_C = reflectors("""
			A EJMZALYXVBWFCRQUONTSPIKHGD
			B YRUHQSLDPXNGOKMIEBFZCWVJAT
			C FVPJIAOYEDRZXWGCTKUQSBNMHL""");

	static final Map<String, int[]> B_C = reflectors("""
			B YRUHQSLDPXNGOKMIEBFZCWVJAT
			C FVPJIAOYEDRZXWGCTKUQSBNMHL""");

	static final Map<String, int[]> THIN = reflectors("""
			B ENKQAUYWJICOPBLMDXZVFTHRGS
			C RDOBJNTKVEHMLFCWZAXGYIPSUQ""");

	static final Map<String, int[]> NORWAYS = only("MOWJYPUXNDSRAIBFVLKZGQCHET");

	static final Map<String, int[]> SONDERS = only("CIAGSNDRBYTPZFULVHEKOQXWJM");

	static final Map<String, int[]> COMMERCIALS = only("IMETCGFRAYSQBZXWLHKDVUPOJN");

	static final Map<String, int[]> RAILWAYS = only("QYHOGNECVPUZTFDJAXWMKISRBL");

	static final Map<String, int[]> TIRPITZS = only("GEKPBTAUMOCNILJDXZYFHWVQSR");

	static final Map<String, int[]> G_312S = only("RULQMZJSYGOCETKWDAHNBXPVIF");

	private EnigmaWheels() {
	}

	/**
	 * A wheel that turns.
	 *
	 * @param wiring the contact at the left of each contact at the right: (26)
	 * @param backward its inverse: (26)
	 * @param turnovers for each letter in the window whether its neighbour is turned on:
	 * (26)
	 */
	record Rotor(int[] wiring, int[] backward, boolean[] turnovers) {
	}

	private static Map<String, Rotor> rotors(String lines) {
		Map<String, Rotor> rotors = new LinkedHashMap<>();
		lines.lines().map((line) -> line.split(" ")).forEach((parts) -> {
			int[] wiring = letters(parts[1]);
			boolean[] turnovers = new boolean[wiring.length];
			for (int letter : letters((parts.length > 2) ? parts[2] : "")) {
				turnovers[letter] = true;
			}
			rotors.put(parts[0], new Rotor(wiring, KeyNumbers.inverse(wiring), turnovers));
		});
		return Collections.unmodifiableMap(rotors);
	}

	private static Map<String, int[]> reflectors(String lines) {
		Map<String, int[]> reflectors = new LinkedHashMap<>();
		lines.lines().map((line) -> line.split(" ")).forEach((parts) -> reflectors.put(parts[0], letters(parts[1])));
		return Collections.unmodifiableMap(reflectors);
	}

	private static Map<String, int[]> only(String wiring) {
		return Map.of("UKW", letters(wiring));
	}

	/** Indices of letters. */
	static int[] letters(String text) {
		return text.chars().map((letter) -> letter - 'A').toArray();
	}

	/** The first rotors. */
	static Map<String, Rotor> first(int count, Map<String, Rotor> rotors) {
		Map<String, Rotor> first = new LinkedHashMap<>(rotors);
		first.keySet().retainAll(List.copyOf(rotors.keySet()).subList(0, count));
		return Collections.unmodifiableMap(first);
	}

}
