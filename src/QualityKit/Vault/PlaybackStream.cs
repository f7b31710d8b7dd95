using QualityKit.Encryption;

namespace QualityKit.Vault;

/// <summary>Plaintext as somebody reads it, which remembers what it gave. Like what it stands before, it is read asynchronously, by one caller at a time.</summary>
internal sealed class PlaybackStream(Stream plaintext) : ReadingStream
{
    /// <summary>What was given.</summary>
    public ReleasedRanges Released { get; } = new();

    /// <summary>Why it ended before its end, for the audit; null where it did not, or where storage failed.</summary>
    public TamperReason? Problem { get; private set; }

    public override bool CanSeek => plaintext.CanSeek;

    public override long Length => plaintext.Length;

    public override long Position
    {
        get => plaintext.Position;
        set => plaintext.Position = value;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        long from = plaintext.Position;
        try
        {
            int read = await plaintext.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read > 0)
            {
                Released.Add(from, from + read);
            }

            return read;
        }
        catch (RecordingTamperedException problem)
        {
            Problem = problem.Reason;
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            plaintext.Dispose();
        }

        base.Dispose(disposing);
    }
}
