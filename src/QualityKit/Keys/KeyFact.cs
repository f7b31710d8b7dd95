using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Something that happened to a ring, for audit and events. It never holds a wrap.</summary>
public sealed record KeyFact
{
    /// <summary>What: one of <see cref="KeyFactCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>To which key; null when it is about a root.</summary>
    public RingKeyId? Key { get; init; }

    /// <summary>About which root; null when it is about a key alone.</summary>
    public string? Root { get; init; }

    /// <summary>The digest of the proof that it rests on; null when there is none.</summary>
    public string? ProofDigest { get; init; }

    /// <summary>Until when, or from when on; null when there is no such time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The values that the sentence speaks of, by name.</summary>
    public ImmutableArray<MessageArgument> Arguments =>
    [
        new() { Name = "key", Value = Key?.ToString() ?? "" }, new() { Name = "root", Value = Root ?? "" },
        new() { Name = "proof", Value = ProofDigest ?? "" }, new() { Name = "until", Value = Until is { } until ? InstantText.Write(until) : "" },
    ];

    /// <summary>The sentence for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) => (catalogue ?? MessageCatalogue.English).Format(Code, Arguments);

    /// <summary>The sentence in English.</summary>
    public override string ToString() => ToText();
}
