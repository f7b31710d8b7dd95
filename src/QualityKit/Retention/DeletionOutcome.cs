namespace QualityKit.Retention;

/// <summary>What became of an order to delete.</summary>
public enum DeletionOutcome
{
    /// <summary>It is deleted.</summary>
    Deleted = 0,

    /// <summary>There was nothing to delete: it was gone, or never here.</summary>
    NothingThere = 1,

    /// <summary>What the order rests on changed since it was given; nothing more was deleted. Look again.</summary>
    GroundsChanged = 2,
}
