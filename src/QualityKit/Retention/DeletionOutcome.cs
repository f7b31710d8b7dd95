namespace QualityKit.Retention;

/// <summary>What became of an order to delete.</summary>
public enum DeletionOutcome
{
    /// <summary>It is deleted.</summary>
    Deleted = 0,

    /// <summary>There was nothing to delete: it was gone, or never here.</summary>
    NothingThere = 1,

    /// <summary>Holds changed since the order was given, or work on the interaction began; nothing was deleted. Look again.</summary>
    HoldsChanged = 2,
}
