// How often four letters follow one another in the text that people and models write. Letters tell little
// by twos: `token` is made of rarer pairs than `sinch`, and stands in programs a thousand times as often.

/// The frequent sequences of four letters, whatever their case.
enum WordStatistics {
  /// What is not in the table is rarer than this.
  static let rarest = 1e-5

  /// The expected share of places where letters stand, four at least, given by their classes.
  static func share(of letters: ArraySlice<UInt8>) -> Double {
    var least = 1.0
    for start in letters.startIndex...(letters.endIndex - 4) {
      var key: UInt32 = 0
      for letter in letters[start..<(start + 4)] { key = key << 8 | UInt32(letter) }
      guard let share = shares[key] else { return rarest / 2 }
      least = min(least, share)
    }
    return least
  }

  private static let shares: [UInt32: Double] = {
    var shares: [UInt32: Double] = [:]
    let powers = TextStatistics.powers
    quads.withUTF8Buffer { quads in
      for start in stride(from: 0, to: quads.count - 4, by: 5) {
        var key: UInt32 = 0
        for place in start..<(start + 4) {
          key = key << 8 | UInt32(ByteClass.table[Int(quads[place])])
        }
        shares[key] = powers[Int(quads[start + 4]) - 40]
      }
    }
    return shares
  }()

