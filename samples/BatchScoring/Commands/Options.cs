namespace BatchScoring.Commands;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    /// <summary>The file to read, <c>-</c> for standard input; null for the one that the sample ships.</summary>
    public string? File { get; init; }

    /// <summary>A form to use instead of the built-in one; null for the built-in one.</summary>
    public string? Form { get; init; }

    /// <summary>What the chats are scored with instead, to see what would change: a name or a form file; null for nothing.</summary>
    public string? WhatIf { get; init; }

    /// <summary>Where to write CSV, <c>-</c> for standard output; null for nowhere.</summary>
    public string? Csv { get; init; }

    /// <summary>Where to write JSON, <c>-</c> for standard output; null for nowhere.</summary>
    public string? Json { get; init; }

    /// <summary>A SQLite file in which every chat becomes an interaction and an evaluation, and from which the report comes; null for none.</summary>
    public string? Store { get; init; }

    /// <summary>How many agents the report lists; null for all.</summary>
    public int? Agents { get; init; } = 10;

    /// <summary>Whether the report and the progress bar stay away.</summary>
    public bool IsQuiet { get; init; }

    public bool WantsHelp { get; init; }

    /// <summary>Whether standard output is taken by CSV or JSON, so that the report has no place.</summary>
    public bool TakesOutput => Csv == "-" || Json == "-";
}
