using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs.Model;

/// <summary>What a random case works with: it makes a harness for every sequence, and for every try to shorten one.</summary>
internal sealed record BlobModelStart(Func<IBlobStoreHarness> Start, ConformanceOptions Options, CancellationToken Cancellation);
