using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Access;

/// <summary>What somebody wants to act on, as far as access is concerned: an evaluation, a form or an interaction.</summary>
public sealed record AccessTarget
{
    /// <summary>Whose it is.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Whom it is about; null for a form, and for work of an automaton.</summary>
    public PersonId? Subject { get; init; }

    /// <summary>What the subject belongs to today; null for nothing.</summary>
    public Unit? UnitToday { get; init; }

    /// <summary>What the subject belonged to at the time of the interaction; null for nothing.</summary>
    public Unit? UnitThen { get; init; }

    /// <summary>Who works on it: the evaluator, the reviewer of an open dispute.</summary>
    public ImmutableArray<PersonId> Workers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether it waits for somebody to take it; default no.</summary>
    public bool IsUnclaimed { get; init; }

    /// <summary>The folder of the form; null for the root.</summary>
    public string? Directory { get; init; }

    /// <summary>The attributes of the interaction; null where they are not known, and then every rule about attributes applies. Default none.</summary>
    public AttributeSet? Attributes { get; init; } = AttributeSet.Empty;
}
