using QualityKit.Storage.Errors;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>A recording that somebody opened. That they did is in the audit already; dispose it, and what they were given is too. Without that entry everything counts as given.</summary>
public sealed class RecordingPlayback : IAsyncDisposable
{
    private readonly PlaybackStream _content;
    private readonly Func<PlaybackStream, Task> _end;
    private int _hasEnded;

    internal RecordingPlayback(RecordingDetails details, Stream plaintext, Func<PlaybackStream, Task> end)
    {
        Details = details;
        _content = new(plaintext);
        _end = end;
    }

    /// <summary>What it is.</summary>
    public RecordingDetails Details { get; }

    /// <summary>What it holds: a stream that can seek, read asynchronously by one caller at a time. It gives only what was authenticated, and reads no more of the payload than is asked for.</summary>
    /// <remarks>Reading throws <see cref="Encryption.RecordingTamperedException"/> for what is not what was stored, and <see cref="StorageUnavailableException"/> for a transfer that failed; after either it throws at every read.</remarks>
    public Stream Content => _content;

    /// <summary>Closes it, and writes down what was given.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) != 0)
        {
            return;
        }

        await _content.DisposeAsync().ConfigureAwait(false);
        try
        {
            await _end(_content).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is StorageUnavailableException or ConcurrencyConflictException)
        {
            // Without the entry everything counts as given.
        }
    }

    /// <summary>Which one.</summary>
    public override string ToString() => Details.ToString();
}
