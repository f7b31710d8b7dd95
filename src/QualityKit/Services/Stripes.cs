namespace QualityKit.Services;

/// <summary>Lets what this process does to one thing happen one after another, where all at once they would only lose races against each other. Other processes are not kept out: commits are.</summary>
internal sealed class Stripes
{
    private const int Count = 64;

    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Runs work when nothing else is run for the same thing.</summary>
    /// <param name="thing">What it is done to.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async Task RunAsync((string Tenant, string Id) thing, Func<Task> work, CancellationToken cancellationToken)
    {
        SemaphoreSlim stripe = _stripes[(uint)thing.GetHashCode() % Count];
        await stripe.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            stripe.Release();
        }
    }
}
