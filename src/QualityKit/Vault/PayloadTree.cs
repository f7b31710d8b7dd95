using System.Security.Cryptography;
using QualityKit.Encryption;

namespace QualityKit.Vault;

/// <summary>The root of a SHA-256 tree over an encrypted payload, taken as its bytes pass (RFC 6962 section 2.1). The first leaf is the header, then each encrypted chunk is one.</summary>
internal sealed class PayloadTree : IDisposable
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    // Complete subtrees from left to right, each larger than the next.
    private readonly Stack<(long Leaves, byte[] Hash)> _subtrees = new();
    private readonly IncrementalHash _leaf = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _left = PayloadFormat.HeaderBytes;
    private bool _isBegun;

    /// <summary>How many bytes passed.</summary>
    public long Length { get; private set; }

    /// <summary>Lets more bytes pass.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            int taken = Math.Min(_left, bytes.Length);
            if (!_isBegun)
            {
                _leaf.AppendData([LeafPrefix]);
                _isBegun = true;
            }

            _leaf.AppendData(bytes[..taken]);
            _left -= taken;
            bytes = bytes[taken..];
            if (_left == 0)
            {
                EndLeaf();
            }
        }
    }

    /// <summary>The root over everything that passed, as lower-case hexadecimal. Nothing can pass after it.</summary>
    public string Root()
    {
        if (_isBegun)
        {
            EndLeaf();
        }

        if (!_subtrees.TryPop(out (long Leaves, byte[] Hash) last))
        {
            return Convert.ToHexStringLower(SHA256.HashData([]));
        }

        byte[] root = last.Hash;
        while (_subtrees.TryPop(out (long Leaves, byte[] Hash) left))
        {
            root = Node(left.Hash, root);
        }

        return Convert.ToHexStringLower(root);
    }

    public void Dispose() => _leaf.Dispose();

    private void EndLeaf()
    {
        (long Leaves, byte[] Hash) subtree = (1, _leaf.GetHashAndReset());
        while (_subtrees.TryPeek(out (long Leaves, byte[] Hash) left) && left.Leaves == subtree.Leaves)
        {
            subtree = (left.Leaves * 2, Node(_subtrees.Pop().Hash, subtree.Hash));
        }

        _subtrees.Push(subtree);
        (_left, _isBegun) = (PayloadFormat.SealedChunkBytes, false);
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);
}
