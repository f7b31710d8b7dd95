using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Validation;

namespace QualityKit.Calibration;

/// <summary>Whether something can be done with a session now, and why.</summary>
public sealed record CalibrationDecision
{
    /// <summary>What.</summary>
    public required CalibrationAction Action { get; init; }

    /// <summary>Where the session stands.</summary>
    public required CalibrationSessionStatus Status { get; init; }

    /// <summary>Why: one of <see cref="CalibrationActionCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What access says of it.</summary>
    public required AccessDecision Access { get; init; }

    /// <summary>Whether it is possible.</summary>
    public bool IsAllowed => Code == CalibrationActionCodes.Allowed;

    /// <summary>The values that the sentence speaks of, by name.</summary>
    public ImmutableArray<MessageArgument> Arguments => [new() { Name = "command", Value = Action }, new() { Name = "status", Value = Status }];

    /// <summary>The reason for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) =>
        Code == CalibrationActionCodes.NoAccess ? Access.ToText(catalogue) : (catalogue ?? MessageCatalogue.English).Format(Code, Arguments);

    /// <summary>The reason in English.</summary>
    public override string ToString() => ToText();
}
