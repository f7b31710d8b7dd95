using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>Answers to one question that no result can tell apart: the same points where points matter, the same failures, the same for every condition.</summary>
internal sealed class AnswerClass
{
    /// <summary>One of the answers, as flat codes.</summary>
    public required long[] Words { get; init; }

    public required AnswerStanding Standing { get; init; }

    /// <summary>What it earns (rule S4) when it is an answer.</summary>
    public Fraction Points { get; init; }

    public bool IsBonusAnswer { get; init; }

    /// <summary>Whether it is below what every question must reach (rule S18).</summary>
    public bool IsBelowMinimum { get; init; }

    /// <summary>What it fails: positions of groups, -1 for the form; ascending, each once.</summary>
    public int[] Scopes { get; init; } = [];

    /// <summary>Why answers of the class fail; not all of them need fail for all of these reasons.</summary>
    public HashSet<FailureCause> Causes { get; init; } = [];

    /// <summary>Which of the conditions about the question it makes hold, when the question is visible.</summary>
    public bool[] Leaves { get; init; } = [];

    public bool IsNotApplicable => Words[0] == FlatAnswer.NotApplicable;

    public bool Fails(int scope) => Array.BinarySearch(Scopes, scope) >= 0;
}
