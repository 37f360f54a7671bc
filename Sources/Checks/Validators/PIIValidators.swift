extension Validator {
  /// The validators of personal identifiers, by region; each stands in a file of its own.
  package static let pii: [Validator] = [
    contact, network, banking, international, unitedStates, canada, oceania, mexico, centralAmerica,
    andeanStates, brazil, southernCone, britainAndIreland, germany, france, italyAndMalta, iberia,
    benelux, nordics, baltics, centralEurope, southeasternEurope, europeanUnion, formerSovietUnion,
    turkey, middleEast, africa, southAsia, eastAsia, southeastAsia,
  ].flatMap(\.self)

  private static let contact = [Email.validator] + Phone.validators

  private static let network = [InternetAddress.validator, HardwareAddress.validator]

  private static let banking = [
    PaymentCard.validator, PaymentCard.labeled, IBAN.validator, BankIdentifier.validator,
  ]

  private static let international = [
    MobileEquipmentIdentity.validator, VehicleIdentificationNumber.validator, BirthDate.validator,
    DocumentNumber.validator, SpecimenDocument.validator,
  ]

  private static let unitedStates = [
    AmericanSocialSecurityNumber.validator, AmericanRoutingNumber.validator,
    AmericanRoutingNumber.hyphenated, AmericanProviderIdentifier.validator,
    MedicareBeneficiaryIdentifier.validator, MedicareBeneficiaryIdentifier.hyphenated,
    DrugRegistrationNumber.validator, AmericanIndividualTaxNumber.validator,
    AmericanEmployerNumber.validator,
  ]

  private static let canada = [
    CanadianSocialInsuranceNumber.validator, CanadianBusinessNumber.validator,
    OntarianHealthNumber.validator, QuebecHealthInsuranceNumber.validator,
    BritishColumbianHealthNumber.validator,
  ]

  private static let oceania = [
    AustralianTaxFileNumber.validator, AustralianMedicareNumber.validator,
    AustralianBusinessNumber.validator, AustralianBusinessNumber.undivided,
    AustralianCompanyNumber.validator, NewZealandTaxNumber.validator,
    NewZealandBankAccount.validator, NewZealandBankAccount.undivided,
    NewZealandHealthNumber.validator,
  ]

  private static let mexico = [
    MexicanPersonalCode.validator, MexicanBankAccount.validator, MexicanTaxNumber.validator,
    MexicanSocialSecurityNumber.validator, MexicanVoterKey.validator,
  ]

  private static let centralAmerica = [
    CostaRicanIdentityCard.validator, CubanIdentityCard.validator, DominicanIdentityCard.validator,
    DominicanTaxNumber.validator, GuatemalanIdentityNumber.validator, GuatemalanTaxNumber.validator,
    HonduranIdentityNumber.validator, NicaraguanIdentityCard.validator,
    PanamanianIdentityCard.validator, SalvadoranIdentityNumber.validator,
    SalvadoranTaxNumber.validator,
  ]

  private static let andeanStates = [
    PeruvianIdentityNumber.validator, PeruvianTaxNumber.validator, PeruvianTaxNumber.company,
    EcuadorianIdentityCard.validator, EcuadorianTaxNumber.validator, ColombianTaxNumber.validator,
    VenezuelanTaxNumber.validator, VenezuelanTaxNumber.undivided,
  ]

  private static let brazil = [
    BrazilianPersonalTaxNumber.validator, BrazilianPersonalTaxNumber.grouped,
    BrazilianCompanyNumber.validator, BrazilianWorkerNumber.validator,
    BrazilianDrivingLicense.validator, BrazilianVoterNumber.validator,
  ]

  private static let southernCone = [
    ArgentineTaxNumber.validator, ArgentineBankAccount.validator, ChileanIdentityNumber.validator,
    UruguayanIdentityCard.validator, UruguayanIdentityCard.undivided,
    UruguayanCompanyNumber.validator, ParaguayanTaxNumber.validator,
  ]

  private static let britainAndIreland = [
    BritishInsuranceNumber.validator, BritishHealthServiceNumber.validator,
    BritishDriverNumber.validator, BritishTaxpayerReference.validator,
    BritishVehiclePlate.validator, IrishPublicServiceNumber.validator,
  ]

  private static let germany = [
    GermanTaxIdentifier.validator, GermanPensionNumber.validator,
    GermanHealthInsuranceNumber.validator, GermanIdentityCard.validator,
    GermanDocumentNumber.validator, GermanCheckedDocumentNumber.validator,
    GermanIncomeTaxNumber.validator, GermanMedicalPracticeNumber.validator,
    GermanPhysicianNumber.validator, GermanDrivingLicense.validator, GermanVehiclePlate.validator,
    GermanCommercialRegister.validator,
  ]

  private static let france = [
    FrenchRegistrationNumber.validator, FrenchBusinessNumber.validator, FrenchTaxNumber.validator,
  ]

  private static let italyAndMalta = [
    ItalianFiscalCode.validator, ItalianTaxNumber.validator, ItalianDrivingLicense.validator,
    MalteseIdentityCard.validator,
  ]

  private static let iberia = [
    SpanishIdentityNumber.validator, PortugueseTaxNumber.validator, PortugueseCitizenCard.validator,
  ]

  private static let benelux = [
    DutchCitizenServiceNumber.validator, BelgianRegisterNumber.validator,
    LuxembourgishNationalNumber.validator,
  ]

  private static let nordics = [
    SwedishPersonalNumber.validator, SwedishOrganizationNumber.validator,
    NorwegianBirthNumber.validator, DanishPersonalNumber.validator, FinnishPersonalCode.validator,
    IcelandicIdentityNumber.validator,
  ]

  private static let baltics = [
    BalticPersonalCode.validator, LatvianPersonalCode.validator,
  ]

  private static let centralEurope = [
    PolishPersonalNumber.validator, PolishTaxNumber.validator, PolishIdentityCard.validator,
    CzechBirthNumber.validator, HungarianIdentifier.validator, AustrianInsuranceNumber.validator,
    AustrianTaxNumber.validator, SwissInsuranceNumber.validator,
  ]

  private static let southeasternEurope = [
    RomanianPersonalCode.validator, BulgarianCivilNumber.validator, GreekInsuranceNumber.validator,
    GreekTaxNumber.validator, CroatianPersonalNumber.validator, YugoslavCitizenNumber.validator,
    CypriotTaxCode.validator, AlbanianIdentityNumber.validator,
  ]

  private static let europeanUnion = [
    VATNumber.validator
  ]

  private static let formerSovietUnion = [
    RussianTaxNumber.validator, RussianCompanyTaxNumber.validator, RussianInsuranceNumber.validator,
    RussianPassport.validator, RussianHealthPolicy.validator, UkrainianTaxNumber.validator,
    UkrainianRegisterNumber.validator, KazakhIdentityNumber.validator,
    UzbekPersonalNumber.validator, KyrgyzPersonalNumber.validator,
    BelarusianIdentityNumber.validator, MoldovanPersonalNumber.validator,
  ]

  private static let turkey = [
    TurkishIdentityNumber.validator, TurkishTaxNumber.validator, TurkishVehiclePlate.validator,
  ]

  private static let middleEast = [
    IsraeliIdentityNumber.validator, EmiratesIdentityCard.validator, SaudiIdentityNumber.validator,
    KuwaitiCivilNumber.validator, QatariIdentityCard.validator, BahrainiPersonalNumber.validator,
    IranianNationalCode.validator,
  ]

  private static let africa = [
    EgyptianNationalNumber.validator, LibyanNationalNumber.validator,
    SouthAfricanIdentityNumber.validator, SouthAfricanTaxNumber.validator,
    MauritianIdentityCard.validator, TanzanianIdentityNumber.validator,
    RwandanIdentityNumber.validator, GhanaianCard.validator, UgandanIdentityNumber.validator,
    NigerianVehiclePlate.validator,
  ]

  private static let southAsia = [
    IndianAadhaarNumber.validator, IndianPermanentAccountNumber.validator,
    IndianGoodsAndServicesTaxNumber.validator, IndianVoterCard.validator,
    IndianVehiclePlate.validator, IndianDrivingLicense.validator,
    IndianProvidentFundNumber.validator, PakistaniIdentityCard.validator,
    PakistaniIdentityCard.undivided, BangladeshiIdentityCard.validator,
    SriLankanIdentityCard.validator, NepaliCitizenshipNumber.validator,
  ]

  private static let eastAsia = [
    ChineseResidentNumber.validator, ChineseCreditCode.validator, HongKongIdentityCard.validator,
    TaiwaneseIdentityCard.validator, TaiwaneseResidentCertificate.validator,
    TaiwaneseBusinessNumber.validator, JapaneseIndividualNumber.validator,
    JapaneseDrivingLicense.validator, JapaneseResidenceCard.validator,
    KoreanResidentNumber.validator, KoreanResidentNumber.undivided, KoreanBusinessNumber.validator,
    KoreanBusinessNumber.undivided, KoreanDrivingLicense.validator, KoreanDrivingLicense.undivided,
    KoreanPassport.validator,
  ]

  private static let southeastAsia = [
    SingaporeanIdentityNumber.validator, SingaporeanEntityNumber.validator,
    SingaporeanEntityNumber.business, ThaiIdentityNumber.validator, ThaiIdentityNumber.grouped,
    MalaysianIdentityCard.validator, MalaysianIdentityCard.undivided,
    IndonesianIdentityNumber.validator, IndonesianTaxNumber.validator,
    IndonesianTaxNumber.undivided, PhilippineTaxNumber.validator, PhilippineTaxNumber.undivided,
    PhilippineBenefitNumber.validator, VietnameseIdentityCard.validator,
  ]
}
