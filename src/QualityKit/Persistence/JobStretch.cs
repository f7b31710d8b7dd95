using System.Collections.Immutable;
using QualityKit.Interactions;

namespace QualityKit.Persistence;

/// <summary>The interactions that a job works on, written down before the first of them is touched: whoever goes on after a crash works on the same ones and counts each once.</summary>
/// <param name="Interactions">Which; none where a stretch of all had none that the job is about.</param>
/// <param name="Next">Where to go on after them; null when these are the last.</param>
internal sealed record JobStretch(ImmutableArray<InteractionId> Interactions, string? Next);
