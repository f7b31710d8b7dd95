using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Exchange.Genesys;

/// <summary>What Genesys Cloud calls things, and what it assumes where a form says nothing.</summary>
internal static class GenesysFormat
{
    public const string Name = "Genesys Cloud";

    public const string MultipleChoice = "multipleChoiceQuestion";
    public const string MultipleSelect = "multipleSelectQuestion";
    public const string FreeText = "freeTextQuestion";
    public const string NetPromoter = "npsQuestion";
    public const string ReadOnlyText = "readOnlyTextBlockQuestion";

    public const string Selected = "Selected";
    public const string Unselected = "Unselected";

    /// <summary>The days in which an evaluation can be disputed.</summary>
    public const int DisputeDays = 45;

    /// <summary>How a form is scored: weights multiply points, and what is not applicable leaves the form.</summary>
    public static ScoringMethod Scaled => VendorMethods.GenesysCloud;

    /// <summary>How a form is scored whose weights are switched off.</summary>
    public static ScoringMethod Unscaled { get; } = Scaled with { Combination = Combination.TotalPoints };

    /// <summary>What it calls a kind of assignee.</summary>
    public static string Assignee(DisputeAssigneeKind kind) => kind switch
    {
        DisputeAssigneeKind.Original => "Original",
        DisputeAssigneeKind.None => "None",
        _ => "Individual",
    };
}
