package dev.decipher.cipher;

import java.util.List;

import dev.decipher.alphabet.Alphabet;

/** Published messages of the transposition ciphers, and their keys left to chance. */
final class TranspositionVectors implements CipherVectors {

	private static final String CIVIL_WAR = "CIVILWARFIELDCIPHER";

	private static final String DISCOVERED = "WEAREDISCOVEREDFLEEATONCE";

	private static final String VIRTUE = "ITISFARBETTERTOBEALONETHANTOBEINBADCOMPANY";

	@Override
	public List<Vector> vectors() {
		return List.of(
				Vector.of("Veenstra, Historical codes, Transposition ciphers", "{'type':'reverse'}", "MEETATDAWN",
						"NWADTATEEM"),
				Vector.of("Stinson, Cryptography, example 1.7", "{'type':'permutation','order':[2,4,0,5,3,1]}",
						"SHESELLSSEASHELLSBYTHESEASHORE", "EESLSHSALSESLSHBLEHSYEETHRAEOS"),
				Vector.of("Stinson, Cryptography, example 1.7, from 1", "{'type':'permutation','order':'3 5 1 6 4 2'}",
						"SHESELLSSEASHELLSBYTHESEASHORE", "EESLSHSALSESLSHBLEHSYEETHRAEOS"),
				Vector.over(Alphabet.of("0123456789"), "CyberChef, Rail Fence Cipher, offset",
						"{'type':'rail-fence','rails':4,'offset':2}", "12345678901234567890", "51746026813793592840"),
				Vector.of("ACA, Railfence", "{'type':'rail-fence','rails':3}", CIVIL_WAR, "CLFDHIIWRILCPEVAEIR"),
				Vector.of("ACA, Redefence", "{'type':'redefence','key':'213'}", CIVIL_WAR, "IIWRILCPECLFDHVAEIR"),
				Vector.of("ACA, Redefence, the other key", "{'type':'redefence','key':[3,1,2],'offset':2}", CIVIL_WAR,
						"IIWRILCPECLFDHVAEIR"),
				Vector.of("dCode, Redefence", "{'type':'redefence','key':'ZIG'}", "DCODEZIGZAG", "OIGCDZGADEZ"),
				Vector.of("dCode, Redefence, deciphered", "{'type':'redefence','key':'231'}", "REDEFENCE", "DNRFEEEEC"),
				Vector.of("Wikipedia, Transposition cipher, Myszkowski", "{'type':'myszkowski','key':'TOMATO'}",
						DISCOVERED, "ROFOACDTEDSEEEACWEIVRLENE"),
				Vector.of("Wikipedia, Transposition cipher, Myszkowski, by numbers",
						"{'type':'myszkowski','key':[4,3,2,1,4,3]}", DISCOVERED, "ROFOACDTEDSEEEACWEIVRLENE"),
				Vector.of("Wikipedia, Transposition cipher, by numbers", "{'type':'columnar','key':'6 3 2 4 1 5'}",
						DISCOVERED, "EVLNACDTESEAROFODEECWIREE"),
				Vector.of("Wikipedia, Transposition cipher, by numbers from 0",
						"{'type':'double-columnar','key1':'5,2,1,3,0,4','key2':'564231'}", DISCOVERED,
						"CAEENSOIAEDRLEFWEDREEVTOC"),
				Vector.of("ACA, Amsco", "{'type':'amsco','key':'41325'}",
						"INCOMPLETECOLUMNARWITHALTERNATINGSINGLELETTERSANDDIGRAPHS",
						"CECRTEGLENPHPLUTNANTEIOMOWIRSITDDSINTNALINESAALEMHATGLRGR"),
				Vector.of("CryptoCrack, Amsco", "{'type':'amsco','key':'31452'}",
						"APERSONWHOSMILESINTHEFACEOFADVERSITYPROBABLYHASASCAPEGOAT",
						"EOSNEOSBAAOANWEFAVPRHPEAPHSICEROASGRSMTHFITBSCTOILEADYLYA"),
				Vector.of("thonky.com, Amsco", "{'type':'amsco','key':[3,5,1,4,2],'start':1}",
						"WHOEVERHASMADEAVOYAGEUPTHEHUDSONMUSTREMEMBERTHEKAATSKILLMOUNTAINS",
						"EMAAEHUMBALMNREAUDSRRTSUNWHAVPTOEMHKITVEDGEUSTEATOSHOSOYHNMEEKLAI"),
				Vector.of("CryptoCrack, Route Transposition",
						"{'type':'route','columns':6,'write':'rows','read':'columns'}", VIRTUE,
						"IRRLAIOTBTONNMIEONTBPSTBEOAAFTETBDNAEAHECY"),
				Vector.of("Wikipedia, Transposition cipher, Route cipher",
						"{'type':'route','rows':3,'write':'columns','read':'spiral-clockwise',"
								+ "'readCorner':'top-right'}",
						DISCOVERED + "JX", "EJXCTEDECDAEWRIORFEONALEVSE"),
				Vector.of("Motivate Maths, Code of the week, Route cipher",
						"{'type':'route','columns':4,'write':'columns','read':'spiral-clockwise'}",
						"IATECHOCOLATEFORBREAKFASTJXZ", "ICOFASTJXZKFOHCETAORBREAETAL"),
				Vector.of("Oranchak, Blake and Van Eycke, The solution of the Zodiac killer's 340-character cipher, lines 1-9",
						"{'type':'route','columns':17,'write':'steps','down':1,'right':2,'read':'rows'}",
						"IHOPEYOUAREHAVINGLOTSOFFANINTRYINGTOCATCHMETHATWASNTMEONTHETVSHOWWHICHBRINGOUPAPOINTABOUTMEIA"
								+ "MNOTAFRAIDOFTHEGASCHAMBERBECAASEITWILLSENDMETOPARADLCEALLTHE",
						"IRONCAOOIIERGRTMLECHETTATNWNNIAABWEITEOHSRTWTWGTAISDCCLOAPAOYCAHHOAMBNOHALPLEVFIHSEIUCPOOFAAS"
								+ "ALYIFNMNTTVHAUTTMSERTONAGETTMSBPTAHBENAHUGNLIOHEHROMFEEIDDEA"),
				Vector.of("ACA, Grille", "{'type':'grille','holes':[1,8,10,12]}", "THETURNINGGRILLE",
						"TILUNRGHGELTENIR"),
				Vector.of("CheckiO, Rotating grille cipher", "{'type':'grille','holes':'.X.. .X.. ...X X...'}",
						"CARDANGRILLETEST", "ACTILANGESLRDRET"),
				Vector.of("CheckiO, Rotating grille cipher, two squares",
						"{'type':'grille','holes':'X...\\n...X\\n..X.\\n.X..'}", "QUICKBROWNFOXJUMPSOVERTHELAZYDOG",
						"QXWKBNJUFRIUMCOOPYEERLDSATOOGVHZ"),
				Vector.of("Ciphertool, Grille, odd width", "{'type':'grille','holes':'2 4 8 9 11 21'}",
						"BDHILVACKOTUEPRSWYFGMQXZN", "ABCDEFGHIKLMNOPQRSTUVWXYZ"),
				Vector.of("ACA, Cadenus", "{'type':'cadenus','key':'EASY'}",
						"ASEVERELIMITATIONONTHEUSEFULNESSOFTHECADENUSISTHATEVERYMESSAGEMUSTBEAMULTIPLEOFTWENTYFIVELET"
								+ "TERSLONG",
						"SYSTRETOMTATTLUSOATLEEESFIYHEASDFNMSCHBHNEUVSNPMTOFARENUSEIEEIELTARLMENTIEETOGEVESITFAISLTNG"
								+ "EEUVOWUL"),
				Vector.of("ACA, Swagman", "{'type':'swagman','key':'32145 15324 24531 53412 41253'}",
						"DONTBEAFRAIDTOTAKEABIGLEAPIFONEISINDICATEDYOUCANNOTCROSSARIVERORACHASMINTWOSMALLJUMPS",
						"ENDSCMORDANIBOISICTNASTGBLTEWAOAREEFSAIDVPYRMOEAIAFUILRLDOCOTJNRAAENOUNCMITSOAPHSKATI"),
				new Vector("dCode, Swagman", "{'type':'swagman','key':'1324/3412/2143/4231'}", null,
						"DCODESWAGMANCIPHER", "DASHNECWAORCXGIDEPMX", "DCODESWAGMANCIPHERXX"),
				Vector.of("ACA, Nihilist Transposition", "{'type':'nihilist-transposition','key':'2134'}",
						"SQUARENEEDEDHERE", "EQDERSEHNUEREADE"),
				Vector.of("ACA, Nihilist Transposition, rows",
						"{'type':'nihilist-transposition','key':'2134','read':'rows'}", "SQUARENEEDEDHERE",
						"ERNEQSUADEEDEHRE"),
				Vector.of("CryptoCrack, Nihilist Transposition",
						"{'type':'nihilist-transposition','key':'REVOLT','read':'rows','order':'writing-in'}",
						"IFATFIRSTYOUDONTSUCCEEDTRYMANAGEMENT", "ECTECDTIIAFFEGTMENTDUNOSYRUTSOARAMYN"),
				new Vector("dCode, Übchi", "{'type':'ubchi','key':'UBER'}", null, "SECRET", "TECXRES", "SECRETX"));
	}

