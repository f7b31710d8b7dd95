using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Whether a command is possible now, and why.</summary>
public sealed record ActionDecision
{
    /// <summary>The command.</summary>
    public required EvaluationAction Action { get; init; }

    /// <summary>Where the evaluation stands.</summary>
    public required EvaluationStatus Status { get; init; }

    /// <summary>Why: one of <see cref="WorkflowCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What access says of it.</summary>
    public required AccessDecision Access { get; init; }

    /// <summary>Whether it is possible.</summary>
    public bool IsAllowed => Code == WorkflowCodes.Allowed;

    /// <summary>The values that the sentence speaks of, by name.</summary>
    public ImmutableArray<MessageArgument> Arguments => [new() { Name = "command", Value = Action }, new() { Name = "status", Value = Status }];

    /// <summary>The reason for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) =>
        Code == WorkflowCodes.NoAccess ? Access.ToText(catalogue) : (catalogue ?? MessageCatalogue.English).Format(Code, Arguments);

    /// <summary>The reason in English.</summary>
    public override string ToString() => ToText();
}
