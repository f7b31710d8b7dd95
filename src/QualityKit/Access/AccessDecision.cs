using System.Collections.Immutable;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Access;

/// <summary>Whether somebody may, and why.</summary>
public sealed record AccessDecision
{
    /// <summary>What was asked for.</summary>
    public required Permission Permission { get; init; }

    /// <summary>Whether they may.</summary>
    public required bool IsAllowed { get; init; }

    /// <summary>Why: one of <see cref="AccessCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The role that allows it; null when it is denied.</summary>
    public string? Role { get; init; }

    /// <summary>The values that the sentence speaks of, by name.</summary>
    public ImmutableArray<MessageArgument> Arguments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the actor may know that there is something: not if it is another tenant's.</summary>
    public bool IsHidden => Code == AccessCodes.DeniedTenant;

    /// <summary>The reason for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) => (catalogue ?? MessageCatalogue.English).Format(Code, Arguments);

    /// <summary>The reason in English.</summary>
    public override string ToString() => ToText();
}