  /// Four letters and the character 40 + n for a share of 2^(-n/4), counted over 100 MB of source code and
  /// prose.
  private static let quads: StaticString = #"""
    aaaaPaaab^aaacaaaaddaaaeaaaafgaaagdaaahfaaaieaaajhaaakfaaaliaaamiaaaniaaaogaaapi\#
    aaaqbaaarhaaasjaaauiaaawjaabacaaboiaacafaaeaaaagafaaiafaakoXaamahaammjaaqaaaaqce\#
    aarcfabaabababhabakiabasgabcdiabelaabfaZabgajabilcabjmhableSabmmjabobcaboriaboud\#
    abovfabsohabstgacaaeacce\accocaccuhacebiacediacemjacesdacetjache]achibachmjacinj\#
    acitgacka_ackceacke^ackiiackseackugacmmiacosaacqujacro`acte_acti\acto`actshactug\#
    adabjadataadcahaddecaddi^addr\addsfadedhaderZadincadlihadmiiaeaabaeaejaeaohaerei\#
    afbliafeuiafteaagaadagaidaganhagedgagefgagemjagenhagerbages[agetjagicfaginiagmai\#
    agnodagreiaiaagaila^ailedailifails^ailueainebainidainsaaintcaise[aitseakanfakefh\#
    akesfakojXalangalarcalenealeqdalexialgoealia`alid[aligbalinfalitgaliz^allaeallb`\#
    allcfalle^alliealloXallseally]alogialonialorgalphbalprcalredalseYalsobalstjalteg\#
    althgaluahalueSalwa`alyshamaz`ambddamedcames\amet]amiciamilgaminhammaiamplZanag_\#
    analeanceXanchaandabandeaandigandl[andofandsdaneqgangeYangljangubanicfanizeannec\#
    annobanonhanothansfaansieanslganspeantajanteganticantsdantyianuphapacbapiejapisb\#
    apitaappeZappi^appl^apprhapshiapte]aptufaqaabaqabiaqariaqchiaqeaiarabiarac_aramV\#
    aranjaratcarchZardihardsgareddaren^aresjarge[argsXargu\argvgaria\arieiarisharitg\#
    arke]arniaarraZarrogarseYarshjarsiiarteiarti[artscasaajasabiasatjascidasedcasesc\#
    asetgashefasicdasinfaskchaskefasksdaskz]asongasseTassi]assljassmjassniasso`assuf\#
    asswhastefastiiasxxjasyn^atabeatakfataliatangatashatchXatecjatedWateeiatefjategd\#
    ateijateliatemgatenjateraates\atetdatewgatfoaathedathsfathxhatibaatic\atinYatioP\#
    atisjativ^atomaatorXatrigattadatte[attiiattrXatur\atus]audiiaultXauseaauth^auto_\#
    avai^avioeavoiiawaidawinjaximeaxisiaxlegaylojayouiaysehazon`baaabbabejbackZbalaf\#
    ballibarrjbaseXbasibbatchbclafbcxxfbdatjbdojfbebbebecaebeendbefobbegibbehadbeing\#
    beloebelsgbersabetacbetwebfabZbfajbbfbnebgaajbili^binabbindbbinijbitajbitoibitsa\#
    bitwjbitxibjecUbjkh]bkmb`blanibledcblemiblesablic[blisgblobjbloc\bnethbobbhbodya\#
    bolsfbookhboolZbordjborribortjbosejbothebottibouncboutdbovefbprohbqlagbracjbranh\#
    brarabreabbriegbroaibscrgbsolfbsptjbstrbbtaiibtrefbuckdbuff\builYbundgbuteZbutib\#
    butthbwaajbyteZcaaabcablicach_calaccalcicale_caligcallVcancfcandhcannecanojcapae\#
    capedcapi`captfcardccaseZcastacatcicate[catiXcatoccattjcausccblodccepecces\ccoud\#
    ccumiccurgcdatgcdefjcebahceedhceinhceivecellgcemeicens[centbceptXcert^cessYcestj\#
    chaigchan[chap]charWchecXchedachembcherfchesdchil`chin`chivichmeichoihchorcchosc\#
    chrejchrofchteichunecialaciataciesfcifi[cifyecimaicinggciphicirchcisiacityfckag_\#
    ckcbickcdicked_ckenfckergcket]ckineckupiclareclasPcleaaclie\clocicloncclos^clou]\#
    clud[clusacmpgjcmpljcodeQcodi^cognicoll^coloacoluecombecomeicommWcompUconcbcond]\#
    confXconn]consRcontUconv\cookfcoorjcopebcopihcopy[cordccoreWcorrbcoshicosticoulh\#
    coun[covefcpanccpluhcquijcrathcreaYcredecremgcretecribccripYcroajcrolfcrosdcrypb\#
    cstrfcted\cter_ctinjctioRctiv_ctlydctorXctrldctslictuaectur`ctypgculafcumeZcumuj\#
    curibcurr[cursacusifcust`cutajcuteecutifcutodcvtefcvtpgcvtsjcvttgcwaajcwaeicyclh\#
    cyrijdaaahdablfdardcdaryjdataUdateYdatibdcashdcongddedddden`ddinhddit`ddre_deali\#
    debaidebu^decigdeclbdeco_decsidefaYdefeidefiRdejsbdelajdele]deligdeltjdencedentZ\#
    deogbdepecdeplidepradeptgderebdericderljderrcders`descZdesigdessjdest_deta]deteb\#
    deveedevibdexcidexehdfiljdfrohdgethdhnjjdiagcdialidianidiatjdicabdict^didajdiff^\#
    difiddifyfdigehdigicdinaidingXdinthdire\dirsgdisacdiscddisp^dist\diti\divigdlera\#
    dlesjdlinddmhlfdminjdmkdednndddnodhdnohfdocbfdocs]docuZdoes`domacdoneedoub`doute\#
    downadowscdparfdpoibdrawhdrenhdres_dropjdsafhdsdkedtypadualjduceaducteduleZdumpf\#
    dupljduraidurijdvalhdynaheaaaceach_eadajeadeZeadieeadlheadsdeadydealiheallhealtf\#
    eamijeamjjeamnjeansgeanuheapihearc^earnhearriease_easogeastdeateYeatifeatuaeavej\#
    ebachebarjebasjeblffebug^ecataecaueeceieecesiechaieciadecifZecimieciphecisdeckee\#
    ecksgeclaceclodecod_ecogjecomcecon^ecorcecredecte]ectiWectlfectoZects]ecur_ecut_\#
    edatgedcojededfedef`edendederiedexjedgedediafedicfedinhedirgedisgeditbednojedtyd\#
    educcedulheedefeedsheefujeelejeentgeerr]eezegefachefauYefer]effegefiegefilfefinR\#
    efixaefor`efrojefulgefunfegaliegatcegenjeger^egex^eginaegioaegis_egmeiegorgegrah\#
    egrojeguljehanjehavdeighceindgeinfjeinggeinsjeintbeiteieithceiveeejecjelatbelds`\#
    elea`elec_elemZelet]elifcelimielingelisfelloielochelopeelowhelpefelseZelsiieltaj\#
    emaidemanhemapeemasiematjembe`emenWemitcemoraemothemov_empl`empojempt_enab`enam[\#
    enanjenceYenciienco[encrgencycendaeende^endi[endoiendpbendseener[engifengtZeniej\#
    enseZensi^enss]ensugentaYentbhentdgente^enthjentiYentlcentofentr\entsXenttgenum\\#
    envideobjgeogrbeoptjeordjeoutbeparbepathepeafepencepla`eplijeploieporeeposgepre^\#
    eproeepthgepti\equaYequeVequiZerabderacjeral_eranceratVerbohercaiercehercojereda\#
    erefferen[ereqeerereereseerfaeerflierfodergefergujeriacericaerifcerimherinberioi\#
    eritferivferliierlyiermi]ermsgermugerna\erneferpojerpr`erreferriberrnjerroTersaj\#
    ersebersiWersthertajerteZertfhertiYertraertseerttgerty`ervaderve\ervi]erwidescac\#
    escrZesen_eseraesetdeshofesirjesisiesizgesolcesou[espa_espehespo\esreiessaXessea\#
    essfjessi]essogessyjestaaestceestecestfjesti`estofestr^ests_esulXetacietadaetai]\#
    etarjetasjetatdetchfetcoietecfetedfeteljetenjeter\etesfetexjethecethiiethoWetimc\#
    etinfetioietitietlojetmajetopjetragetrefetricetryeetstiette[ettiaettygetupeeturP\#
    etvaietweeetwobetypbetzejeunpieusejeval`evel_even[ever_evicceviofewaygewlijexacf\#
    exam[exbuhexceYexclfexcogexec]exeriexis`exitbexpa^expe]expijexpleexpo]expr\exteY\#
    extr`exttfeywocfacebfact`fail^fallffalsYfamiifasagfasthfaulXfdefdfeatafectdfere[\#
    ferrhfersjfetcgfeuniffecffferZfffffffichffixhfflejffse^fgffgfica_ficidfied]fielY\#
    fier_fiesgfigshfigu_fileTfillefilt`finabfind_fineSfini]firs^fixedflag[flatefloa]\#
    flowdflusifmadifndebfocuifoldbfoll`fontcforcefore`formUforwgfounafragjframbfree^\#
    fromTfronefset^fstrjfteraftsy`ftwabfullbfuncTfutudgaaaagainhganahganiegatebgathg\#
    gatidgconjgeaaigefihgemejgene[gentfgersdgestegetabgetcfgetdjgetefgetfjgethjgetif\#
    getligetmggetnigetofgetpfgetrggetsagettegetvjgexbhgexcggexpfgfiedggerdgginfggle`\#
    ghliightsagicajginacginefgingdginthgionagist_gith`gitsjgive`gjdnggjhd`gleaiglecd\#
    glibeglinjglob^gmcldgmenegnaldgnamjgnategned[gnerignmefgnoragnosdgnutigoog^gorif\#
    goryhgproigradhgrambgranhgrap^gratigreahgreedgrefhgresegrouZguagdguarfguidbgulah\#
    gume\gura`gurefhaaahhablihainhhalfghalljhand[hang]hannehape\hapt^hara_hardjhared\#
    harsdhasajhash\have]havidheadYhealhheapfheckXheduhheeljheiggheirghellehelp^hemad\#
    hemeehentjhereZherihhersjherwehesechethehich^hiddahift`highbhild`hileahineching_\#
    hintihirahhisthhitedhivehhligihmenjhodsdhoichholddhookehoriehortchosefhost`houl^\#
    houtahrasihrea^hreejhrefVhresfhronghroughrowahterjhtmlVhtsiehttpXhuffihunkdiaaaf\#
    iablaiagndiajbhialebialiaialljialoeialseianciianteiate_iatieibcxfibilaibkljiblea\#
    ibraaibutXicabjical^icatZiceihicen[icescicgnaiciaeicieficitdickejicod]iconhictie\#
    iculiidataidde`idebjideddiden]ideoaidereidesfidgegidlegidthaiehnhieibhieidiieldX\#
    ientZiershievehifbfiifdeeiffeaific\ifieYifndbifts`igesiiggeiighliightYigin`igitc\#
    igna`igneZigniiignmfignoaigur_iigfjiigjiiigljilab^ilde`ildrhiledcilen`ilereiles_\#
    ilinfilit]illehillieilte`ilti_ilureimagbimalgimarjimatjimdphimeneimeobimerjimesc\#
    imitZimizgimplTimpoXimumbinal^inarcinat`incebincijincl[incogincreindeYindi_indo^\#
    indsfineajined[inenhinercines^infihinfoXingcgingdjingegingfcingihinglaingmjingpf\#
    ingreings[ingthinhehinimeininbinishinitWinkeiinksiinleginli\inneiinpu]inse`insid\#
    inspginstWintaiinteTintfiinto^intrcintsbinueeinuxeinva_invehinvogionaYionceioned\#
    ionifionnhionogionphionrfionsRiontgiorigiousdipheiipleeiplyjipti]iptodiptsjiqued\#
    iraghirec]ired]iremgiresdironcirst^irtudisabciscaiiscoiisedjises_ishegisibiisina\#
    isio`isithisizdisolhisongispaeisplaissi`issuaistagiste]istibistogistr\istsaisuai\#
    itabhitalbitaniitatiitchgitedeitemWiterWitesdithecithigithmfithoaithu`itiaaitieg\#
    itinbitioWitiv]itleXitoojitoraitseiitte`itwijitxoiityciivaliivataivedfiveljiven`\#
    ivereivesfiviajivitjixedfizat`ized_izeofizerfjaaafjectTjkhafjobsjjoinajson_jumpj\#
    justcjvmtjkaaaikage_kanaekatafkconjkebbjkeepgkendfkensfkeys`keywckfajjkfbjjkfcji\#
    kgrohkind`kingaknowaksizikwarblaaahlaaqhlabealabl]lace_lags]lainhlambdlanchlanea\#
    lang]lankilareglargdlarijlashjlassPlast_lasxblateZlatfalati[latojlattjlayejlayog\#
    lbac`lconelder^ldinildregleadilean`leapilearcleas^leavilecldlecojlect[leftblegae\#
    legndlemeYlenaalendhlengZlenthlepajlerejlerrjlersjless^lestjlete\letiglett\letyj\#
    leve`lexeglgorflianhlias`libcdlibralica_liceYliciblickjlicy]lidablieddlien\lifei\#
    lighelignblikeblimi_lineVling^link[lintglinuelishglistVliteblitijlity]livehlizag\#
    lize_llabfllatgllba`llcohllec_lled`llerellibfllicjllincllocZllow\llptjllvm^lnami\#
    loadZloat]loba_locaWlockZloggelogigloneclong\lookcloop_lopeflordglose_loud]lowe`\#
    lowialowsglperelphablproclptrilreaflsecelsifjlstajlter^ltin^ltipaluathlude\ludih\#
    lueedlues]luevjlumeilumnelureelushilusiglusphlustcluteglutihlverhlway`lyinilysii\#
    lzmaimaaacmachbmacocmacramadddmadeimagebmagigmailemain]make]maligmall^mana`mand\\#
    maniimantgmanyhmappbmarkZmary_maskTmastjmatc\matehmathdmati]matrgmatsimattamaxic\#
    maxlgmazo`mbdaemberXmbinembol_mdpahmeanemediemedthmeidfmeifgmekbimembamemo`mendg\#
    mensjmentQmenujmeoubmeragmergfmeriemesp`messXmestgmeta^mete^methWmetrfmicrgmighi\#
    milyimimejminacminefmingcminibminlfminojminuimisehmiss`miteemiti]mitsjmittfmizei\#
    mkehimkejimkgfjmlsefmman\mmar_mmasammedjmmen\mmitdmmmaemmondmockcmode]modiamoduZ\#
    monihmore^moryamostemotegmounjmove]mparampat_mpilampla`mpleVmpliamponamporXmposi\#
    mprebmprojmptyamputbmsubgmulaemult_must^mutadmutednabl^nage`nalienallenalpcnalsh\#
    nalyfnamePnamihnapijnapsinaryanateenati`natojnatuenbspgncatfncelfncergnces`nchei\#
    nchocnchrhnciejnciojnclu[ncod[ncomfnconencreencrygnctiWncurendar`ndatended_ndef]\#
    ndenander]ndexZndiccndidindif]ndin]nditandle[ndliindomfndow^ndpobndsahnearinect^\#
    needanegafnenojnent`nera]neridnerrgnersinessfnestenetwbnevehnewcjnewlhnexpenext\\#
    nfigYnfinhnflijnfor_ngedengeningerfngesbngficngindngle`ngpringrefngthZnguacngulj\#
    nherhnicagnico]nifijnimuhning[niongniqudnishinitefniti\nitohnittdnityinizaenizeh\#
    njaninkedinknofnlengnlesbnlin[nloagnmenannamgnnec^nneldnnerfnnindnnotbnodeWnoneW\#
    noniinonzdnoreanormbnostdnotaenoteanothenotianousjnownbnpacfnpincnproinput]nresi\#
    nsafdnsedjnser`nsesgnsetgnsfeinsfocnsicgnsidensig\nsio^nsisinsitgnslainsolfnsped\#
    nspohnssl]nstaWnstebnstr]nsumfnsurgntabhntacintai]ntalcntat[ntax\ntbujntedanteej\#
    nteg]nten]nterUntex\nthehntiaanticfntiejntif`ntilfntimcntin_ntitbntliintlyfntoch\#
    ntoijntorgntradntriantro`ntry_ntypgnull\numbYnumecnusefnutlinval_nvenjnver]nvird\#
    nvokjnwinenzerdoaaahoadchoadecoadsioatifobal_objeVobtaiocal\ocatYocblgoccugoces^\#
    ociaaocke_ockseoclihocolbocsphocumZocusiodeceodedeodejbodelcodepioderdodes_odifa\#
    odin^oducbodulZoesngoffs^ofileoftwboggejoggiioggl`ogle^ogniiogra_ogrejoicefointY\#
    ojaahojec\oken\okiefokupfolatdoldedoleabolic\ollaholle^ollo`olorbolumcolutdolveb\#
    omaidomathombieomethomicbomingomishomma\omme\ommidommocompa\ompiaompl^ompo_omprb\#
    omptiompubonalZonarhoncahoncedoncohoncueondi_ondseonen_onergoneshonfiXonfljongeg\#
    onichoninhonithonly[onmedonnaionne^onosjonoujonpojonrefonse\onsiconsoeonstRonsuf\#
    onta\onteYontibontr_onve]onzedoogl^ookieooksiookufooleboolscoordjopcojopenYoperV\#
    opichopieioptiWoptsdopyrcorageoratjorceeorcoeorde]ordifordsboreaioreddoreshorgae\#
    oriegorig`oringoritborizforkejorkihorksformaWormeiormseorreborroiortaeorte]ortih\#
    orts`orwagosedeoserjosit^osixiossieossl]osstiostidostniostrhotalgotatbotechotesj\#
    othe[oticfotiffotimjotocbototgottoiotypgoubl`oudffoudsdoughdould\oundYount[oupsd\#
    ourcWoutecoutifoutp[ovedfover[ovid`owaahowedeoweraowinaownecownlhowsejpace\pache\#
    pacifpack[paddfpageapairdpand`panifparaVpare\pariiparsYpartZpass\patcapathVpatia\#
    patt_payljpdat]pealjpearjpeatfpeciYpect\pede`peerapenaapend[pens]peofgperaZpercj\#
    perfdperieperl\perm^persfpertZpherhphicjpickhpiecjpiengpilebping\pipeepitabpitoj\#
    pkcseplac_plaiiplaniplat\play`pleaiplem_plesbpletaplexfpliaiplic]pliecplitaploai\#
    ployiplugjplusbpnamjpoinYpoli]polljpolyfpondfpone`pons]pooldporajportSposecposi]\#
    possepostcppeddppen^pper^ppin]pplejppli`pplyeppor\pprogpragjprec^preddpref_prepf\#
    presZpretaprevaprim]prin\prioeprivbprobeproc\prodbprofdprogaproj\promcpropYprot\\#
    prov_proxcpshoiptedhpter]pthxgptimgptioTptorcpturfpubdjpublZpulldpurpgpush`puteb\#
    putsipyapdpyinhpyob_pyricpytejpyth_pyunjqaaabqabajqlaagqualYquarhquen`quer_quesX\#
    queucquirZquiviquotbrabiirablcracearackbract[radeiradiiragahragecragmgrailfrainf\#
    rais[raitVrallgralsirame\rams]rancgrand`rang\rans\rantaraph^rapp\raryarassgrate]\#
    ratiWratoYraveirawihrbosircasjrcesbrchajrchierchtjrcodfrconhrder]rdindreacereadW\#
    reakbrealdream]reasereatXrecaarececrecibreco_rect[recugredeeredibreducreedjreefi\#
    reendreezhrefcjrefe]refi`refsiregajrege^regi\regujreincrejejrelabrele_relojremae\#
    remebremo^renahrenc\rendfrentYrepairepeerepl^repobrepr_requUreredrerrjrese\reshe\#
    resigresoZresp[ressYrestaresuXretegretqiretrbrettiretuPrevedrevibrfacdrfloirford\#
    rganerget]rguijrgum\riabbrialbriandribedribuXricsirictbridebriefgrienjries`rievh\#
    rifyeriggirigh\rigiarillirimajrimegrimi^rinfhringSrinsfrint\riodjrioreriptYrisoj\#
    rite\ritheritifritthrity^rivabrivegrivihrizejrker]rkinhrlenjrlligrmalcrmanirmatX\#
    rmedjrminarmiscrmutgrnal^rnamcrnathrnedbrnetirnin`roadhroakjroce]rodubrofierogrb\#
    roje\rokejrolecrollcromierompirong^ronmeronohronteroot`ropeZrorcgrorsarossirotag\#
    rotehroto]rouggroun]roup[routbrovi_rowscroxydrposfrprebrproirrandrrayZrrecfrredg\#
    rren\rreserridbrrnojrrorTrrowdrsedgrser]rsesjrsetfrsinirsioWrsorfrstahrtabgrted]\#
    rteq[rterertfajrtia_rticertie]rtifartindrtiofrtisertitirtraartswjrttrhrtuadrtyph\#
    ructUrulearunchrunneruntdrust_rvalerveddrver^rvic]rwarfrwiseryfrjryptbsaaagsabai\#
    sablbsafe^sageWsameasampesattisatubsaveescal^scaniscapcscariscatjsche`sciidsconf\#
    scopbscrejscriXscrofsear^seco`secrfsect\secuaseekhsefuisegmisele_selfNsemahsemig\#
    send^sensjsent^senujsepaesepihsequ`sericserrhsersesertTservXsessdsetajsetiisetrh\#
    setscsettasetuesetzjsevejsferisforbshalishap\sharcshedgshelhsherjshesishif`shipj\#
    sholhshorcshothshou^showeshufisibiisiblbside^signVsimdZsimpbsincasingYsinhisinsc\#
    sionSsirejsistgsiteesiti_sitogsiveesizeVskedjskipcslathslicbslisfslochslotgsmal_\#
    smetjsnamgsnaphsociasock^softasolagsoleesoluesolvbsome_sortasourWspac\spanVsparh\#
    spatcspecWspla`spli`spluhspon\sporhsptrhsqrtesquahsresissagXssarjssedasserTssesc\#
    ssetissibdssig_ssinassio\ssizhsslijssmeissnaissoc`ssorgsstrgssuebssumfsswoissyni\#
    stab_stac_stagjstalastamgstanXstarZstatUstcaestdeestdigstdoesteadstedbstemastenb\#
    stepfster\stexhsticastiljstin_stnagstom`stopcstor[stra`stre\striRstro]struUstryh\#
    stubgstylasualgsubahsubcesubjfsubmisubngsubpfsubrjsubs_subtesucccsuchesueshsuffh\#
    suithsultXsumecsumm`supeesupp[sureasvalisvldiswaphswifYswitdsworhsxxvjsymb_sympf\#
    sync[synt\syscfsystatabagtabiitablYtachdtack_tactgtadabtageitagsbtail]tain\takaf\#
    takeetall`tampgtanc[tandatanhitant`targ\tart[task_tastjtateZtatiVtatsgtattctatu]\#
    tbuigtcasgtcheatchiftchoctcomjtcondtdathtdefitderftdinjtdoufteaddtearhtechjtecoh\#
    tectctedbitedeitedijtednitedtgteerjtege^tegogtegrhteleftelyitemegtemp]tems^tenah\#
    tencgtend`tenegtens^tent\tepigtequ[teraYterciterecterfdterieterm]ternXterp^terrd\#
    ters[tervftespgtestStetiftewagtexpgtextWtfaljtfilgtforathan`thatVtheaitheifthemc\#
    then`therWthesbtheyethin`thisRthodWthon_thorcthoshthou`thre\thro_thub`tial[tiatj\#
    tibibtibliticaaticefticscticuities\tifi\tifygtilijtilljtilsdtimeWtimigtimpitinag\#
    tineftinfitingVtinshtintdtinuctionJtiplctitegtitiftitlXtityctiveXtivijtlibjtlinj\#
    tlisgtlocjtmapjtmetitmodjtnambtobyjtoclgtocoatogg`toinjtoke\tolojtomaftomibtoola\#
    topigtopthtoractore\torictors`tory]totagtotygtparftprohtptrgtput[trac[traiUtran[\#
    tratgtrea]tree_treqgtreshtribXtric`triebtrightrinStripftrivjtrixhtrolatron^troyi\#
    trucUtrueWtrunhtrusftryfjtseljtsidbtsloitstaetstrhtswijtsyn_ttacettedettemgttenf\#
    tterXttescttimittin`ttlehttokfttomittonhttps[ttri[ttrsdttruhttypftualatubshtupla\#
    turabtureZturnPtutigtvalgtvecjtvosdtwaratweedtworbtxorityleatymejtypeOtypihtzerj\#
    uaaaiuagedualiguallgualshuardhuarehuatejuatigubclfubdajubjefuble`ubliZubneiubpri\#
    ubscgubseiubspiubstdubtriuccecuchajuckeductibuctofuctsiuctuaucwagudedhudesjudfri\#
    udinhudsdeueerduenc`uentjuerriuery_ueseiuestXueuecuevajuffe\uffihuffljuginiuided\#
    uild[uilt^uint^uireZuitehuivajularculatculesaullpiulti^ults_umbeYumenWumerbumma`\#
    umuliuncaiunchguncoiunctVundadunde[undiiundlgundpiundseunexeunic]uniohuniqdunit`\#
    univiunixfunknfunlebunlijunnejunnifunpafunpibunrehunsadunsi]unsphunsthuntefuntia\#
    untsiunusfunwifuotajuoteeupda]uperduplebuplijuploiuppeguppliuppo\urat]urceWuredi\#
    uresauriniuritburllgurneburns\urpogurre\urseiursihursofusagfused[usefhuser\usese\#
    usin^usivjusizbusplhusteausto`utabeutathutedbutergutesautexdutheiuthocutil_utine\#
    utio_utlsiutomhutorbutpu[uttohuturdvaddivail^valeivali[valuSvancjvari^varsjvatec\#
    vatifvcvtgvect_velofvelyjvent\veraiverbfverejverfjveribverlhverrbversVvert]veryd\#
    vice[vide_viewbvinggviorfviouevirodvirtcvisiavisuivityjvmtijvmuljvocajvoidYvokeh\#
    voluhvreievtepfvttpjwaaa`waeafwait`wantcwardcwareawargdwarn_warrfwatcbways`weakh\#
    weendweighwelljwereiwestfwhatewheejwhen\wher_whetewhic^whilawhitewidehwidghwidta\#
    wiftYwillZwind\wing`wisebwitchwithTwlinjwnedhwnergwnlohword\work\woulgwrap[writ[\#
    xactfxamp[xbuifxcepYxclufxcomgxecu_ximuexist`xitejxlarjxlengxmlsexpan`xparixpec^\#
    xperhxpirjxpligxpor_xpreaxsltjxten\xter^xtra`xttogyaaahyamleyapidycleiyconiyerrh\#
    yfroiyfuniyieleyingcyloajymbo_ymetiympygynamdynchgyncigynta\yobj_yourcyouthypeai\#
    yped_ypeecypenaypeofypes^ypinjyproiyptijyptofyrigcyriljyscafysemhysisiysteaytes\\#
    ythijytho_ytypiyunijyworczaaajzati`zeofgzero]zoned
    """#
}
