using QualityKit.Evaluations;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>An evaluation as it was read, with its document.</summary>
internal sealed record StoredEvaluation(Evaluation Evaluation, Document Document);
