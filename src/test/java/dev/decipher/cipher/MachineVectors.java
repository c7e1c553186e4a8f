package dev.decipher.cipher;

import java.util.List;
import java.util.stream.Stream;

/** Published messages of the machine ciphers, and their keys left to chance. */
final class MachineVectors implements CipherVectors {

	@Override
	public List<Vector> vectors() {
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
		return Stream
			.of("Norway", "Sonder", "D", "K", "Swiss-K", "Railway", "Tirpitz", "KD", "G", "G-111", "G-260", "G-312")
			.flatMap((model) -> Stream.of("{'type':'enigma','model':'" + model + "'}",
					"{'type':'enigma','model':'" + model + "','reflector':R,'positions':{'any':true}}"))
			.toList();
	}

}
