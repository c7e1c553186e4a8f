package dev.decipher.cipher;

import java.util.List;

/** Published messages of the fractionating ciphers, and their keys left to chance. */
final class FractionatingVectors implements CipherVectors {

	@Override
	public List<Vector> vectors() {
		return List.of(
				Vector.of("Wikipedia, ADFGVX cipher: ADFGX",
						"{'type':'adfgx','squareKey':'BTALPDHOZKQFVSNGICUXMREWY','key':'CARGO'}", "ATTACKATONCE",
						"FAXDFADDDGDGFFFAFAXAFAFX"),
				Vector.of("Wikipedia (German), ADFGX: the text of the Radiogram of Victory",
						"{'type':'adfgx','squareKey':'WIKPEDAZYXVUTSRQONMLHGFCB','key':'BEOBACHTUNGSLISTE'}",
						"MUNITIONIERUNGBESCHLEUNIGENPUNKTSOWEITNICHTEINGESEHENAUCHBEITAG",
						"GXGGADDDGDXXAFADDFAAXAFDFFXFDGDXGAGGAAXFAGADFAAADGFAXXADADFFFDDADFGAXG"
								+ "XAFXGXFXDAFAGFXXFAXGFDXFFDFAGXXGXXADGXGFXDFFDGAXXFFFFGDX"),
				Vector.of("Wikipedia, ADFGVX cipher",
						"{'type':'adfgvx','squareKey':'NA1C3H8TB2OME5WRPD4F6G7I9J0KLQSUVXYZ','key':'PRIVACY'}",
						"ATTACKAT1200AM", "DGDDDAGDDGAFADDFDADVDVFAADVX"),
				Vector.of("pycipher's tests, ADFGVX",
						"{'type':'adfgvx','squareKey':'PH0QG64MEA1YL2NOFDXKR3CVS5ZW7BJ9UTI8','key':'GERMAN'}",
						"DEFENDTHEEASTWALLOFTHECASTLE", "FFDVDFADFXFGFGAVFAFFDXDXFFDVDFFDGGAGVGVXFAGGDGADFADVFXGX"),
				Vector.of("Wikipedia, Straddling checkerboard",
						"{'type':'straddling-checkerboard','key':'ET AON RIS BCDFGHJKLM PQ/UVWXYZ.','blanks':'26'}",
						"ATTACKATDAWN", "3113212731223655"),
				Vector.of("Practical Cryptography, Straddle checkerboard",
						"{'type':'straddling-checkerboard','key':'FKMCPDYEHBIGQROSAZLUTJNWVX','blanks':'3,7'}",
						"DEFENDTHEEASTWALLOFTHECASTLE", "690974672309938377275387070360723094383772709"),
				Vector.of("American Cryptogram Association, Fractionated Morse",
						"{'type':'fractionated-morse','key':'ROUNDTABLE'}", "COME AT ONCE", "CBIILTMHVVFL"),
				Vector.of("Practical Cryptography, Fractionated Morse",
						"{'type':'fractionated-morse','key':'ROUNDTABLECFGHIJKMPQSVWXYZ'}", "DEFEND THE EAST",
						"ESOAVVLJRSSTRX"));
	}

	@Override
	public List<String> templates() {
		return List.of("{'type':'adfgx','squareKey':R,'key':R}", "{'type':'adfgvx','squareKey':R,'key':R}",
				"{'type':'adfgvx','squareKey':R,'key':{'random':{'length':[20,40]}}}",
				"{'type':'straddling-checkerboard','key':R,'blanks':'26'}",
				"{'type':'straddling-checkerboard','key':R,'blanks':'517','digits':'9876543210'}",
				"{'type':'straddling-checkerboard','key':R,'blanks':'0','shift':'-'}",
				"{'type':'straddling-checkerboard','key':R,'blanks':'123456789','shift':'a'}",
				"{'type':'fractionated-morse','key':R}",
				"{'type':'fractionated-morse','key':{'random':{'length':[3,8]}}}");
	}

}
