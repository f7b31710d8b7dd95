using System.Collections.Immutable;
using QualityKit.Keys;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What is to be done to a ring.</summary>
/// <param name="Command">The command.</param>
/// <param name="Requires">What else has to be as it was read.</param>
internal sealed record RingStep(KeyCommand Command, params ImmutableArray<RequireDocument> Requires);
