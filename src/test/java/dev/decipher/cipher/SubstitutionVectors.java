package dev.decipher.cipher;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;

/** Published messages of the substitution ciphers, and their keys left to chance. */
final class SubstitutionVectors implements CipherVectors {

	@Override
	public List<Vector> vectors() {
		return List.of(
				Vector.of("The ACA and You, chapter 7: K1", "{'type':'keyword','key':'POULTRY','form':'K1','shift':9}",
						"POULTRYABCDEFGHIJKMNQSVWXZ", "RSTUVWXYZABCDEFGHIJKLMNOPQ"),
				Vector.of("The ACA and You, chapter 7: K2", "{'type':'keyword','key':'KEYBOARD','shift':4}",
						"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "VWXZKEYBOARDCFGHIJLMNPQSTU"),
				Vector.of("The ACA and You, chapter 7: K3",
						"{'type':'keyword','key':'CONQUEST','form':'K3','shift':13}", "CONQUESTABDFGHIJKLMPRVWXYZ",
						"HIJKLMPRVWXYZCONQUESTABDFG"),
				Vector.of("The ACA and You, chapter 7: K4",
						"{'type':'keyword','key':'SHOPTALK','form':'K4','key2':'JUPITER','shift':5}",
						"SHOPTALKBCDEFGIJMNQRUVWXYZ", "VWXYZJUPITERABCDFGHKLMNOQS"),
				Vector.of("dCode, Letter Number", "{'type':'a1z26'}", "DCODE", "4-3-15-4-5"),
				Vector.of("Visual Foodie, An explanation of the number to letter cipher", "{'type':'a1z26'}", "HI, AMY",
						"8-9, 1-13-25"),
				Vector.of("dCode, Polybius cipher", "{'type':'polybius','key':'DCODE'}", "POLYBE", "351332542114"),
				Vector.over(Alphabet.LATIN36,
						"International Collegiate Programming Contest, Southwestern Europe 2002, problem A: stage 1",
						"{'type':'polybius','key':'8P3D1NLT4OAH7KBC5ZJU6WGMXSVIR29EY0FQ','labels':'ABCDEF'}",
						"MEETINGAT9PM", "DFFBFBBBEDAFDEBEBBFAABDF"),
				Vector.of("dCode, Bacon cipher", "{'type':'bacon'}", "DCODE", "AAABBAAABAABBABAAABBAABAA"),
				Vector.of("Toolboxes, Morse code", "{'type':'morse'}", "HELLO WORLD",
						".... . .-.. .-.. --- / .-- --- .-. .-.. -.."),
				Vector.of("Wikipedia, Tap code", "{'type':'tap-code'}", "WATER", "5211441542"),
				Vector.of("Wikipedia, Tap code: dots", "{'type':'tap-code','form':'dots'}", "WATER",
						"..... ..  . .  .... ....  . .....  .... .."),
				Vector.of("Klaus Schmeh, A terminology for codes and nomenclators",
						"{'type':'nomenclator','letters':" + NUMBERS
								+ ",'words':{'London':['27'],'Paris':['28'],'Rome':['29'],'today':['30'],"
								+ "'tomorrow':['31']}}",
						"WILLTRAVELFROMLONDONTOPARISTOMORROW", "23 9 12 12 20 18 1 22 5 12 6 18 15 13 27 20 15 28 31"));
	}

	private static final String NUMBERS = "{" + IntStream.rangeClosed(1, 26)
		.mapToObj((number) -> "'" + (char) ('A' + number - 1) + "':['" + number + "']")
		.collect(Collectors.joining(",")) + "}";

	@Override
	public List<String> templates() {
		return List.of("{'type':'keyword','key':R,'form':'K1','shift':3}", "{'type':'keyword','key':R}",
				"{'type':'keyword','key':R,'form':'K3','shift':1}",
				"{'type':'keyword','key':{'random':{'length':[2,9]}},'form':'K4','key2':R,'shift':-5}",
				"{'type':'a1z26','start':0}", "{'type':'polybius','key':R}", "{'type':'polybius','order':'column-row'}",
				"{'type':'bacon'}", "{'type':'bacon','letters':26,'symbols':'01'}", "{'type':'morse'}",
				"{'type':'tap-code'}", "{'type':'nomenclator','letters':R}",
				"{'type':'nomenclator','letters':{'random':{'length':[1,2]}},'nulls':['01','*']}");
	}

}
