using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Vault;

namespace QualityKit.RecordingBenchmark;

/// <summary>The cryptography of a million re-wraps, by pages as the background takes them: parse, unwrap, authenticate, wrap, open the fresh wrap, authenticate again, write.</summary>
internal static class Rewrapping
{
    private const int Page = 50;
    private const int Envelopes = 1000;
    private const int Rounds = 1000;

    public static string Line()
    {
        using KeyEncryptionKey before = NewKey("1");
        using KeyEncryptionKey after = NewKey("2");
        byte[][] envelopes = [.. Enumerable.Range(0, Envelopes).Select(_ => Sealed(before))];
        Rewrap(envelopes.AsSpan(0, Page), before, after);
        using var process = Process.GetCurrentProcess();
        TimeSpan start = process.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes();
        for (int round = 0; round < Rounds; round++)
        {
            for (int first = 0; first < Envelopes; first += Page)
            {
                Rewrap(envelopes.AsSpan(first, Page), before, after);
            }
        }

        process.Refresh();
        double seconds = (process.TotalProcessorTime - start).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Envelopes * Rounds:#,0} re-wraps, cryptography alone: {seconds:0.0} s of processor (goal: 15), {(GC.GetTotalAllocatedBytes() - allocated) / (Envelopes * Rounds):#,0} bytes allocated each");
    }

    private static void Rewrap(ReadOnlySpan<byte[]> page, KeyEncryptionKey before, KeyEncryptionKey after)
    {
        var envelopes = new Envelope[page.Length];
        for (int place = 0; place < page.Length; place++)
        {
            envelopes[place] = Envelope.Parse(page[place]);
        }

        DataKey[] keys = Opened(before, [.. envelopes.Select(envelope => envelope.Wraps[0])], envelopes);
        ImmutableArray<EnvelopeWrap> wraps = after.WrapAll(keys);
        DataKey[] again = Opened(after, wraps, envelopes);
        for (int place = 0; place < page.Length; place++)
        {
            GC.KeepAlive(envelopes[place].With([wraps[place]]).ToBytes());
            keys[place].Dispose();
            again[place].Dispose();
        }
    }

    private static DataKey[] Opened(KeyEncryptionKey by, IReadOnlyList<EnvelopeWrap> wraps, Envelope[] envelopes)
    {
        DataKey[] keys = [.. by.UnwrapAll(wraps).OfType<DataKey>()];
        return keys.Length == envelopes.Length && envelopes.Zip(keys).All(pair => pair.First.IsAuthenticUnder(pair.Second))
            ? keys
            : throw new InvalidOperationException("a wrap does not give the key that authenticates its envelope");
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
