using System.Buffers.Binary;
using System.Security.Cryptography;

namespace QualityKit.Encryption;

/// <summary>AES-256 key wrap with padding (RFC 5649) over one block cipher that stays open. Keys of one length are wrapped side by side, so that a step of all of them is one call of the cipher: a million keys take seconds. Not for several threads at once.</summary>
internal sealed class AesKeyWrap : IDisposable
{
    /// <summary>The most keys that are wrapped or unwrapped side by side.</summary>
    public const int MostAtOnce = 64;

    private const int Half = sizeof(ulong);
    private const int Rounds = 6;
    private const uint Marker = 0xA65959A6;

    private readonly byte[] _block = GC.AllocateArray<byte>(MostAtOnce * 2 * Half, pinned: true);
    private readonly ICryptoTransform _encrypt;
    private readonly ICryptoTransform _decrypt;

    public AesKeyWrap(ReadOnlySpan<byte> wrappingKey)
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.None;
        aes.SetKey(wrappingKey);
        _encrypt = aes.CreateEncryptor();
        _decrypt = aes.CreateDecryptor();
    }

    /// <summary>How many bytes a key has when it is wrapped.</summary>
    public static int WrappedBytes(int keyBytes) => Half + Padded(keyBytes);

    /// <summary>Wraps a key.</summary>
    /// <param name="key">At least one byte.</param>
    /// <param name="wrapped">Exactly <see cref="WrappedBytes"/>.</param>
    public void Wrap(ReadOnlySpan<byte> key, Span<byte> wrapped) => WrapAll(key, key.Length, wrapped);

    /// <summary>Wraps keys of one length.</summary>
    /// <param name="keys">At most <see cref="MostAtOnce"/> keys, one behind the other.</param>
    /// <param name="length">How many bytes each has, at least one.</param>
    /// <param name="wrapped">Exactly <see cref="WrappedBytes"/> for each.</param>
    public void WrapAll(ReadOnlySpan<byte> keys, int length, Span<byte> wrapped)
    {
        var lanes = new Lanes(wrapped, WrappedBytes(length));
        wrapped.Clear();
        for (int lane = 0; lane < lanes.Count; lane++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(lanes[lane, 0], Marker);
            BinaryPrimitives.WriteInt32BigEndian(lanes[lane, 0][sizeof(uint)..], length);
            keys.Slice(lane * length, length).CopyTo(lanes.Behind(lane));
        }

        if (lanes.Stride == 2 * Half)
        {
            Transform(_encrypt, lanes, lanes, Half);
            return;
        }

        ulong step = 0;
        for (int round = 0; round < Rounds; round++)
        {
            for (int at = Half; at < lanes.Stride; at += Half)
            {
                Transform(_encrypt, lanes, lanes, at);
                Count(lanes, ++step);
            }
        }
    }

    /// <summary>Unwraps a key; false, with nothing in the destination, when this key did not wrap it.</summary>
    /// <param name="wrapped">The wrapped key.</param>
    /// <param name="key">At least 8 bytes fewer than the wrapped key.</param>
    /// <param name="length">How many bytes of it are the key.</param>
    public bool TryUnwrap(ReadOnlySpan<byte> wrapped, Span<byte> key, out int length)
    {
        Span<int> lengths = [0];
        if (wrapped.Length >= 2 * Half && wrapped.Length % Half == 0)
        {
            UnwrapAll(wrapped, key[..(wrapped.Length - Half)], lengths);
        }

        length = lengths[0];
        return length > 0;
    }

    /// <summary>Unwraps keys that have one length when they are wrapped.</summary>
    /// <param name="wrapped">At most <see cref="MostAtOnce"/> wrapped keys, one behind the other, each of some eights of bytes and at least two.</param>
    /// <param name="keys">8 bytes fewer than the wrapped key for each.</param>
    /// <param name="lengths">How many bytes of each are the key; 0, with nothing in its destination, where this key did not wrap it. As many as there are keys.</param>
    public void UnwrapAll(ReadOnlySpan<byte> wrapped, Span<byte> keys, Span<int> lengths)
    {
        using var halves = new Wiped(stackalloc byte[MostAtOnce * Half]);
        int stride = wrapped.Length / lengths.Length;
        var checks = new Lanes(halves.Bytes[..(lengths.Length * Half)], Half);
        var padded = new Lanes(keys, stride - Half);
        for (int lane = 0; lane < lengths.Length; lane++)
        {
            wrapped.Slice(lane * stride, Half).CopyTo(checks[lane, 0]);
            wrapped.Slice((lane * stride) + Half, padded.Stride).CopyTo(padded.All(lane));
        }

        Unmix(checks, padded);
        for (int lane = 0; lane < lengths.Length; lane++)
        {
            lengths[lane] = Length(checks[lane, 0], padded.All(lane));
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_block);
        _encrypt.Dispose();
        _decrypt.Dispose();
    }

    private static int Padded(int bytes) => (bytes + Half - 1) / Half * Half;

    private static void Count(Lanes checks, ulong step)
    {
        for (int lane = 0; lane < checks.Count; lane++)
        {
            Span<byte> check = checks[lane, 0];
            BinaryPrimitives.WriteUInt64BigEndian(check, BinaryPrimitives.ReadUInt64BigEndian(check) ^ step);
        }
    }

    /// <summary>How many bytes the key has; 0, and nothing left of it, when the check says that another key wrapped it.</summary>
    private static int Length(ReadOnlySpan<byte> check, Span<byte> padded)
    {
        uint claimed = BinaryPrimitives.ReadUInt32BigEndian(check[sizeof(uint)..]);

        // A key that is longer than there is wraps around to more zeros than any padding has, and one of no bytes leaves a whole half of them.
        uint zeros = (uint)padded.Length - claimed;
        bool isRight = BinaryPrimitives.ReadUInt32BigEndian(check) == Marker & zeros < Half;
        if (!isRight || padded[(int)claimed..].ContainsAnyExcept((byte)0))
        {
            CryptographicOperations.ZeroMemory(padded);
            return 0;
        }

        return (int)claimed;
    }

    private void Unmix(Lanes checks, Lanes padded)
    {
        if (padded.Stride == Half)
        {
            Transform(_decrypt, checks, padded, 0);
            return;
        }

        for (ulong step = (ulong)(Rounds * padded.Stride / Half); step > 0; step--)
        {
            Count(checks, step);
            Transform(_decrypt, checks, padded, (int)((step - 1) % (ulong)(padded.Stride / Half)) * Half);
        }
    }

    /// <summary>One block of AES for each lane, over the first half of one and the half at a place of another, in place.</summary>
    private void Transform(ICryptoTransform cipher, Lanes first, Lanes second, int at)
    {
        var blocks = new Lanes(_block.AsSpan(0, first.Count * 2 * Half), 2 * Half);
        for (int lane = 0; lane < first.Count; lane++)
        {
            first[lane, 0].CopyTo(blocks[lane, 0]);
            second[lane, at].CopyTo(blocks[lane, Half]);
        }

        cipher.TransformBlock(_block, 0, first.Count * 2 * Half, _block, 0);
        for (int lane = 0; lane < first.Count; lane++)
        {
            blocks[lane, 0].CopyTo(first[lane, 0]);
            blocks[lane, Half].CopyTo(second[lane, at]);
        }
    }

    /// <summary>Keys side by side, each so many bytes from the one before.</summary>
    private readonly ref struct Lanes(Span<byte> bytes, int stride)
    {
        private readonly Span<byte> _bytes = bytes;

        public int Stride { get; } = stride;

        public int Count => _bytes.Length / Stride;

        /// <summary>Half a block of one of them.</summary>
        public Span<byte> this[int lane, int at] => _bytes.Slice((lane * Stride) + at, Half);

        public Span<byte> All(int lane) => _bytes.Slice(lane * Stride, Stride);

        public Span<byte> Behind(int lane) => All(lane)[Half..];
    }
}
