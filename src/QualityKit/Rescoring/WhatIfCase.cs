using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>One stored evaluation that is to be scored again.</summary>
public sealed record WhatIfCase
{
    /// <summary>What the host calls the evaluation: 1 to 200 characters. It comes back in lists and as the place to go on from.</summary>
    public required string Id { get; init; }

    /// <summary>Whom the evaluation is about, such as the agent: 1 to 200 characters; null when nothing is to be counted a subject.</summary>
    /// <remarks>A name for counting only. Give a pseudonym where the counts leave the house.</remarks>
    public string? Subject { get; init; }

    /// <summary>The answers, under the keys of the form that they were given to.</summary>
    public required AnswerSheet Answers { get; init; }

    /// <summary>The id; never the subject or the answers, which may be personal.</summary>
    public override string ToString() => $"case `{Id}`";
}
