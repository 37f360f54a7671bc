// What ordinary text looks like, as far as the choice of literals depends on it: how often each byte
// occurs, and how often classes of bytes follow one another. Counted over 60 MB of source code, prose
// and model output in some twenty languages. An entry is the character 40 + n for a share of 2^(-n/4),
// n at most 80. Only costs follow from these figures, never what matches.

/// The classes that the prefilter tells bytes apart by: 64 of them, so that four take 24 bits.
///
/// Letters without case, digits as one, blanks as one, quotation marks as one, other ASCII
/// punctuation each by itself, and the kinds of bytes of UTF-8 sequences.
enum ByteClass {
  static let count = 64
  static let newline: UInt8 = 1
  static let digit = 3
  static let letters = 4..<30

  /// The class of each byte.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    table[0x0A] = newline
    table[0x0D] = newline
    table[0x20] = 2
    table[0x09] = 2
    for byte in 0x30...0x39 { table[byte] = 3 }
    for letter in 0..<26 {
      table[0x41 + letter] = UInt8(4 + letter)
      table[0x61 + letter] = UInt8(4 + letter)
    }
    table[0x5F] = 30
    for byte in [0x22, 0x27, 0x60] { table[byte] = 31 }
    var next: UInt8 = 32
    for byte in 0x21...0x7E where table[byte] == 0 {
      table[byte] = next
      next += 1
    }
    for byte in 0x80...0xBF { table[byte] = 60 }
    for byte in 0xC2...0xDF { table[byte] = 61 }
    for byte in 0xE0...0xEF { table[byte] = 62 }
    for byte in [0xC0, 0xC1] + Array(0xF0...0xFF) { table[byte] = 63 }
    return table
  }()
}

/// How often bytes and classes of bytes occur in the text that people and models write.
enum TextStatistics {
  /// The share of each byte.
  static let byteShares: [Double] = shares(bytes)

  /// The share of each class.
  static let classShares: [Double] = {
    var shares = [Double](repeating: 0, count: ByteClass.count)
    for byte in 0..<256 { shares[Int(ByteClass.table[byte])] += byteShares[byte] }
    return shares
  }()

  /// How often a class follows another. Digits come in longer rows than pairs of them tell.
  static func share(of kind: Int, after before: Int) -> Double {
    kind == ByteClass.digit && before == ByteClass.digit
      ? 0.8 : classFollows[before * ByteClass.count + kind]
  }

  /// How often class `b` follows class `a`, at `a * 64 + b`.
  private static let classFollows: [Double] = shares(follows)

  /// 2^(-n/4) for n up to 80.
  static let powers: [Double] = (0...80).map { step in
    (0..<step).reduce(1) { value, _ in value * 0.840_896_415_253_714_6 }
  }

  private static func shares(_ text: StaticString) -> [Double] {
    text.withUTF8Buffer { $0.map { powers[Int($0) - 40] } }
  }

