namespace QualityKit.Reference.Forms;

/// <summary>An option of a choice or multiple selection, or a range of a number question.</summary>
internal sealed class Option
{
    /// <summary>The key of an option; null for a range.</summary>
    public string? Key { get; init; }

    /// <summary>The lowest number of a range, itself included; null for an option.</summary>
    public ExactNumber? Minimum { get; init; }

    /// <summary>The highest number of a range, itself included; null for an option.</summary>
    public ExactNumber? Maximum { get; init; }

    public ExactNumber Points { get; init; } = ExactNumber.Zero;

    /// <summary>Points of a multiple selection's option when it is not selected.</summary>
    public ExactNumber Unselected { get; init; } = ExactNumber.Zero;

    public bool Bonus { get; init; }

    /// <summary>What fails when this is selected; null when nothing does.</summary>
    public FailureScope? Fails { get; init; }
}
