package dev.decipher.cipher;

import java.util.List;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;

/** Published messages of the machine ciphers, and their keys left to chance. */
final class MachineVectors implements CipherVectors {

	/** Key lists for the M-209 by Mark J. Blair. */
	private static final String FM = "{'type':'m-209','pins':'BCEJOPSTUVXY ACDHJLMNOQRUYZ AEHJLOQRUV DFGILMNPQS CEHIJLNPS "
			+ "ACDFHIMN','lugs':'1-0 2-0*8 0-3*7 0-4*5 0-5*2 1-5 1-6 3-4 4-5','positions':";

	private static final String AA = "{'type':'m-209','pins':'FGIKOPRSUVWYZ, DFGKLMOTUY, ADEFGIORTUVX, ACFGHILMRSU, "
			+ "BCDEFJKLPS, EFGHIJLMNP','lugs':'04 05*4 06*6 10*5 12 15*4 30*3 34 36 56','positions':'AAAAAA'}";

	private static final String YL = "{'type':'m-209','pins':'BFJKLOSTUWXZ/ABDJKLMORTUV/EHJKNPQRSX/ABCHIJLMPQR/BCDGJLNOPQS/"
			+ "AEFHIJP','lugs':'1-0 2-0*4 0-3 0-4*3 0-5*3 0-6*11 2-5 2-6 3-4 4-5','positions':'A A A A A A'}";

	private static final Alphabet WITH_BLANK = Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ ");

	private static final String ORDER_OF_25 = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25";

	private static final String WIKIPEDIAS_DISKS = "['ZWAXJGDLUBVIQHKYPNTCRMOSFE','KPBELNACZDTRXMJQOYHGVSFUWI',"
			+ "'BDMAIZVRNSJUWFHTEQGYXPLOCK','RPLNDVHGFCUKTEBSXQYIZMJWAO','IHFRLABEUOTSGJVDKCPMNZQWXY',"
			+ "'AMKGHIWPNYCJBFZDRUSLOQXVET','GWTHSPYBXIZULVKMRAFDCEONJQ','NOZUTWDCVRJLXKISEFAPMYGHBQ',"
			+ "'XPLTDSRFHENYVUBMCQWAOIKZGJ','UDNAJFBOWTGVRSCZQKELMXYIHP']";

	@Override
	public List<Vector> vectors() {
		return Stream.of(enigmas(), m209s(), m94s(), solitaires()).flatMap(List::stream).toList();
	}

	private static List<Vector> m209s() {
		return List.of(Vector.of("CrypTool 2, test of the M-209, after Wikipedia: the check of 26 letters",
				"{'type':'m-209','pins':'ABDHIKMNSTVW ADEGJKLORSUX ABGHJLMNRSTUX CEFHIMNPSTU BDEFHIMNPS ABDHKNOQ',"
						+ "'lugs':'36 06 16 15 45 04 04 04 04 20 20 20 20 20 20 20 20 20 20 25 25 05 05 05 05 05 05',"
						+ "'positions':'AAAAAA'}",
				"A".repeat(26), "TNJUWAUQTKCZKNUTOTBCWARMIO"),
				Vector.of("Blair, key list FM: the check", FM + "'AAAAAA'}", "A".repeat(26),
						"TNMYSCRMKKUHLKWLDQHMRQOLWR"),
				Vector.of("Blair, key list AA: the check", AA, "A".repeat(26), "QLRRNTPTFUTRPTNMWQTVJLIJEJ"),
				Vector.of("Blair, key list YL: the check", YL, "A".repeat(26), "OZGPKAFVAJJYRZWLRJEGMOVLUM"),
				Vector.of("Neal, m209, tests", FM + "'ABCDEF','systemIndicator':'G'}", "ATTACKZATZDAWN",
						"NQHNLCAARZOLTV"),
				Vector.over(WITH_BLANK, "Blair, Practical Use of the M-209, chapter 5",
						FM + "'GPDUCO','systemIndicator':'D'}",
						"MISSION ACCOMPLISHED X ALL ENEMY FORCES NEUTRALI ED X  ERO CASUALTIES X EIGHT PRISONERS TAKEN X"
								+ " AWAITING FURTHER ORDERSO",
						"JSCPSXZTGRHHWJGBDKKKSHISCIMDFKRLUVHTWGAWSUYMMVZBQPOEBJEKPMBWGPGNIOFGALVRYJCLSPLJGRFYEUQVZT"
								+ "PSNDTOAPYGSKGKMCKQTDJCPBENHYRX"),
				new Vector("Neal, m209, tutorial: Z is printed as a blank", FM + "'ABCDEF','systemIndicator':'g'}",
						Alphabet.LATIN27, "Attack at Dawn", "NQHNLCAARZOLTV", "ATTACK-AT-DAWN"));
	}

