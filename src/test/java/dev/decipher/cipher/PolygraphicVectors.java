package dev.decipher.cipher;

import java.util.List;

import dev.decipher.alphabet.Alphabet;

/** Published messages of the polygraphic ciphers, and their keys left to chance. */
final class PolygraphicVectors implements CipherVectors {

	private static final String HELP_ME = "HELPMEOBIWANKENOBI";

	private static final String BEN_WADE = "BENWADETAKESTHE310TRAINTOYUMAX";

	@Override
	public List<Vector> vectors() {
		return List.of(
				Vector.of("Wikipedia, Hill cipher: a matrix of numbers", "{'type':'hill','key':[3,3,2,5]}", "HELP",
						"HIAT"),
				Vector.of("Wikipedia, Hill cipher: numbers in a text",
						"{'type':'hill','key':'6 24 1 13 16 10 20 17 15'}", "ACTCAT", "POHFIN"),

				Vector.of("by hand, after Hill: four rows",
						"{'type':'hill','key':[0,1,0,0, 1,0,0,0, 0,0,0,3, 0,0,1,2]}", "BCDE", "CBML"),
				Vector.of("by hand, after Hill: five rows",
						"{'type':'hill','key':[0,0,0,0,1, 1,0,0,0,0, 0,3,0,0,0, 0,0,1,0,0, 0,0,1,1,0]}", "BCDEF",
						"FBGDH"),
				new Vector("Wikipedia, Playfair cipher: two words for a key, the fillers put in",
						"{'type':'playfair','key':'playfair example'}", null, "HIDETHEGOLDINTHETREESTUMP",
						"BMODZBXDNABEKUDMUIXMMOUVIF", "HIDETHEGOLDINTHETREXESTUMP"),
				Vector.of("American Cryptogram Association, Playfair", "{'type':'playfair','key':'LOGARITHM'}",
						"COMEQUICKLYWENEXEDHELP", "DLHFSNCNCRZXCQQGFEEQON"),
				new Vector("playfair_cipher, a crate: 6 by 6",
						"{'type':'playfair','key':'play 3645 fair 8760 example'}", Alphabet.LATIN36,
						"HIDETHEGOLDINTHETREESTUMPAT5OCLOCK", "SXG0SJGQW5H5OUGX2MXMXQUN733Q0WDPNDHB",
						"HIDETHEGOLDINTHETREXESTUMPAT5OCLOCKX"),
				Vector.over(Alphabet.LATIN36, "playfair_cipher, a crate: two squares of 6 by 6",
						"{'type':'two-square','key1':'EXAMPLE','key2':'KEYWORD','direction':'vertical'}", BEN_WADE,
						"CKNWEBMPEYAPRJLX01WYXJNTKOVLE0"),
				Vector.over(Alphabet.LATIN36, "playfair_cipher, a crate: four squares of 6 by 6",
						"{'type':'four-square','key1':'EXAMPLE','key2':'KEYWORD'}", BEN_WADE,
						"PEOQMKXUPDEUSAL201WIADJQI0RJLP"),
				Vector.of("Wikipedia, Four-square cipher, without Q",
						"{'type':'four-square','key1':'EXAMPLE','key2':'KEYWORD','omit':'Q'}", HELP_ME,
						"FYGMKYHOBXMFKKKIMD"),
				Vector.of("Wikipedia, Two-square cipher, without Q",
						"{'type':'two-square','key1':'EXAMPLE','key2':'KEYWORD','direction':'vertical','omit':'Q'}",
						HELP_ME, "HEDLXWSDJYANHOTKDG"),
				new Vector("American Cryptogram Association, Seriated Playfair",
						"{'type':'seriated-playfair','key':'LOGARITHM','period':6}", null,
						"COMEQUICKLYWENEEDHELPIMMEDIATELYTOM", "NLBCSPCDFGXZQQCDCMGCGQTBHCFTRHFGWHGB",
						"COMEQUICKLYWENEEDHXELPIMMEDIATELYTOM"),
				Vector.of("CryptoCrack, Seriated Playfair: the last lines are shorter",
						"{'type':'seriated-playfair','key':'SERIATEDPLAYFAIR','period':7}",
						"BABBAGESRULENOMANSCIPHERISWORTHLOOKINGATUNLESSTHEINVENTORHASHIMSELF"
								+ "SOLVEDAVERYDIFFICULTCIPHERXTHECODEBREAKERSBYKAHNX",
						"FSFGSCIEIVDROMQSWEFRLBRPARXNIPFYKKMAKHILXOGREEPFILMURKYMIBITFLO"
								+ "EAYKAXDZDLSURPDBEHBANVPLFADFSIUPGRGQBRFEASMDIECDQRGQZ"),
				Vector.of("American Cryptogram Association, Phillips",
						"{'type':'phillips','key':'DIAGOCBSLNEFHKMUTRQPVWXYZ'}",
						"SQUARESONEANDFIVEAREACTUALLYTHESAMEASARESQUARESTWOANDEIGHTTHEOVERALLPERIODISFORTY",
						"KZWLYTGEDTQETARBTYGTLFXWLPPOXLTYKUTKGKYTKZWLYTGXSEQETIRZQAAQTCITYKPPVBLHEFHGREYXO"),
				Vector.of("dnafinder, crypto: Phillips-RC",
						"{'type':'phillips','key':'LEPRABNUHCDFGIKTSQOMVWXYZ','variant':'phillips-rc'}",
						"HIDETHEGOLDINTOTHETREESTUMP", "KMSUWADOZGRAGYZADXAVUUXWIVF"),
				// A's column, the first of the first five, is followed by B's, C's and
				// D's
				Vector.of("by hand, after Phillips, C", "{'type':'phillips','key':'A','variant':'phillips-c'}",
						"AAAAAAAAAAAAAAA", "GGGGGHHHHHIIIII"),
				Vector.of("American Cryptogram Association, Bazeries", "{'type':'bazeries','number':3752}",
						"SIMPLESUBSTITUTIONPLUSTRANSPOSITION", "ACYYUXYMRQKXKCKGCRQIYITNKYXKCYGQGCI"),
				Vector.of("goldbug, BazeriesTest", "{'type':'bazeries','number':81257}",
						"WHOEVERHASMADEAVOYAGEUPTHEHUDSONMUSTREMEMBERTHEKAATSKILLMOUNTAINS",
						"DUMTMCDSENRTEMVEQXMOELCCRVXDMDKWXNNMUKRDKUMYNMBPRKEEPMGNGEKWXCRWB"));
	}

