using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>What a random case works with: it makes a harness for every sequence, and for every try to shorten one.</summary>
internal sealed record ModelStart(Func<IDocumentStoreHarness> Start, DocumentCapabilities Capabilities, ConformanceOptions Options, CancellationToken Cancellation);
