namespace QualityKit.Architecture.Tests.Snippets;

/// <summary>A block of C# in a Markdown file, with what the blocks before it and the comments around it add.</summary>
/// <remarks>
/// A comment alone on the line before the block says more about it:
/// `snippet: continues` puts it after the block before it; `snippet: given CODE` puts code of its own before it;
/// `snippet: skip REASON` leaves it out. A text block that follows under the comment `output` is what it prints.
/// </remarks>
internal sealed record Snippet
{
    /// <summary>`README.md(12)`.</summary>
    public required string Place { get; init; }

    /// <summary>The code of the blocks that it continues; empty where it continues none.</summary>
    public string Before { get; init; } = "";

    /// <summary>Its own code, with what it was given.</summary>
    public required string Own { get; init; }

    /// <summary>All code to compile, in order.</summary>
    public string Code => Before.Length == 0 ? Own : $"{Before}\n{Own}";

    /// <summary>Why it is not compiled; null where it is.</summary>
    public string? SkipReason { get; init; }

    /// <summary>What its own code must print; null where nothing is promised.</summary>
    public string? Output { get; init; }
}
