namespace QualityKit.Interactions;

/// <summary>A place in the media of an interaction that a comment or an answer points at.</summary>
/// <remarks>Times are on the time line of the interaction, not of a file, so pauses and redaction do not move them.</remarks>
public abstract record MediaMoment
{
    private protected MediaMoment()
    {
    }

    internal abstract bool IsWellFormed { get; }

    /// <summary>A stretch of time.</summary>
    public sealed record Range : MediaMoment
    {
        /// <summary>Where it begins, from the start of the interaction; 0 or more.</summary>
        public required TimeSpan From { get; init; }

        /// <summary>Where it ends; after <see cref="From"/>, or equal to it for a point.</summary>
        public required TimeSpan Until { get; init; }

        internal override bool IsWellFormed => From >= TimeSpan.Zero && Until >= From;
    }

    /// <summary>Something that was said or written.</summary>
    public sealed record Utterance : MediaMoment
    {
        /// <summary>Its id in the transcript.</summary>
        public required string Id { get; init; }

        internal override bool IsWellFormed => !string.IsNullOrWhiteSpace(Id);
    }

    /// <summary>A paragraph of a written message.</summary>
    public sealed record Paragraph : MediaMoment
    {
        /// <summary>Its position, from 0.</summary>
        public required int Index { get; init; }

        internal override bool IsWellFormed => Index >= 0;
    }
}
