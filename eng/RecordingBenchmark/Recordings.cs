using QualityKit.Encryption;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.RecordingBenchmark;

/// <summary>Payloads that are encrypted and copied.</summary>
internal static class Recordings
{
    private const int Batch = 256 * 1024;

    public static RecordingContext Context { get; } = new(new TenantId("acme"), new("call-1"), MediaKind.Audio);

    /// <summary>Encrypts bytes that lie in memory, to nowhere.</summary>
    public static void EncryptInMemory(byte[] piece, long bytes)
    {
        using DataKey key = RandomKeys.NewDataKey();
        using PayloadWriter writer = PayloadWriter.To(Stream.Null, key, Context);
        for (long written = 0; written < bytes; written += piece.Length)
        {
            Wait(writer.WriteAsync(piece, CancellationToken.None));
        }

        Wait(writer.CompleteAsync(CancellationToken.None));
    }

    /// <summary>Encrypts a file into another.</summary>
    public static (DataKey Key, PayloadSeal Seal) EncryptFile(string from, string to)
    {
        DataKey key = RandomKeys.NewDataKey();
        using FileStream source = Open(from, FileMode.Open, FileAccess.Read);
        using FileStream target = Open(to, FileMode.Create, FileAccess.Write);
        using PayloadWriter writer = PayloadWriter.To(target, key, Context);
        Wait(writer.CopyAsync(source, long.MaxValue, CancellationToken.None));
        return (key, Wait(writer.CompleteAsync(CancellationToken.None)));
    }

    /// <summary>The same without encryption.</summary>
    public static void CopyFile(string from, string to)
    {
        using FileStream source = Open(from, FileMode.Open, FileAccess.Read);
        using FileStream target = Open(to, FileMode.Create, FileAccess.Write);
        byte[] buffer = GC.AllocateUninitializedArray<byte>(Batch, pinned: true);
        for (int read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            Wait(target.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None));
        }
    }

    /// <summary>Ranges of a file.</summary>
    public static CiphertextSource SourceOf(string file) => CiphertextSource.Of(new FileInfo(file).Length, (offset, _, _) =>
    {
        FileStream stream = Open(file, FileMode.Open, FileAccess.Read);
        stream.Position = offset;
        return new(stream);
    });

    public static T Wait<T>(ValueTask<T> work) => work.AsTask().GetAwaiter().GetResult();

    public static void Wait(ValueTask work)
    {
        if (!work.IsCompletedSuccessfully)
        {
            work.AsTask().GetAwaiter().GetResult();
        }
    }

    // Without a buffer of its own and without the pool of asynchronous input and output: the kernel's cache answers at once.
    private static FileStream Open(string file, FileMode mode, FileAccess access) => new(file, mode, access, FileShare.Read, bufferSize: 0);
}
