namespace QualityKit.Vault;

/// <summary>Brings audio code together with streams that are read asynchronously, as recordings of the vault are. Everything that reads audio is synchronous, because it computes; here it runs on a thread of its own, and what it reads is awaited for it.</summary>
public static class AsyncAudio
{
    /// <summary>Runs code over a stream.</summary>
    /// <typeparam name="T">What the code gives.</typeparam>
    /// <param name="source">Read asynchronously, in blocks of 64 KiB, from where it stands; stays the caller's. Where it can seek, the code can.</param>
    /// <param name="read">The code, such as <c>stream => LevelTrack.Of(WaveReader.Open(stream))</c>. The stream that it gets is good while it runs, and only there.</param>
    /// <param name="cancellationToken">Stops reading, and with it the code.</param>
    /// <returns>What the code gave. What the source throws is thrown here, also where the code swallows it: audio that breaks off is never taken for shorter audio.</returns>
    public static Task<T> ReadAsync<T>(Stream source, Func<Stream, T> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(read);
        return AudioThread.RunAsync(thread =>
        {
            using HandedStream handed = HandedStream.From(thread, source, cancellationToken);
            return read(handed);
        });
    }
}