	@Override
	public List<String> templates() {
		return List.of("{'type':'hill','key':{'random':{'length':[16,16]}}}",
				"{'type':'hill','key':{'random':{'length':[10,25]}}}", "{'type':'playfair','key':R,'omit':'X'}",
				"{'type':'playfair','key':R,'doubles':'keep'}", "{'type':'playfair','key':R,'doubles':'right'}",
				"{'type':'playfair','key':R,'doubles':'down','columns':9}",
				"{'type':'playfair','key':R,'doubles':'diagonal','columns':2}",
				"{'type':'playfair','key':R,'doubles':'split','columns':13}",
				"{'type':'four-square','key1':R,'key2':R,'columns':9}",
				"{'type':'two-square','key1':R,'key2':R,'direction':'horizontal','columns':5}",
				"{'type':'seriated-playfair','key':R,'period':6}", "{'type':'seriated-playfair','key':R,'period':1}",
				"{'type':'seriated-playfair','key':R,'period':100}", "{'type':'tri-square','key1':R,'key2':R,'key3':R}",
				"{'type':'phillips','key':R}", "{'type':'phillips','key':R,'variant':'phillips-c'}",
				"{'type':'phillips','key':R,'variant':'phillips-rc'}", "{'type':'bazeries','number':100000,'key':R}",
				"{'type':'bazeries','number':907213,'key':{'random':{'length':[3,5]}}}");
	}

}
