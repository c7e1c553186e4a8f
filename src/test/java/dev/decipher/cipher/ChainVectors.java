package dev.decipher.cipher;

import java.util.List;

/** Published messages of ciphers one after the other. */
final class ChainVectors implements CipherVectors {

	@Override
	public List<Vector> vectors() {
		return List.of(Vector.of("Wikipedia, Transposition cipher: double columnar",
				"{'type':'chain','steps':[{'type':'columnar','key':'ZEBRAS'},{'type':'columnar','key':'STRIPE'}]}",
				"WEAREDISCOVEREDFLEEATONCE", "CAEENSOIAEDRLEFWEDREEVTOC"),
				Vector.of("Sanborn, Kryptos, part 3: a sheet turned twice",
						"{'type':'chain','steps':[{'type':'route','columns':42,'write':'rows','read':'columns',"
								+ "'readCorner':'top-right'},{'type':'route','columns':14,'write':'rows',"
								+ "'read':'columns','readCorner':'top-right'}]}",
						"SLOWLYDESPARATLYSLOWLYTHEREMAINSOFPASSAGEDEBRISTHATENCUMBEREDTHELOWERPARTOFTHEDOORWAYWASREMOV"
								+ "EDWITHTREMBLINGHANDSIMADEATINYBREACHINTHEUPPERLEFTHANDCORNERANDTHENWIDENINGTHEHOLEALIT"
								+ "TLEIINSERTEDTHECANDLEANDPEEREDINTHEHOTAIRESCAPINGFROMTHECHAMBERCAUSEDTHEFLAMETOFLICKER"
								+ "BUTPRESENTLYDETAILSOFTHEROOMWITHINEMERGEDFROMTHEMISTXCANYOUSEEANYTHINGQ",
						"ENDYAHROHNLSRHEOCPTEOIBIDYSHNAIACHTNREYULDSLLSLLNOHSNOSMRWXMNETPRNGATIHNRARPESLNNELEBLPIIACAE"
								+ "WMTWNDITEENRAHCTENEUDRETNHAEOETFOLSEDTIWENHAEIOYTEYQHEENCTAYCREIFTBRSPAMHHEWENATAMATEG"
								+ "YEERLBTEEFOASFIOTUETUAEOTOARMAEERTNRTIBSEDDNIAAHTTMSTEWPIEROAGRIEWFEBAECTDDHILCEIHSITE"
								+ "GOEAOSDDRYDLORITRKLMLEHAGTDHARDPNEOHMGFMFEUHEECDMRIPFEIMEHNLSSTTRTVDOHW"));
	}

	@Override
	public List<String> templates() {
		return List.of("{'type':'chain','steps':[{'type':'vigenere','key':R},{'type':'columnar','key':R}]}",
				"{'type':'chain','steps':[{'type':'homophonic','key':{'random':{'length':[1,2]}}},{'type':'rail-fence','rails':3}]}",
				"{'type':'chain','steps':[{'type':'caesar','shift':3}]}",
				"{'type':'chain','steps':[{'type':'scytale','columns':3},{'type':'hill','key':R},{'type':'atbash'}]}");
	}

}
