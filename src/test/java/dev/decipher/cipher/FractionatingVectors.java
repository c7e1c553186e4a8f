package dev.decipher.cipher;

import java.util.List;

import dev.decipher.alphabet.Alphabet;

/** Published messages of the fractionating ciphers, and their keys left to chance. */
final class FractionatingVectors implements CipherVectors {

	@Override
	public List<Vector> vectors() {
		return List.of(
				Vector.over(Alphabet.of("абвгдежзиклмнопрстуфхцчшщыьэюя123456"), "secretpy, bifid: 6 by 6, in Russian",
						"{'type':'bifid','key':'а','period':5}", "текст", "нит4я"),
				Vector.of("American Cryptogram Association, CM Bifid",
						"{'type':'cm-bifid','key1':'EXTRAKLMPOHWZQDGVUSIFCBYN','key2':'NCDRSOBFQUVAGPWEYHMXLTIKZ','period':7}",
						"ODDPERIODSAREPOPULAR", "FANXZEXFENUKKRBYNKAK"),
				Vector.of("American Cryptogram Association, Digrafid: three pairs",
						"{'type':'digrafid','key1':'KEYWORD','key2':'VERTICAL','period':3}", "THISISTHEFORESTPRI",
						"HJMXWSWJADWGFCSPYI"),
				Vector.of("American Cryptogram Association, Digrafid: four pairs",
						"{'type':'digrafid','key1':'KEYWORD','key2':'VERTICAL','period':4}", "THISISTHEFORESTPRI",
						"HJTKVHYUFFWDSQYPRI"),
				new Vector("CryptoCrack, Digrafid", "{'type':'digrafid','key1':'GOLF','key2':'CLUB','period':3}", null,
						"GOLFAGOODWALKRUINED", "GWOCYQTMORPIFXXKGODX", "GOLFAGOODWALKRUINEDX"));
	}

	@Override
	public List<String> templates() {
		return List.of("{'type':'bifid','key':R,'period':4,'omit':'Z'}",
				"{'type':'cm-bifid','key1':R,'key2':R,'period':5}", "{'type':'digrafid','key1':R,'key2':R,'period':3}",
				"{'type':'digrafid','key1':R,'key2':R,'period':10000}");
	}

}
