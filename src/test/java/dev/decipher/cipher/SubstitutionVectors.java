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
						"WILLTRAVELFROMLONDONTOPARISTOMORROW", "23 9 12 12 20 18 1 22 5 12 6 18 15 13 27 20 15 28 31"),
				new Vector("CryptoCrack, Key Phrase", "{'type':'key-phrase','key':'WHATSANOTHERWORDFORSYNONYM'}", null,
						"THE DIFFERENCE BETWEEN FICTION AND REALITY? FICTION HAS TO MAKE SENSE.",
						"SOS TTAASOSOAS HSSOSSO ATASTRO WOT OSWRTSY? ATASTRO OWR SR WWES RSORS.",
						"EHE DDCCEHEHCE BEEHEEH CDCEDLH AHD HEALDEU? CDCEDLH HAL EL AAKE LEHLE."),
				new Vector("By hand, after the American Cryptogram Association's Tridigital",
						"{'type':'tridigital','key':'DRAGONFLY','columns':'NOVELCRAFT'}", null,
						"THE IDES OF MARCH ARE COME", "03095607958910773907097510", "AGA IBAC IF LACCG ACA CILA"),
				Vector.of("CryptoCrack, Checkerboard",
						"{'type':'checkerboard','key':'BACKUP','rows':'BRAIN','columns':'WAVES'}",
						"IHAVENTLOSTMYMINDITSBACKEDUPONDISKSOMEWHERE",
						"AAAWBANWRVASISAVIWIEISAENEAEAAASRAAAISIEBWBABVBERVRABSRWIWASRAAAIEBEIEIWAERVNAAWRVIVRV"));
	}

	@Override
	public List<Vector> ambiguous() {
		return List.of(Vector.of("CryptoCrack, Numbered Key",
				"{'type':'numbered-key','key':'You will never win if you never begin','start':9}",
				"ANYKIDWILLRUNANYERRANDFORYOUIFYOUASKATBEDTIME",
				"39 29 09 01 37 41 21 22 15 15 20 28 38 39 16 26 17 20 33 39 23 41 25 10 33 26 27 28 24 25 09 27 28 "
						+ "39 05 01 39 06 34 19 41 06 22 02 17"),
				Vector.of("CryptoCrack, Grandpré",
						"{'type':'grandpre','words':['ADJACENT','NAZARENE','AGGRIEVE','REQUITED','CHATEAUX','HALFBACK',"
								+ "'IMPUNITY','CROSSBOW']}",
						"HAPPINESSISGOODHEALTHANDABADMEMORY",
						"61 24 73 73 35 75 26 84 85 45 84 33 87 87 48 52 16 11 63 18 52 62 17 48 66 86 22 12 72 38 72 87 25 "
								+ "78"),
				Vector.of("dCode, Grandpré cipher",
						"{'type':'grandpre','words':['VOLUPTUEUX','INQUIETUDE','MAJESTUEUX','OBLIGEANCE','UNIFORMITE',"
								+ "'TWICKENHAM','INGOLSTADT','EINSIEDELN','RYMKIEWICZ','SHREWSBURY'],'labels':'1234567890'}",
						"GRANDPRE", "73 09 78 22 29 15 03 88"),
				Vector.of("BION, The Syllabary Cipher", "{'type':'syllabary'}", "FRIEND", "35 75 24 60"),
				Vector.of("Nils Kopal, The Syllabary Cipher Explained",
						"{'type':'syllabary','rows':'1234567890','columns':'1234567890'}", "HELLOWORLD1",
						"53 65 65 74 06 77 65 31 12"),
				Vector.of("Nils Kopal, The Syllabary Cipher Explained: SECRET",
						"{'type':'syllabary','rows':'1234567890','columns':'1234567890'}", "SECRET", "89 25 83 93"),
				Vector.of("BION, The Syllabary Cipher: the table for the key SE C RE T",
						"{'type':'syllabary','key':'SE C RE T','rows':'7854320196','columns':'8905673214'}",
						"SEC3RETA1ALANANDARAREASATATEATIB2BECA",
						"78 79 70 75 76 77 73 72 71 74 88 89 80 85 86 87 83 82 81 84"));
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
				"{'type':'nomenclator','letters':{'random':{'length':[1,2]}},'nulls':['01','*']}",
				"{'type':'key-phrase','key':R}", "{'type':'numbered-key','key':R,'start':-3}",
				"{'type':'numbered-key','key':{'random':{'length':[200,900]}}}",
				"{'type':'tridigital','key':R,'columns':R}",
				"{'type':'checkerboard','key':R,'rows':'BLACK','columns':'WHITE'}",
				"{'type':'checkerboard','key':R,'rows':'BLACK NIGHT','columns':'12345 67890 ABCDE'}");
	}

}