  private static let bytes: StaticString = #"""
    nxxxxxxxxJ=xxWxxxxxxxxxxxxxuxxxx2TAJNRQGDDGOAEBEBDFGIIHKIJDJJEIW\#
    RAHFHDIKMFPMHIHHHMGFFJNOOPSJGJ]@N;D>?8@CA<MH>@<<@M;;:@FFGDMHSH\x\#
    `]X\eggfbeeecefeeefdbc`feeggeegfc]ccY_cbdbceccdd`bdbbada]ab`a`ba\#
    ef_]cdfeehggeg_dY^cheahaahfeec_f[_Z`c\__^\db`cdacdcggnihcggojmpx
    """#

  private static let follows: StaticString = #"""
    Q677;@?@9?CA?QCCA?>=F<==@DCGGFBGFQ6QQ6JQJFQ@JDDJ>DGCGQQQQQQJQGFQ\#
    b3+9EKBFEDRREYYNLMJG^MECIMNRT^JHg:Wa[UPHTsJO?XgIGTnOS`WdMWCaXTTg\#
    lV+?=B>AB@GE=PLCCB@AR@=;DFCKMSD=RFGRNCOBNbGQGNSHAPULJKRcDOF\[SRX\#
    j;:,@BAC?BIIGLLKGKIKIKHJGKIALK?@Z_`LWL@NM6D<JBHPUO\bXD@bjXJbYjdr\#
    mK<A8;:;CD<I<GB696I<B664ACCCAJJIedkZTNJ[QIJKPNWYQF]QKPXkg_XxV_hi\#
    hK><4A>A5=DE99B5CD8E@==C6IEI:HB?dg`RYKDXOEJAIKSMPQ\UHNSh?XFxP^cf\#
    kJ=@6E?E5EH6=J:7AG2EJ;B5<FGICM@FbjeMYGFZNHLFGERHOSbYMMUxU\GpX`hr\#
    l@3>9CD<0DFI6JH@ED:DJA=C>IHHEL;@Y^cPZ?CQPBF>F@JLGJ[WJJNlKWEh[]_j\#
    lA4D;F:9A;CMFOM9>7G@@478KCE<DP>@]ahSV@CRMAD@ICJMFHZSMJPmZZMl\bhq\#
    lC3;8DEC<;IK3LI>EB4HL:B=:MJNDKBBbga]\B@^T@C8MKOO@U^QJLPmKZGnWahi\#
    lB5A:EAE2C@<9FG;A9>DG:9<;EGIGI=?\`dISBCUQBE>DFKLEGW]FMQgTXLpR\ad\#
    mC7@3FFF/HJJ5JJDDF7HJ;C8BJIJHK?B[kbaUCE\QEIDLHKSKI[TLRSiJ[FmU^dn\#
    oPEB>?9;<9<OJNI9;06@M>65Q@QES@FNitjk]RK\SORMQSXTUMeWOYPujaYx[^bi\#
    qL@;8=@A0@=??B;@?B8@BD8C<@AEBAIDhqc]_JDUHDJGIPNUP\dJ@ZLk9b<qLV_d\#
    cA8=9>>B1A?@8DAA?@=DEC:A@F>GG@7A]g[TX>?SL@B>JHHMHGZICKNj`XPvUU`\\#
    pE9G6GF<28IJ4OK7JJ6CNI;;;DIQ>M=E^NeSPAGYVFDDKGNKMM[TKEUxMZJxXZei\#
    iI9=2<EB1FJI9GG<9G95LH=C>HKM@H>DafgQ`HH[THJCDJPRRL_RIKVn][VxT[ce\#
    kC5F9I966?6L<MDBGC9CPI64>BMPFO@?Yd`PXBFVVEHBNEMMJH\\NNSiMYJxX^ah\#
    mJ:IA>:9H;AM?DC;91>:P3<;9A>IMNDKbohW[KN`XLMIPMUYT[e`NU[ub`[xXajs\#
    hJ>C4HDB3IIA9PF7GJ6;L5>7;JKN:N>Fbhg][DGWTFKCKEIPNDYcTRVpX\VvVcmg\#
    cM?95;:<;AA@BCC=CDCB@?@C.D?CDE<GQaUM[DG]HHQDIPOJLUVgOIWlPUXrQirl\#
    kD6H6J>@1G>L7SCB>:7FP<:9<DJT>P@B]ihVYADRUCDAJFLKKM\^SJPkaYQr[\di\#
    lA4C?L?I2IH>8U@AFG==JG73<GELAQ?@]]]_\BCRRBH<D@KOAPZ`GPQqVXQv\_gk\#
    nD5D8KBC4FM45TKBCK8AP7==<MGK<Q<BX_gZU@DQTCG?JFENKJZ`NGQl]XRr\^_g\#
    lO@<<::>6?BL<OM794H:M465KJKHNMFKlsn_]TSaKMTNQZXJV]bm^VZsHa_xS_fj\#
    fJ@91EAE/EFF6KBB;G9BEC@>EHEEHI@Gck]RRKFPOFOHJMPSPG_`MQTcSWYvNV^p\#
    gG:?3CBB7FC61FGDD<8GC99GCG>GHI>F]h^UZCHTKHH@IKOQOV]mOKUh]ZZvR_mh\#
    kD939C8C9BFG;HCB;ED6FF@3ECG?BH;Be_dSWB=HK?C>HEHLKSM`NOJ[MXPmPamo\#
    h?1@>BAD@DDH?KJ@=;:2I@9:FHBGHH9>Y]b`V>AMO?C<J@IMGGVYONJaXWNqW_af\#
    bHB87>@?/C<?:DC@>=8CBC@BAD@@>?<@i]Z^^KDSFIHGGURPQPaYSQHe\URiQRVY\#
    mLBC9=7;;:??9MD<7;>8J;68==ADMK5KkY[^^CHXfGWOYVLYT^`iKXVkWeVf^udp\#
    l97B<C<@ABEC>NHA@BD@K@9:CAGLPQ@8TGHMTL:OO3HCF6EHN<UTIC=P>TATXGH]\#
    a899CGD<BDIDBVPIGEB?P<B?EIMTR[F<0SCER?EO[L=NEOMB2MSQ=BPRUVYGagag\#
    ^=,?KRM3:KRU8eZOFQRDbMIGFVVShYKHN3P\aXX[h]NT@K^\Xh]YUSV_SbW\Tkrr\#
    mTCA=<7;=;D@;GB=<=;9I939B<D>CB:@FKBTYDJa[RZRBWQZUUPIXOMI<PSmmgmm\#
    cF7*DKG?IKPGJMQKKPGGW>5KNPQJNSRDUQFHSHLO\ZMLSUYTNT^TWPTTET`ciiii\#
    j?1E;EBDCC3MDQN4C<@BDB@BIGMLU\BDHANV1?DQ[GTNYdPUIJdd[OOjNUj^jjjj\#
    q<B9<>:?=>CD=KEA>>=<K>5;A?E?KN;6FT=NM>4E\cGMLXXOZ]GIBI`]H\xY\\]d\#
    n/1VYUY\[XbdUjb^^YKVnPKU`VcfgnGBXdOVNC7HN6H<J64JOJJdFJD[ADEn\jen\#
    t8/BADAEEFINDREIFFECVFAAKJMEMUFFRXI\VF=0ZDDF4IYRNJR[OMX]QR_cnnkn\#
    fB11=AB@BCBCAEDBC>CBBDAABE<CDEJ>VUDCcE=L6K@O@LEL:WNUMGElQNTWfl_l\#
    q1,2MMJOINSRLWSPNJOOWJMIRPUYUZY9SZPVfVJdMcYUVcbRkfc\<>ZnLiXkjkkq\#
    pC95?@?@@<FB=MK?CCD?PA<?DG@LUESJd^SHORSGL[.UUdYZH6X]SBL_XWcf\YZe\#
    n3648A9>=>=:=DG??A@;L<:=BDEINO;@hOOW\WLNVJZ>JY`DQX]_XMMnS]ZgZb[c\#
    m65=8A:<BCAD@KI=?BB;KC9<CEBHJMSD[RMTOLJ6PFNK2ULOJDRXNHRIEZSXhkfp\#
    j1.=AC?DDAJJBUPBAGFAXD?CCFLRWSK;LZRSZOUTWXOX=3[RRZ[bFJJ]>\fbwlww\#
    b*3JKGEOLITPDVMKLNQOYDJBMJMVYca>^[RKBQP\OQWPLOOAUZ`^UIXr`aBrQY\a\#
    kN:F5?7=CEF?@QK<EED;WE7<DFMKUQ<FC]EPWJ[YcZMT/TY:AIPUVS_fXZf^qqhq\#
    cF-?FGEIFBLCCTPKJ?IJTHD@LLPRUXN7PfQPYGYVPZIWI^aS2<TaF4[aHUdFvppv\#
    s40?ADABE@EFATOGDEFAPC>ABIFOPVE;XTNX=@DLT@R@NFI3A9W^EFMa=VY_EDLS\#
    [8.CAEBGAEMJAONMGBI;DEG?BKLCITT9ANDLQ><RRDIBF6O=@@>O@=L^KFM^Y^Yd\#
    jPFN9=;;:7B;:?G=B<C3T:6A@HIKQQ6=YV@V[QLW`SPQPRMWTX\>QPMY?VJcBYj`\#
    q:D0@DAFCGJL>JEHGCFEOF>BHJMHRWC5XLGOUB_IPMC;RD`LW[[TA24FG]bVHYVN\#
    t9QGPILGPO\S]ti[X:fBXEDH6XL7gSP+fUKQJLMMS]NHKV^Yc[TOK?NVTUU`Wtfb\#
    k54<97<=BFOTQUUYUNI[q]WXbb]bfkSAW`V[NA7DC4I?JA<LEFJ^>K3\FFCkTqqq\#
    ^?;9<KEEFGJ?FIJIFC>EOHGGOCCHJOC:LAAIH5BPML>A=BOG=HMF74K6@EUL8E^^\#
    m0:=6;;??E@G:C@A@EHDTBCELEOSXUP:R_CO_RcRJ`\RYY]\tceOWLaV2];hUttt\#
    h7/BBCBFEDJHALRHCDFEOGAAAGLLOKO>HRIPQ6HHNK?BJFPL@M_V@;TOJ1RKI]Sh\#
    t18\@HHH@IAUEPFXLU\VjNVXbSYYfjQ?\aN`aN<WV4FIDI<QST[YN6F\8Q0`TtYt\#
    T9/@CGAACGNOGPQFDGLDTDCCFKQPSQF=IVMVTBQLRVRC=VYSFKPVQLFSQQV.<N`Y\#
    hM;PDEJLILJKJLOHIEIJPIGIEHMLQQS9chrk[ZThcOTM^Z_ArhaIHPOJQQRN-22=\#
    mQ:QY[\V]XX^WWf_\_^ZbXR[^YZYWd`N`mmmSdSbfIPHmZdImm^`_f^fmmf^+16?\#
    mV6SS[WYR]RcRWUSVQXZaQPR\[famYaL[mmmT^UmcGOEcVaLmmUmm[Smmmma,627\#
    eQ5QURTWO\^^OOOKQIVSXLPLR\SZSNeI\^eeN\VeeCRA^TLCeeReZZKeeWe\06/2
    """#
}
