namespace QualityKit.Scoring;

/// <summary>What the quick path does with one question.</summary>
internal readonly struct QuickQuestion
{
    public required int Slot { get; init; }

    public required int Group { get; init; }

    /// <summary>Null when the question does not count: never scored, excluded or neutral.</summary>
    public required QuickScale? Scale { get; init; }

    /// <summary>For every option or range the scopes it fails: positions of groups, -1 for the form; null when no answer fails anything.</summary>
    public required int[][]? Failures { get; init; }

    /// <summary>Turns a code into the position of its range; null for a choice.</summary>
    public required NumberScale? Ranges { get; init; }

    /// <summary>What an N/A mark does.</summary>
    public required QuickFill NotApplicable { get; init; }

    /// <summary>What a missing answer does.</summary>
    public required QuickFill Unanswered { get; init; }
}
