using System.Collections.Immutable;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Interactions;

/// <summary>A question about the attributes of an interaction, as data: access asks it, and so do policies.</summary>
/// <remarks>An attribute without a value satisfies nothing but a negation; with several values, one that fits is enough.</remarks>
public abstract record AttributePredicate
{
    private protected AttributePredicate()
    {
    }

    /// <summary>Holds the predicate against what was declared.</summary>
    /// <returns>An issue for every attribute that was not declared, and every comparison that its kind does not have.</returns>
    public ImmutableArray<Issue> Check(AttributeSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var issues = new IssueList();
        Check(issues, schema, "");
        return issues.ToImmutable();
    }

    /// <summary>Whether it holds.</summary>
    /// <param name="attributes">The attributes of the interaction.</param>
    /// <param name="actor">Whom <see cref="IsActor"/> means.</param>
    public bool Holds(AttributeSet attributes, PersonId actor)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return Test(attributes, actor);
    }

    internal abstract bool Test(AttributeSet attributes, PersonId actor);

    internal abstract void Check(IssueList issues, AttributeSchema schema, string pointer);

    /// <summary>The attribute has one of some values.</summary>
    public sealed record IsOneOf : AttributePredicate
    {
        /// <summary>The attribute.</summary>
        public required string Attribute { get; init; }

        /// <summary>The values.</summary>
        public required ImmutableArray<AttributeValue> Values { get; init => field = value.IsDefault ? [] : value; }

        /// <inheritdoc/>
        public bool Equals(IsOneOf? other) => other is not null && Attribute == other.Attribute && Values.SequenceEqual(other.Values);

        /// <inheritdoc/>
        public override int GetHashCode() => Values.Aggregate(Attribute.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

        internal override bool Test(AttributeSet attributes, PersonId actor) => attributes[Attribute].Any(Values.Contains);

        internal override void Check(IssueList issues, AttributeSchema schema, string pointer) =>
            AttributeRules.Check(issues, schema, Attribute, Values, $"{pointer}/attribute");
    }

    /// <summary>The attribute has a value between two, which belong to it.</summary>
    public sealed record IsBetween : AttributePredicate
    {
        /// <summary>The attribute.</summary>
        public required string Attribute { get; init; }

        /// <summary>The least; null for no bound.</summary>
        public AttributeValue? Least { get; init; }

        /// <summary>The most; null for no bound.</summary>
        public AttributeValue? Most { get; init; }

        internal override bool Test(AttributeSet attributes, PersonId actor) =>
            attributes[Attribute].Any(value => (Least is null || value.CompareTo(Least) >= 0) && (Most is null || value.CompareTo(Most) <= 0));

        internal override void Check(IssueList issues, AttributeSchema schema, string pointer)
        {
            string place = $"{pointer}/attribute";
            AttributeRules.Check(issues, schema, Attribute, new[] { Least, Most }.OfType<AttributeValue>(), place);
            if (schema.Find(Attribute) is { Kind: not (AttributeKind.Number or AttributeKind.Instant) } declared)
            {
                issues.Error(IssueCodes.AttributeWithoutOrder, place, ("attribute", Attribute), ("kind", AttributeRules.Kinds.NameOf(declared.Kind)!));
            }
        }
    }

    /// <summary>The attribute has a value at all.</summary>
    public sealed record IsSet : AttributePredicate
    {
        /// <summary>The attribute.</summary>
        public required string Attribute { get; init; }

        internal override bool Test(AttributeSet attributes, PersonId actor) => !attributes[Attribute].IsEmpty;

        internal override void Check(IssueList issues, AttributeSchema schema, string pointer) => AttributeRules.Find(issues, schema, Attribute, $"{pointer}/attribute");
    }

    /// <summary>The attribute names whoever acts: their own call.</summary>
    public sealed record IsActor : AttributePredicate
    {
        /// <summary>The attribute, of people.</summary>
        public required string Attribute { get; init; }

        internal override bool Test(AttributeSet attributes, PersonId actor) => attributes[Attribute].Contains(AttributeValue.Of(actor));

        internal override void Check(IssueList issues, AttributeSchema schema, string pointer)
        {
            if (AttributeRules.Find(issues, schema, Attribute, $"{pointer}/attribute") is { Kind: not AttributeKind.Person } declared)
            {
                AttributeRules.Mismatch(issues, declared, AttributeKind.Person, $"{pointer}/attribute");
            }
        }
    }

    /// <summary>All of some predicates hold; none at all holds.</summary>
    public sealed record All : AttributePredicate
    {
        /// <summary>The predicates.</summary>
        public required ImmutableArray<AttributePredicate> Of { get; init => field = value.IsDefault ? [] : value; }

        /// <inheritdoc/>
        public bool Equals(All? other) => other is not null && Of.SequenceEqual(other.Of);

        /// <inheritdoc/>
        public override int GetHashCode() => Of.Aggregate(1, HashCode.Combine);

        internal override bool Test(AttributeSet attributes, PersonId actor) => Of.All(one => one.Test(attributes, actor));

        internal override void Check(IssueList issues, AttributeSchema schema, string pointer) => CheckEach(Of, issues, schema, pointer);
    }

    /// <summary>One of some predicates holds; of none at all, none does.</summary>
    public sealed record Any : AttributePredicate
    {
        /// <summary>The predicates.</summary>
        public required ImmutableArray<AttributePredicate> Of { get; init => field = value.IsDefault ? [] : value; }

        /// <inheritdoc/>
        public bool Equals(Any? other) => other is not null && Of.SequenceEqual(other.Of);

        /// <inheritdoc/>
        public override int GetHashCode() => Of.Aggregate(2, HashCode.Combine);

        internal override bool Test(AttributeSet attributes, PersonId actor) => Of.Any(one => one.Test(attributes, actor));

        internal override void Check(IssueList issues, AttributeSchema schema, string pointer) => CheckEach(Of, issues, schema, pointer);
    }

    /// <summary>A predicate does not hold.</summary>
    public sealed record Not : AttributePredicate
    {
        /// <summary>The predicate.</summary>
        public required AttributePredicate Of { get; init; }

        internal override bool Test(AttributeSet attributes, PersonId actor) => !Of.Test(attributes, actor);

        internal override void Check(IssueList issues, AttributeSchema schema, string pointer) => Of.Check(issues, schema, $"{pointer}/of");
    }

    private static void CheckEach(ImmutableArray<AttributePredicate> predicates, IssueList issues, AttributeSchema schema, string pointer)
    {
        foreach ((int position, AttributePredicate predicate) in predicates.Index())
        {
            predicate.Check(issues, schema, $"{pointer}/of/{position}");
        }
    }
}
