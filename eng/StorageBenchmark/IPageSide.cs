namespace QualityKit.StorageBenchmark;

/// <summary>A table of evaluations that pages are read from.</summary>
internal interface IPageSide
{
    int Documents { get; }

    /// <summary>Reads one page, bodies and all, and gives how many it has.</summary>
    /// <param name="isByState">By state and time; else by agent and score.</param>
    /// <param name="start">After which document of that index.</param>
    /// <param name="isDescending">In which direction.</param>
    /// <param name="take">How many.</param>
    Task<int> ReadAsync(bool isByState, int start, bool isDescending, int take);

    /// <summary>Somebody else writes something.</summary>
    Task CommitAsync(int number);
}
