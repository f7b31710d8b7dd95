using System.Collections.Immutable;

namespace QualityKit.Interactions;

/// <summary>Whose consent the law of a jurisdiction asks for.</summary>
public sealed record ConsentRule
{
    /// <summary>The name of the rule for interactions whose jurisdictions have none, and for those that name none.</summary>
    public const string Elsewhere = "*";

    /// <summary>The jurisdiction, as the interactions of the host name it, such as <c>DE</c> or <c>US-CA</c>, or <see cref="Elsewhere"/>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Whose consent is needed; nobody's when empty.</summary>
    public ImmutableArray<ParticipantRole> Roles { get; init => field = value.IsDefault ? [] : value; } = [];
}
