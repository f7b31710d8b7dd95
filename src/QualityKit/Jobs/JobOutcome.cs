namespace QualityKit.Jobs;

/// <summary>What became of an order of a bulk job.</summary>
public enum JobOutcome
{
    /// <summary>It is done.</summary>
    Done = 0,

    /// <summary>There was nothing to do: nothing is kept of it here.</summary>
    NothingThere = 1,

    /// <summary>Holds changed since the order was given; nothing was done. Look again.</summary>
    HoldsChanged = 2,
}
