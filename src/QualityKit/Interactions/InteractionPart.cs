using System.Collections.Immutable;

namespace QualityKit.Interactions;

/// <summary>Which piece of an interaction is looked at.</summary>
public abstract record InteractionPart
{
    private protected InteractionPart()
    {
    }

    /// <summary>All of it.</summary>
    public static InteractionPart All { get; } = new Whole();

    /// <summary>None: what is looked at was not recorded, such as work seen beside the desk.</summary>
    public static InteractionPart NotRecorded { get; } = new Nothing();

    internal abstract bool IsOfInteraction { get; }

    /// <summary>All of it.</summary>
    public sealed record Whole : InteractionPart
    {
        internal override bool IsOfInteraction => true;
    }

    /// <summary>Some of its segments.</summary>
    public sealed record Segments : InteractionPart
    {
        /// <summary>Which ones.</summary>
        public required ImmutableArray<SegmentId> Ids { get; init => field = value.IsDefault ? [] : value; }

        /// <inheritdoc/>
        public bool Equals(Segments? other) => other is not null && Ids.SequenceEqual(other.Ids);

        /// <inheritdoc/>
        public override int GetHashCode() => Ids.Aggregate(17, HashCode.Combine);

        internal override bool IsOfInteraction => true;
    }

    /// <summary>One message of a thread, such as one e-mail.</summary>
    public sealed record Message : InteractionPart
    {
        /// <summary>Which one.</summary>
        public required string Id { get; init; }

        internal override bool IsOfInteraction => true;
    }

    /// <summary>One session of messages.</summary>
    public sealed record Session : InteractionPart
    {
        /// <summary>Which one.</summary>
        public required string Id { get; init; }

        internal override bool IsOfInteraction => true;
    }

    /// <summary>No recording at all.</summary>
    public sealed record Nothing : InteractionPart
    {
        internal override bool IsOfInteraction => false;
    }
}
