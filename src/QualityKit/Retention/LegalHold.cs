using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Retention;

/// <summary>An order to keep interactions, whatever policies, people and maxima say: named ones, those that a query finds, or both.</summary>
public sealed record LegalHold
{
    /// <summary>Which one.</summary>
    public required HoldId Id { get; init; }

    /// <summary>Why; it may name people, so no text form prints it.</summary>
    public required string Reason { get; init; }

    /// <summary>Who answers for it.</summary>
    public required PersonId Owner { get; init; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The interactions that it names.</summary>
    public ImmutableArray<InteractionId> Interactions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What finds further interactions, present and future, by their attributes; null for none.</summary>
    public AttributePredicate? Query { get; init; }

    /// <summary>Holds it against its rules and what was declared.</summary>
    /// <returns>The hold, or every issue at once.</returns>
    public Validated<LegalHold> Check(AttributeSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var issues = new IssueList();
        if (string.IsNullOrWhiteSpace(Id.Value))
        {
            issues.Error(IssueCodes.EmptyText, "/id");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            issues.Error(IssueCodes.EmptyText, "/reason");
        }

        if (Interactions.IsEmpty && Query is null)
        {
            issues.Error(IssueCodes.HoldOnNothing, "");
        }

        issues.AddRange([.. Query?.Check(schema).Select(issue => issue with { Pointer = "/query" + issue.Pointer }) ?? []]);
        return new(issues.HasErrors ? null : this, issues.ToImmutable());
    }

    /// <summary>Whether it names an interaction or finds it by its attributes.</summary>
    public bool Covers(InteractionId interaction, AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return Interactions.Contains(interaction) || Query?.Holds(attributes, actor: default) == true;
    }

    /// <summary>The id; never the reason, which may name people.</summary>
    public override string ToString() => $"hold {Id}";
}
