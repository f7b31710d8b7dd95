namespace QualityKit.MutantRunner;

/// <summary>What became of a mutant: a line of the file of results.</summary>
/// <param name="Status">A status of the mutation-testing schema, or one of those that are not the last word: <see cref="Begun"/>, <see cref="Alone"/>, <see cref="Again"/>.</param>
/// <param name="By">The test that killed it, or what else did.</param>
internal sealed record Verdict(string Key, string Status, string By)
{
    /// <summary>The process had just begun with it. Where nothing follows, the mutant took the process with it.</summary>
    public const string Begun = "Begun";

    /// <summary>It lived, but what it changes is computed once and kept: it wants a process in which it is active from the start.</summary>
    public const string Alone = "Alone";

    /// <summary>What an earlier mutant left behind in the process failed its test: it wants another process.</summary>
    public const string Again = "Again";

    public const string Killed = "Killed";
    public const string Timeout = "Timeout";
    public const string Survived = "Survived";
    public const string NoCoverage = "NoCoverage";

    public bool IsKill => Status is Killed or Timeout;
}
