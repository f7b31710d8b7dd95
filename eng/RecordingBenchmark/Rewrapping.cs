using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Vault;

namespace QualityKit.RecordingBenchmark;

/// <summary>The cryptography of a million re-wraps: parse, unwrap, authenticate, wrap, write.</summary>
internal static class Rewrapping
{
    private const int Envelopes = 1000;
    private const int Rounds = 1000;

    public static string Line()
    {
        using KeyEncryptionKey before = NewKey("1");
        using KeyEncryptionKey after = NewKey("2");
        byte[][] envelopes = [.. Enumerable.Range(0, Envelopes).Select(_ => Sealed(before))];
        Rewrap(envelopes[0], before, after);
        using var process = Process.GetCurrentProcess();
        TimeSpan start = process.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes();
        for (int round = 0; round < Rounds; round++)
        {
            foreach (byte[] envelope in envelopes)
            {
                Rewrap(envelope, before, after);
            }
        }

        process.Refresh();
        double seconds = (process.TotalProcessorTime - start).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Envelopes * Rounds:#,0} re-wraps, cryptography alone: {seconds:0.0} s of processor (goal: 15), {(GC.GetTotalAllocatedBytes() - allocated) / (Envelopes * Rounds):#,0} bytes allocated each");
    }

    private static void Rewrap(byte[] bytes, KeyEncryptionKey before, KeyEncryptionKey after)
    {
        Envelope envelope = Envelope.Parse(bytes);
        using DataKey key = before.Unwrap(envelope.Wraps[0]) ?? throw new InvalidOperationException("the old key does not unwrap");
        if (!envelope.IsAuthenticUnder(key))
        {
            throw new InvalidOperationException("the envelope is not authentic");
        }

        EnvelopeWrap wrap = after.Wrap(key);
        using DataKey again = after.Unwrap(wrap) ?? throw new InvalidOperationException("the new key does not unwrap");
        byte[] rewrapped = envelope.IsAuthenticUnder(again) ? envelope.With([wrap]).ToBytes() : throw new InvalidOperationException("the fresh wrap holds another key");
        GC.KeepAlive(rewrapped);
    }

    private static byte[] Sealed(KeyEncryptionKey wrapping)
    {
        using DataKey key = RandomKeys.NewDataKey();
        using PayloadWriter writer = PayloadWriter.To(Stream.Null, key, Recordings.Context);
        PayloadSeal seal = Recordings.Wait(writer.CompleteAsync(CancellationToken.None));
        return Envelope.Make(seal, Recordings.Context, key, [wrapping.Wrap(key)]).ToBytes();
    }

    private static KeyEncryptionKey NewKey(string version) =>
        KeyEncryptionKey.UnsafeFromBytes(RandomNumberGenerator.GetBytes(KeyEncryptionKey.Bytes), Recordings.Context.Tenant, version);
}
