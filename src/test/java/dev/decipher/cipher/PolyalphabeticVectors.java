package dev.decipher.cipher;

import java.util.List;

import dev.decipher.alphabet.Alphabet;

/** Published messages of the polyalphabetic ciphers, and their keys left to chance. */
final class PolyalphabeticVectors implements CipherVectors {

	private static final String ACA = "American Cryptogram Association, The ACA and You, ";

	private static final String CRYPTOCRACK = "CryptoCrack, user guide, ";

	/** Alberti's outer ring. */
	private static final Alphabet STABILIS = Alphabet.of("ABCDEFGILMNOPQRSTVXZ1234");

	private static final String BRANDT = "DONTLETANYONETELLYOUTHESKYISTHELIMITWHENTHEREAREFOOTPRINTSONTHEMOON";

	private static final String AMMUNITION = "AMMUNITIONFORFIRSTARTILLERYWILLBELOADEDAFTERAMMUNITIONFORTHIRDARTILLERY";

	@Override
	public List<Vector> vectors() {
		return List.of(
				Vector.of("CrypTool-Online, Porta", "{'type':'porta','key':'KEY','tableau':'descending'}", "GEHEIMNIS",
						"OPVZTNFTE"),
				Vector.of(ACA + "Quagmire I", "{'type':'quagmire-1','alphabetKey':'SPRINGFEVER','indicator':'FLOWER'}",
						"THEQUAGONEISAPERIODICCIPHERWITHAKEYEDPLAINALPHABETRUNAGAINSTASTRAIGHTCIPHERALPHABET",
						"QPMGQRBUJUYIFDMPYAIFQYYJJJHJYCJLUUTPIDVWYMFSGAESDWHIZRBLIRVCFCZPELBPZYYJJJHWLJJLPUP"),
				Vector.of(ACA + "Quagmire II", "{'type':'quagmire-2','alphabetKey':'SPRINGFEVER','indicator':'FLOWER'}",
						"INTHEQUAGTWOASTRAIGHTPLAINALPHABETISRUNAGAINSTAKEYEDCIPHERALPHABET",
						"JICICOSLYKILFVCHEBDXCCORJIOEWAFMWKKTXBGWHRJIBKEDBJWZABUXWHEHUXOXCU"),
				Vector.of(ACA + "Quagmire III",
						"{'type':'quagmire-3','alphabetKey':'AUTOMOBILE','indicator':'HIGHWAY'}",
						"THESAMEKEYEDALPHABETISUSEDFORPLAINANDCIPHERALPHABETS",
						"KRSLWMITJDVIABMRGQMTMLLIVIFUIXRHTNYONVRHHIIIRMCAOVEI"),
				Vector.of(ACA + "Quagmire IV",
						"{'type':'quagmire-4','alphabetKey':'SENSORY',"
								+ "'ciphertextKey':'PERCEPTION','indicator':'EXTRA','under':'S'}",
						"THISONEEMPLOYSTHREEKEYWORDS", "VBMRFCYISPMPBRRHEICXRREIGDX"),
				Vector.of(CRYPTOCRACK + "Quagmire I",
						"{'type':'quagmire-1','alphabetKey':'PAULBRANDT','indicator':'BRANDT','under':'A'}", BRANDT,
						"HIFUFCIRFKUYKYJPFQSSHZMMQONGKFKTNDQAWDJSKFKVJNHCLIRUCXOWHGUYIDJDUKG"),
				Vector.of(CRYPTOCRACK + "Quagmire II",
						"{'type':'quagmire-2','alphabetKey':'PAULBRANDT','indicator':'BRANDT','under':'C'}", BRANDT,
						"RMGXKEVLGUQQNWLJKBKXOFCYGADWYHNIDKHZYELMYHNSLBWEDMHXSXEKOWQQVELKQSJ"),
				Vector.of(CRYPTOCRACK + "Quagmire III",
						"{'type':'quagmire-3','alphabetKey':'PAULBRANDT','indicator':'BRANDT','under':'P'}", BRANDT,
						"FXDIEOGNDBZIIHFCENWDCQMUSLJPJVITJXVKPOFGJVIEFDGOJXQIDHOFCPZIGOFXZPE"),
				Vector.of(CRYPTOCRACK + "Quagmire IV",
						"{'type':'quagmire-4','alphabetKey':'PAULBRANDT',"
								+ "'ciphertextKey':'BRANDT','indicator':'COUNTRY','under':'P'}",
						BRANDT, "KFBIFICEWQVIICOSXRXNCSBLSNMQLNDCSQJLJEKIGIOVDDHIGYFANHMDLHJGKLFXFJG"),
				Vector.of("James Sanborn, Kryptos, 1990, part 1",
						"{'type':'quagmire-3','alphabetKey':'KRYPTOS','indicator':'PALIMPSEST','under':'K'}",
						"BETWEENSUBTLESHADINGANDTHEABSENCEOFLIGHTLIESTHENUANCEOFIQLUSION",
						"EMUFPHZLRFAXYUSDJKZLDKRNSHGNFIVJYQTQUXQBQVYUVLLTREVJYQTMKYRDMFD"),
				Vector.of("James Sanborn, Kryptos, 1990, part 2, as it stands on the sculpture",
						"{'type':'quagmire-3','alphabetKey':'KRYPTOS','indicator':'ABSCISSA','under':'K'}",
						"ITWASTOTALLYINVISIBLEHOWSTHATPOSSIBLE?THEYUSEDTHEEARTHSMAGNETICFIELDXTHEINFORMATIONWASGATHER"
								+ "EDANDTRANSMITTEDUNDERGRUUNDTOANUNKNOWNLOCATIONXDOESLANGLEYKNOWABOUTTHIS?THEYSHOULDITSBURIE"
								+ "DOUTTHERESOMEWHEREXWHOKNOWSTHEEXACTLOCATION?ONLYWWTHISWASHISLASTMESSAGEXTHIRTYEIGHTDEGREES"
								+ "FIFTYSEVENMINUTESSIXPOINTFIVESECONDSNORTHSEVENTYSEVENDEGREESEIGHTMINUTESFORTYFOURSECONDSWE"
								+ "STIDBYROWS",
						"VFPJUDEEHZWETZYVGWHKKQETGFQJNCEGGWHKK?DQMCPFQZDQMMIAGPFXHQRLGTIMVMZJANQLVKQEDAGDVFRPJUNGEUNA"
								+ "QZGZLECGYUXUEENJTBJLBQCRTBJDFHRRYIZETKZEMVDUFKSJHKFWHKUWQLSZFTIHHDDDUVH?DWKBFUFPWNTDFIYCUQ"
								+ "ZEREEVLDKFEZMOQQJLTTUGSYQPFEUNLAVIDXFLGGTEZ?FKZBSFDQVGOGIPUFXHHDRKFFHQNTGPUAECNUVPDJMQCLQU"
								+ "MUNEDFQELZZVRRGKFFVOEEXBDMVPNFQXEZLGREDNQFMPNZGLFLPMRJQYALMGNUVPDXVKPDQUMEBEDMHDAFMJGZNUPL"
								+ "GEWJLLAETG"),
				Vector.of("dCode, Alberti cipher",
						"{'type':'alberti','ring':'ABCDEFGHIJKLMNOPQRSTUVWXYZ','start':1,'step':2,'period':3}", "dcode",
						"edpgh"),
				Vector.over(STABILIS, "Wikipedia, Alberti cipher",
						"{'type':'alberti','ring':'gklnprtuz&xysomqihfdbace','method':'capitals','index':'g',"
								+ "'capitals':'AQ','period':9}",
						"LAGVER2RA", "Azgthpmamg"),
				Vector.over(STABILIS, "By hand, after Alberti, De componendis cifris, second method",
						"{'type':'alberti','ring':'gklnprtuz&xysomqihfdbace','method':'digits'}", "CAPO2NAVE",
						"lgsyauamk"),
				Vector.of("Wikipedia, One-time pad", "{'type':'vernam','key':'XMCKL'}", "HELLO", "EQNVZ"),
				Vector.of("Vernam, US patent 1310719", "{'type':'vernam','key':'B','mode':'xor'}", "A", "G"),
				Vector.of("Burbidge, Using XOR, 2004", "{'type':'vernam','key':'ABCDEFABCDEFABCDEFABCD','mode':'xor'}",
						"THIS9IS9A9SIMPLE9MESSA", "WF3NSJIXFF9J8KM3SZ4MJR"),
				Vector.of(CRYPTOCRACK + "Interrupted Key",
						"{'type':'interrupted-key','key':'TWAIN','lengths':[2,3,4,3,5,3,4,4,2,8,8]}",
						"IF YOU TELL THE TRUTH, YOU DON'T HAVE TO REMEMBER ANYTHING",
						"BB RKU MALT MDE MNUBU, RKU WKN'B AWVM MK KAMMZUAR TJYBUBJG"),
				Vector.of(CRYPTOCRACK + "Interrupted Key, by the words of the text",
						"{'type':'interrupted-key','key':'TWAIN'}",
						"If you tell the truth, you don't have to remember anything",
						"Bb rku malt mde mnubu, rku wkn'b awvm mk kammzuar tjybubjg"),
				Vector.of("Friedman, Military cryptanalysis, part III, plaintext interruptor",
						"{'type':'interrupted-key','key':'BUSINESSMACHINES','ciphertextKey':'HYDRAULIC',"
								+ "'plaintextLetter':'R'}",
						AMMUNITION, "BOLYRPJDROJKXKJFYXSXDJUPSYIYDPYFXURAFAENMJJVBOLYRPJDROJKXDGDXGUFDJUPSYI"),
				Vector.of("Friedman, Military cryptanalysis, part III, ciphertext interruptor",
						"{'type':'interrupted-key','key':'BUSINESSMACHINES','ciphertextKey':'HYDRAULIC',"
								+ "'ciphertextLetter':'Q'}",
						AMMUNITION, "BOLYRPJDROJKXTPFYXSXBPUUQHRNMYTTXHPCRFQBEJFIELLBONQOQVECXBODFPAZQONUFIC"),
				Vector.of(ACA + "Gromark", "{'type':'gromark','key':'ENIGMA','primer':'23452'}",
						"THEREAREUPTOTENSUBSTITUTESPERLETTER", "NFYCKBTIJCNWZYCACJNAYNLQPWWSTWPJQFL"),
				Vector.of(ACA + "Periodic Gromark", "{'type':'periodic-gromark','key':'ENIGMA'}",
						"WINTRYSHOWERSWILLCONTINUEFORTHENEXTFEWDAYSACCORDINGTOTHEFORECAST",
						"RHNAAXNRUZBNIUARXCRTPATBRLIGDSVCIRCVOYPVRAAZZMUSREQYEVMMURGWTLUD"),
				Vector.of(ACA + "Nicodemus", "{'type':'nicodemus','key':'CAT'}", "THEEARLYBIRDGETSTHEWORM",
						"HAYREVGNKIXKUWMTWMUGTAH"),
				Vector.of(CRYPTOCRACK + "Nicodemus, as its table has it", "{'type':'nicodemus','key':'MONEY'}",
						"MONEYCANTBUYHAPPINESSBUTITSUREMAKESMISERYEASIERTOLIVEWITH",
						"IXEIXYOGBEAAUAHCOMWPWZNQGVIIWSFYYKQHXFNGGOWSFCQPGJAUFRJVG"),
				Vector.of("Polyalphabetic Cipher Solver, tests, Nicodemus of the variant",
						"{'type':'nicodemus','key':'KEY','base':'variant-vigenere','rows':2}", "ATTACKATDAWN",
						"PYQQVMPSQQFP"),
				Vector.of("Polyalphabetic Cipher Solver, tests, Nicodemus of Beaufort",
						"{'type':'nicodemus','key':'KEY','base':'beaufort','rows':2}", "ATTACKATDAWN", "LCKKFOLIKKVL"),
				new Vector(ACA + "Portax", "{'type':'portax','key':'EASY'}", null, "THEEARLYBIRDGETSTHEWORM",
						"NIJAMPBGQCWKHQJEUIKYMPAT", "THEEARLYBIRDGETSTHEWORMX"),
				Vector.of(ACA + "Ragbaby", "{'type':'ragbaby','key':'GROSBEAK'}", "WORD DIVISIONS ARE KEPT",
						"YBBL HNGQDUFGL DEF HFYR"),
				Vector.of(ACA + "Ragbaby, without blanks",
						"{'type':'ragbaby','key':'GROSBEAK','wordLengths':[4,9,3,4]}", "WORDDIVISIONSAREKEPT",
						"YBBLHNGQDUFGLDEFHFYR"),
				Vector.of("dCode, Ragbaby cipher", "{'type':'ragbaby','key':'ALPHABET'}", "RAG BABY", "SPM THDH"),
				Vector.of("BION, CONDI ciphers", "{'type':'condi','key':'CRYPTOGRAM','start':10}",
						"ON THE FIRST DAY I GOT LOST.", "JX WNZ XRKVZ JND L UFD VWCZ."),
				Vector.of(CRYPTOCRACK + "Condi", "{'type':'condi','key':'HAPPINESS','start':7}",
						"REAL HAPPINESS IS WHEN YOU MARRY A GIRL FOR LOVE AND FIND OUT LATER SHE HAS MONEY",
						"ZYBO MPNESCFJK FF IXSF IMG FQUGQ H KMWB ZAD BEJA BSL ULCL HGL COVZY ZBS SPC WSVFN"),
				Vector.of(ACA + "Slidefair", "{'type':'slidefair','key':'DIGRAPH'}",
						"THESLIDEFAIRCANBEUSEDWITHVIGENEREVARIANTORBEAUFORT",
						"EWKMCRNUAFCXTJYQMMYYFUTIGWZPKHJMPKBSAIECKVCFMIILCI"),
				Vector.of(ACA + "Slidefair, two pairs", "{'type':'slidefair','key':'B'}", "CADE", "ZDEF"),
				Vector.of(ACA + "Slidefair, variant", "{'type':'slidefair','key':'B','base':'variant-vigenere'}",
						"CADE", "BBFC"),
				Vector.of(ACA + "Slidefair, Beaufort", "{'type':'slidefair','key':'B','base':'beaufort'}", "CADE",
						"BZXY"));
	}

