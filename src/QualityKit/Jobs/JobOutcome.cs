namespace QualityKit.Jobs;

/// <summary>What became of an order of a bulk job.</summary>
public enum JobOutcome
{
    /// <summary>It is done.</summary>
    Done = 0,

    /// <summary>There was nothing to do: nothing is kept of it here.</summary>
    NothingThere = 1,

    /// <summary>What the order rests on changed since it was given; nothing was done. Look again.</summary>
    GroundsChanged = 2,
}
