using System.Security.Cryptography;
using QualityKit.Encryption;

namespace QualityKit.Vault.Tests;

/// <summary>A process that uses keys, then disposes them, and stops after each so that its memory can be looked into. The keys come masked, so that none of them is on its command line.</summary>
internal static class HeldKeys
{
    public const byte Mask = 0x5A;

    public static async Task<int> Run(string maskedDataKey, string maskedRingKey)
    {
        var use = new Use(maskedDataKey, maskedRingKey);
        Console.WriteLine(Convert.ToHexString(await use.EncryptAndOpenAsync()));
        Console.ReadLine();
        use.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Console.WriteLine("disposed");
        Console.ReadLine();
        return 0;
    }

    public static RecordingContext Context { get; } = new(new("acme"), new("call-1"), MediaKind.Audio);

    private sealed class Use : IDisposable
    {
        private readonly DataKey _data;
        private readonly KeyEncryptionKey _ring;
        private PayloadReader? _reader;
        private Stream? _stream;

        public Use(string maskedDataKey, string maskedRingKey)
        {
            Span<byte> key = stackalloc byte[DataKey.Bytes];
            Unmask(maskedDataKey, key);
            _data = DataKey.UnsafeFromBytes(key);
            Unmask(maskedRingKey, key);
            _ring = KeyEncryptionKey.UnsafeFromBytes(key, Context.Tenant, "1");
            CryptographicOperations.ZeroMemory(key);
        }

        /// <summary>Encrypts, wraps, unwraps, opens and reads; the salt of the payload.</summary>
        public async Task<byte[]> EncryptAndOpenAsync()
        {
            using var payload = new MemoryStream();
            PayloadSeal seal;
            using (PayloadWriter writer = PayloadWriter.To(payload, _data, Context))
            {
                await writer.WriteAsync(new byte[100_000], CancellationToken.None);
                seal = await writer.CompleteAsync(CancellationToken.None);
            }

            Envelope envelope = Envelope.Make(seal, Context, _data, [_ring.Wrap(_data)]);
            using (DataKey unwrapped = _ring.Unwrap(envelope.Wraps[0])!)
            {
                envelope.Open(unwrapped, Context);
            }

            _reader = await PayloadReader.OpenAsync(CiphertextSource.Of(payload.ToArray()), _data, Context, seal, CancellationToken.None);
            _stream = _reader.OpenStream();
            await _stream.ReadExactlyAsync(new byte[20_000]);
            return payload.ToArray()[..PayloadFormat.SaltBytes];
        }

        public void Dispose()
        {
            _stream?.Dispose();
            _reader?.Dispose();
            _data.Dispose();
            _ring.Dispose();
        }

        private static void Unmask(string masked, Span<byte> key)
        {
            Convert.FromHexString(masked, key, out _, out _);
            foreach (ref byte one in key)
            {
                one ^= Mask;
            }
        }
    }
}
