package dev.decipher.solve;

/**
 * The cryptogram that the Zodiac killer sent to the San Francisco Chronicle on 8 November
 * 1969, which David Oranchak, Sam Blake and Jarl Van Eycke read on 3 December 2020 (The
 * solution of the Zodiac killer's 340-character cipher, arXiv:2403.17350). Its lines 1 to
 * 9 and 10 to 18 are each written in steps of one row down and two columns to the right,
 * with some slips in the second part; lines 19 and 20 are not. The transcription, a
 * character for each of the 63 symbols, is the one that is usual on the Internet.
 */
public final class Zodiac340 {

	public static final String CIPHERTEXT = "HER>pl^VPk|1LTG2dNp+B(#O%DWY.<*Kf)By:cM+UZGW()L#zHJ"
			+ "Spp7^l8*V3pO++RK2_9M+ztjd|5FP+&4k/p8R^FlO-*dCkF>2D("
			+ "#5+Kq%;2UcXGV.zL|(G2Jfj#O+_NYz+@L9d<M+b+ZR2FBcyA64K"
			+ "-zlUV+^J+Op7<FBy-U+R/5tE|DYBpbTMKO2<clRJ|*5T4M.+&BF"
			+ "z69Sy#+N|5FBc(;8RlGFN^f524b.cV4t++yBX1*:49CE>VUZ5-+"
			+ "|c.3zBK(Op^.fMqG2RcT+L16C<+FlWB|)L++)WCzWcPOSHT/()p" + "|FkdW<7tB_YOB*-Cc>MDHNpkSzZO8A|K;+";

	/** The first nine lines, which have no slip but of the pen. */
	public static final String BEGINNING = "IHOPEYOUAREHAVINGLOTSOFFANINTRYINGTOCATCHMETHATWASN"
			+ "TMEONTHETVSHOWWHICHBRINGOUPAPOINTABOUTMEIAMNOTAFRAI"
			+ "DOFTHEGASCHAMBERBECAASEITWILLSENDMETOPARADLCEALLTHE";

	private Zodiac340() {
	}

}