	private static List<Vector> m94s() {
		return List.of(
				Vector.of("Wikipedia, Jefferson disk",
						"{'type':'m-94','order':'7 9 5 10 1 6 3 8 2 4','generatrices':[6],'disks':" + WIKIPEDIAS_DISKS
								+ "}",
						"RETREATNOW", "OMKEGWPDFN"),
				Vector.of("SymmetricChaos, classic ciphers, test of the M-94",
						"{'type':'m-94','order':'" + ORDER_OF_25 + "','generatrices':10}", "THEQUICKBROWNFOXJUMPSOVER",
						"WVYAHWENQCKCGUAYKNZFTISYK"),
				Vector.of("the same, its disks ordered by their letters",
						"{'type':'m-94','order':'BCDEFGHIJKLMNOPQRSTUVWXYZ','generatrices':[10,10]}",
						"The quick brown fox jumps over", "Wvy ahwen qckcg uay knzft isyk"));
	}

	private static List<Vector> solitaires() {
		String fifteen = "A".repeat(15);
		String unkeyed = "AC 2C 3C 4C 5C 6C 7C 8C 9C 10C JC QC KC DA D2 D3 D4 D5 D6 D7 D8 D9 D10 DJ DQ DK a♥ 2♥ 3♥ 4♥ 5♥ 6♥ "
				+ "7♥ 8♥ 9♥ t♥ j♥ q♥ k♥ 40 41 42 43 44 45 46 47 48 49 50 51 52 JA JB";
		return List.of(solitaire("", fifteen, "EXKYIZSGEHUNTIQ"), solitaire(unkeyed, fifteen, "EXKYIZSGEHUNTIQ"),
				solitaire("f", fifteen, "XYIUQBMHKKJBEGY"), solitaire("fo", fifteen, "TUJYMBERLGXNDIW"),
				solitaire("foo", fifteen, "ITHZUJIWGRFARMW"), solitaire("a", fifteen, "XODALGSCULIQNSC"),
				solitaire("aa", fifteen, "OHGWMXXCAIMCIQP"), solitaire("aaa", fifteen, "DCSQYHBQZNGDRUT"),
				solitaire("b", fifteen, "XQEEMOITLZVDSQS"), solitaire("bc", fifteen, "QNGRKQIHCLGWSCE"),
				solitaire("bcd", fifteen, "FMUBYBMAXHNQXCJ"),
				solitaire("crypto nomicon", "A".repeat(25), "SUGSRSXSWQRMXOHIPBFPXARYQ"),
				solitaire("cryptonomicon", "SOLITAIREX", "KIRAKSFJAN"));
	}

	private static Vector solitaire(String key, String plaintext, String ciphertext) {
		return Vector.of("Schneier, Solitaire test vectors: " + ciphertext, "{'type':'solitaire','key':'" + key + "'}",
				plaintext, ciphertext);
	}

