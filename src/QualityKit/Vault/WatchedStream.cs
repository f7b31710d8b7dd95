namespace QualityKit.Vault;

/// <summary>A stream whose bytes somebody looks at as they are read.</summary>
internal sealed class WatchedStream(Stream stream, Action<ReadOnlyMemory<byte>> watch) : ReadingStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        watch(buffer[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
