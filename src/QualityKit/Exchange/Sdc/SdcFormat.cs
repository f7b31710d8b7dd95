using QualityKit.Methods;

namespace QualityKit.Exchange.Sdc;

/// <summary>What FHIR questionnaires call things.</summary>
internal static class SdcFormat
{
    public const string Name = "FHIR Questionnaire";
    public const string ResourceType = "Questionnaire";

    public const string ItemWeight = "http://hl7.org/fhir/StructureDefinition/itemWeight";
    public const string OrdinalValue = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    public const string Translation = "http://hl7.org/fhir/StructureDefinition/translation";
    public const string MinValue = "http://hl7.org/fhir/StructureDefinition/minValue";
    public const string MaxValue = "http://hl7.org/fhir/StructureDefinition/maxValue";
    public const string MaxDecimalPlaces = "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces";
    public const string ItemControl = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
    public const string ItemControlSystem = "http://hl7.org/fhir/questionnaire-item-control";

    /// <summary>The title of the link that holds the canonical address.</summary>
    public const string AddressTitle = "Questionnaire";

    /// <summary>What the identifier of a help text ends with, after that of its question.</summary>
    public const string HelpSuffix = "-help";

    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>How far a number reaches that has no bounds.</summary>
    public const decimal Unbounded = 1_000_000;

    /// <summary>How questionnaires are scored where they are: the weights of the answers are added up.</summary>
    public static ScoringMethod Method { get; } = new()
    {
        Name = Name,
        Combination = Combination.Sum,
        NotApplicable = NotApplicableRule.LeavesForm,
    };
}