	private static List<Vector> enigmas() {
		return List.of(
				Vector.of("Turing, Treatise on the Enigma, 1940: Railway",
						"{'type':'enigma','model':'Railway','rotors':['III','I','II'],'rings':'26 17 16 13',"
								+ "'positions':'JEZA'}",
						"DEUTSQETRUPPENSINDJETZTINENGLAND", "QSZVIDVMPNEXACMRWWXUIYOTYNGVVXDZ"),
				Vector.of("Franklin Heath, Enigma Sample Messages: Tirpitz, 1944, until the reflector was turned",
						"{'type':'enigma','model':'Tirpitz','rotors':['VI','IV','VII'],'rings':'06 17 03 20',"
								+ "'positions':'FQDC'}",
						"MOEGLICHERWEISEAUFNAHMEAU", "IRCYPXNVSFERKMKMNJZZZTDBF"),
				Vector.of("Operation Barbarossa, 1941, part 1: WXC KCH",
						"{'type':'enigma','model':'I','rotors':['ii','iv','v'],'reflector':'UKW B','rings':'02 21 12',"
								+ "'positions':'WXC','indicator':'KCH','plugboard':'AV BS CG DL FU HZ IN KM OW RX'}",
						"AUFKLXABTEILUNGXVONX", "EDPUDNRGYSZRCXNUYTPO"),
				Vector.of("Operation Barbarossa, 1941, part 2: CRS YPJ",
						"{'type':'enigma','model':'I','rotors':['II','IV','V'],'reflector':'Bruno',"
								+ "'rings':'2 21 12','positions':'crs','indicator':'ypj',"
								+ "'plugboard':'1/22 2/19 3/7 4/12 6/21 8/26 9/14 11/13 15/23 18/24'}",
						"DREIGEHTLANGSAM", "SFBWDNJUSEGQOBH"),
				Vector.of("U-264, 1942",
						"{'type':'enigma','model':'M4','rotors':['β','II','IV','I'],'reflector':'B thin',"
								+ "'rings':'AAAV','positions':'VJNA','plugboard':'AT BL DF GJ HM NW OP QY RZ VX'}",
						"VONVONJLOOKSJHFFTTTE", "NCZWVUSXPNYMINHZXMQX"),
				enigma4j("I", "'reflector':'AZ BC DE FG HI KL MN OP QR ST UV WX','plugboard':''", "YNVMSXWUAPJWZ"),
				enigma4j("I", "'reflector':'AC DE FG HI JK LM NP QR ST UV WX YZ','plugboard':''", "YNVMSXWUAPJWZ"),
				enigma4j("M3", "'reflector':'ac de fg hi jk lm np qr st uv wx yz bo','plugboard':''", "YNVMSXWUAPJWZ"),
				enigma4j("Norway", "'plugboard':''", "IDMTGAQPTPQLJ"),
				enigma4j("Sonder", "'plugboard':''", "LWZFZEEKQYNXT"),
				enigma4j("KD", "'reflector':'AQ BG CK DI EL FX HZ MW NV OT PU RS JY'", "RXWZOOGBLTMYO"),
				enigma4j("D", "'reflector':'UKW'", "KFLHZQOPKOSIO"), enigma4j("K", null, "KFLHZQOPKOSIO"),
				enigma4j("Swiss-K", null, "NGOHGZKGZIISX"), enigma4j("Railway", null, "JYLAZZQVIBZED"),
				enigma4j("Tirpitz", null, "UIWVIPTFYCBVB"), enigma4j("Tirpitz", "IV", "V", "VI", null, "YKHUMXCHLQQTU"),
				enigma4j("Tirpitz", "VII", "VIII", "I", null, "XDDSFDZIZIKQA"), enigma4j("G", null, "KDJWGYSJWZPKZ"),
				enigma4j("G-111", "I", "II", "V", null, "TNBMSJUCIQIUA"), enigma4j("G-260", null, "DBVTUYDKOENAV"),
				enigma4j("G-312", null, "NCVNHMGYXHZQV"));
	}

	/**
	 * A test of that program: rings ABC, start BAZ, a reflector's ring at Z and it at C.
	 */
	private static Vector enigma4j(String model, String fields, String ciphertext) {
		return enigma4j(model, "I", "II", "III", fields, ciphertext);
	}

	private static Vector enigma4j(String model, String left, String middle, String right, String fields,
			String ciphertext) {
		boolean settable = Stream.of("I", "M3", "Norway", "Sonder", "KD").noneMatch(model::equals);
		String cipher = "{'type':'enigma','model':'%s','rotors':['%s','%s','%s'],'rings':'%s','positions':'%s'%s}"
			.formatted(model, left, middle, right, settable ? "ZABC" : "ABC", settable ? "CBAZ" : "BAZ",
					(fields != null) ? "," + fields : "");
		return Vector.of("Mozq, enigma4j, tests: " + model + " " + ciphertext, cipher, "SECRETMESSAGE", ciphertext);
	}

	@Override
	public List<String> templates() {
		Stream<String> others = Stream.of("{'type':'m-209','pins':R,'lugs':R,'positions':R}",
				"{'type':'m-209','pins':R,'lugs':R,'positions':R,'systemIndicator':'Q'}",
				"{'type':'m-94','order':R,'generatrices':[1,25,-3]}", "{'type':'solitaire','key':R}",
				"{'type':'solitaire','key':{'random':{'length':[1,100]}}}");
		Stream<String> enigmas = Stream
			.of("Norway", "Sonder", "D", "K", "Swiss-K", "Railway", "Tirpitz", "KD", "G", "G-111", "G-260", "G-312")
			.flatMap((model) -> Stream.of("{'type':'enigma','model':'" + model + "'}",
					"{'type':'enigma','model':'" + model + "','reflector':R,'positions':{'any':true}}"));
		return Stream.concat(enigmas, others).toList();
	}

}