	@Override
	public List<String> templates() {
		return List.of("{'type':'reverse'}", "{'type':'reverse','block':7}", "{'type':'permutation','order':R}",
				"{'type':'permutation','order':{'random':{'length':[1,300]}}}",
				"{'type':'rail-fence','rails':4,'offset':5}",
				"{'type':'rail-fence','rails':7,'offset':9999,'block':20}", "{'type':'scytale','rows':4}",
				"{'type':'scytale','rows':1000,'block':11}", "{'type':'columnar','key':'10 2 1 9 3 8 4 7 5 6'}",
				"{'type':'redefence','key':R}",
				"{'type':'redefence','key':{'random':{'length':[1,40]}},'offset':3,'block':17}",
				"{'type':'amsco','key':R}", "{'type':'amsco','key':{'random':{'length':[1,40]}},'start':1,'block':19}",
				"{'type':'myszkowski','key':R}", "{'type':'myszkowski','key':{'random':{'length':[1,40]}},'block':30}",
				"{'type':'grille','holes':R}", "{'type':'grille','holes':{'random':{'length':[1,225]}}}",
				"{'type':'grille','holes':R,'direction':'counterclockwise'}",
				"{'type':'route','columns':7,'write':'alternating-rows','read':'alternating-columns',"
						+ "'readCorner':'bottom-right'}",
				"{'type':'route','rows':4,'write':'diagonals-up','writeCorner':'bottom-left',"
						+ "'read':'alternating-diagonals-down','readCorner':'top-right'}",
				"{'type':'route','columns':5,'write':'outward-spiral-clockwise',"
						+ "'read':'spiral-counterclockwise','readCorner':'bottom-left','block':27}",
				"{'type':'route','columns':6,'write':'rows','read':'steps','readCorner':'bottom-right','down':0,"
						+ "'right':4,'block':24,'rest':'kept'}",
				"{'type':'cadenus','key':R}", "{'type':'cadenus','key':{'random':{'length':[1,8]}}}",
				"{'type':'swagman','key':R}", "{'type':'swagman','key':{'random':{'length':[4,81]}}}",
				"{'type':'nihilist-transposition','key':R}",
				"{'type':'nihilist-transposition','key':{'random':{'length':[1,20]}},'read':'rows',"
						+ "'order':'writing-in'}",
				"{'type':'ubchi','key':R}", "{'type':'ubchi','key':R,'nulls':0}",
				"{'type':'ubchi','key':{'random':{'length':[1,40]}},'nulls':7}",
				"{'type':'route','columns':1000,'write':'columns','read':'diagonals-down'}");
	}

}
