using QualityKit.People;

namespace QualityKit.Interactions;

/// <summary>Whose work is looked at.</summary>
public abstract record Subject
{
    private protected Subject()
    {
    }

    /// <summary>The person; null for an automaton.</summary>
    public abstract PersonId? Who { get; }

    internal abstract bool IsPerson { get; }

    /// <summary>A person.</summary>
    public static Subject Of(PersonId person) => new Person { Id = person };

    /// <summary>Somebody of the host's directory.</summary>
    public sealed record Person : Subject
    {
        /// <summary>Who it is.</summary>
        public required PersonId Id { get; init; }

        /// <inheritdoc/>
        public override PersonId? Who => Id;

        internal override bool IsPerson => true;
    }

    /// <summary>A voice bot, a chat bot: it neither acknowledges nor disputes.</summary>
    public sealed record Automaton : Subject
    {
        /// <summary>Which one.</summary>
        public required string Name { get; init; }

        /// <summary>Its version: another one is another worker.</summary>
        public required string Version { get; init; }

        /// <inheritdoc/>
        public override PersonId? Who => null;

        internal override bool IsPerson => false;
    }
}
