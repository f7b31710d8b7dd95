namespace QualityKit.Services;

/// <summary>What whatever keeps or deletes interactions works with.</summary>
internal sealed record KeepingTools(Deeds Deeds, KeepingSafety Safety, InteractionKeeping Keeping);
