extension Validator {
  /// The validators of personal identifiers, by country and kind.
  package static let pii: [Validator] = [
    [
      PaymentCard.validator, IBAN.validator, BankIdentifier.validator, Email.validator,
    ],
    Phone.validators,
    LabeledValues.validators, EquipmentIdentity.validators,
    UnitedStates.validators, CanadaAndOceania.validators, LatinAmerica.validators,
    BrazilAndMexico.validators, CentralAmerica.validators, AndeanStates.validators,
    RiverPlate.validators,
    BritainAndIreland.validators, Germany.validators, FranceAndItaly.validators,
    Iberia.validators, Benelux.validators, Nordics.validators, CentralEurope.validators,
    EasternEurope.validators, EuropeanBusiness.validators, EuropeanPersons.validators,
    FormerSovietUnion.validators, Turkey.validators, MiddleEastAndAfrica.validators,
    Arabia.validators, Africa.validators,
    SouthAsia.validators, EastAsia.validators, SoutheastAsia.validators,
  ].flatMap(\.self)
}
