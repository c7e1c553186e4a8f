package dev.decipher.cipher;

import java.util.List;

import dev.decipher.alphabet.Alphabet;

/** Published messages of the fractionating ciphers, and their keys left to chance. */
final class FractionatingVectors implements CipherVectors {

	/** With / for a change to figures, % for the start, @ for a repetition. */
	private static final Alphabet NICKEL = Alphabet.of("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЬЭЮЯ.,№@/%&0123456789");

	private static final String NICKEL_PLAINTEXT = "1.ПОЗДРАВЛЯЕМСБЛАГОПОЛУЧНЫМПРИБЫТИЕМ.ПОДТВЕРЖДАЕМПОЛУЧЕНИЕВАШЕГОПИСЬМАВАДРЕС,,В@В,,ИПРОЧ"
			+ "ТЕНИЕПИСЬМА№1.2.ДЛЯОРГАНИЗАЦИИЭАПРИКРЫТИЯМЫДАЛИУКАЗАНИЕПЕРЕДАТЬВАМТРИТЫСЯЧИМЕСТНЫХ.ПЕРЕД"
			+ "ТЕМКАКИХВЛОЖИТЬВКАКОЕЛИБОДЕЛОПОСОВЕТУИТЕСЬСНАМИ,СООБЩИВХАРАКТЕРИСТИКУЭТОГОДЕЛА.3.ПОВАШЕИ"
			+ "ПРОСЬБЕРЕЦЕПТУРУИЗГОТОВЛЕНИЯМЯГКОИПЛЕНКИИНОВОСТЕИПЕРЕДАДИМОТДЕЛЬНОВМЕСТЕСПИСЬМОММАТЕРИ.4"
			+ ".ГАММЫВЫСЫЛАТЬВАМРАНО.КОРОТКИЕПИСЬМАШИФРУИТЕ,АПОБОЛЬШЕТИРЕДЕЛАИТЕСОВСТАВКАМИ.ВСЕДАННЫЕОС"
			+ "ЕБЕ,МЕСТОРАБОТЫ,АДРЕСИТ.Д.ВОДНОИШИФРОВКЕПЕРЕДАВАТЬНЕЛЬЗЯ.ВСТАВКИПЕРЕДАВАИТЕОТДЕЛЬНО.5.ПО"
			+ "СЫЛКУЖЕНЕПЕРЕДАЛИЛИЧНО.ССЕМЬЕИВСЕБЛАГОПОЛУЧНО.ЖЕЛАЕМУСПЕХА.ПРИВЕТОТТОВАРИЩЕИ№1ДРОБЬО3ДЕК" + "АБРЯ";

	private static final String NICKEL_CIPHERTEXT = "1454636056642110891918710711877121502906660361092211375612386563439175373783101322596192"
			+ "9117463235518852710130017671236616669978467655950062911717233219262698499025111576461212"
			+ "4666059021922956150235215191178912329393196612096120608974825362431679984176271311542683"
			+ "8772215834361164143490124126269715783173427562512361298218089662182257709454812167195326"
			+ "9868977954197119902388148884221656299236449417423026777614315653090285812161129331271220"
			+ "6036912872124581908197117701070639171114194595958680317075227650911111369903266604411515"
			+ "3291184231628201119185561102887676718035632822231674390230762393513971752981695761694833"
			+ "2951976863499261109950902409271008900611479015154146552901157206771950125669250629013917"
			+ "9712292329984164459004222765853175916018206315658120137814566877199250779517996518215558"
			+ "1186719730015706873620156531567212630687185917965134107796766556271633588219321622487721"
			+ "8551923191206654514066098609597152102334212125111085227987681112505321531521419112166127"
			+ "1503116430417482272759291302194715764968512081822370113918352062297";

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
						"GOLFAGOODWALKRUINED", "GWOCYQTMORPIFXXKGODX", "GOLFAGOODWALKRUINEDX"),
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
						"ESOAVVLJRSSTRX"),
				Vector.of("American Cryptogram Association, Morbit", "{'type':'morbit','key':'WISECRACK'}",
						"ONCE UPON A TIME", "27435881512827465679378"),
				Vector.of("American Cryptogram Association, Monome-Dinome",
						"{'type':'monome-dinome','key':'NOTARIES','digits':'RMASTERTON'}",
						"HIGHFREQUENCYKEYSSHORTENCIPHERTEXT", "6006760627539325168346553444608795168038605795359"),
				Vector.over(NICKEL, "Kahn, Number One from Moscow: the message in a hollow nickel, with its nulls",
						"{'type':'vic','board':'СНЕГОПА   БЖ.К№РФЧЫЮВЗ,Л/ТХШЬЯДИ&М%УЦЩЭ@',"
								+ "'phrase':'Только слышно на улице где-то','date':'3/9/1945','personalNumber':13,"
								+ "'keyGroup':'20818','start':'%','cut':120}",
						NICKEL_PLAINTEXT, NICKEL_CIPHERTEXT));
	}

	@Override
	public List<String> templates() {
		return List.of("{'type':'bifid','key':R,'period':4,'omit':'Z'}",
				"{'type':'cm-bifid','key1':R,'key2':R,'period':5}", "{'type':'digrafid','key1':R,'key2':R,'period':3}",
				"{'type':'digrafid','key1':R,'key2':R,'period':10000}", "{'type':'adfgx','squareKey':R,'key':R}",
				"{'type':'adfgvx','squareKey':R,'key':R}",
				"{'type':'adfgvx','squareKey':R,'key':{'random':{'length':[20,40]}}}",
				"{'type':'straddling-checkerboard','key':R,'blanks':'26'}",
				"{'type':'straddling-checkerboard','key':R,'blanks':'517','digits':'9876543210'}",
				"{'type':'straddling-checkerboard','key':R,'blanks':'0','shift':'-'}",
				"{'type':'straddling-checkerboard','key':R,'blanks':'123456789','shift':'a'}",
				"{'type':'fractionated-morse','key':R}",
				"{'type':'fractionated-morse','key':{'random':{'length':[3,8]}}}", "{'type':'morbit','key':R}",
				"{'type':'pollux','key':R}", "{'type':'monome-dinome','key':R,'digits':R}", "{'type':'bifid','key':R}");
	}

}