	@Override
	public List<String> templates() {
		return List.of("{'type':'porta','key':R,'tableau':'descending'}",
				"{'type':'quagmire-1','alphabetKey':R,'indicator':R}",
				"{'type':'quagmire-1','alphabetKey':R,'indicator':{'any':{'length':[2,5]}}}",
				"{'type':'quagmire-2','alphabetKey':{'random':{'length':[1,1]}},'indicator':R}",
				"{'type':'quagmire-2','alphabetKey':R,'indicator':{'any':true}}",
				"{'type':'quagmire-3','alphabetKey':R,'indicator':R}",
				"{'type':'quagmire-3','alphabetKey':R,'indicator':{'any':true}}",
				"{'type':'quagmire-4','alphabetKey':R,'ciphertextKey':R,'indicator':R}",
				"{'type':'quagmire-4','alphabetKey':R,'ciphertextKey':R,'indicator':{'any':true}}",
				"{'type':'alberti','ring':R}",
				"{'type':'alberti','ring':R,'start':-2147483648,'period':1,'step':-2147483648}",
				"{'type':'alberti','ring':R,'method':'digits','start':3}", "{'type':'vernam','key':R}",
				"{'type':'vernam','key':{'random':{'length':[120,120]}},'mode':'xor'}",
				"{'type':'vernam','key':{'any':{'length':[30,40]}}}", "{'type':'vernam','key':{'any':{}},'mode':'xor'}",
				"{'type':'interrupted-key','key':R}",
				"{'type':'interrupted-key','key':R,'ciphertextKey':R,'base':'beaufort'}",
				"{'type':'interrupted-key','key':R,'base':'porta','lengths':[1,3,20]}",
				"{'type':'interrupted-key','key':{'any':true},'ciphertextKey':R,'base':'variant-vigenere',"
						+ "'lengths':[7]}",
				"{'type':'gromark','key':R,'primer':R}",
				"{'type':'gromark','key':R,'primer':{'random':{'length':[2,9]}}}",
				"{'type':'periodic-gromark','key':R}", "{'type':'periodic-gromark','key':{'random':{'length':[2,40]}}}",
				"{'type':'nicodemus','key':R}", "{'type':'nicodemus','key':{'any':true},'base':'beaufort','rows':1}",
				"{'type':'nicodemus','key':R,'base':'variant-vigenere','rows':3}",
				"{'type':'nicodemus','key':R,'base':'porta'}", "{'type':'portax','key':R}",
				"{'type':'portax','key':{'any':{'length':[1,9]}}}", "{'type':'ragbaby','key':R}",
				"{'type':'ragbaby','key':{'random':{'length':[5,9]}},'letters':26,'wordLengths':[1,30,2]}",
				"{'type':'condi','key':R,'start':7}", "{'type':'condi','key':R,'start':-2147483648}",
				"{'type':'slidefair','key':R}", "{'type':'slidefair','key':{'any':true},'base':'variant-vigenere'}",
				"{'type':'slidefair','key':R,'base':'beaufort'}");
	}

}
