namespace QualityKit.StorageBenchmark;

/// <summary>The same rows as a batch, written by SQL that somebody wrote for just these tables: documents, two indexes and the command, in one transaction.</summary>
internal interface IHandMade : IAsyncDisposable
{
    ValueTask WriteAsync(int first, int count);
}
