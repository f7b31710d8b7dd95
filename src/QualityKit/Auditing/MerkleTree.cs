using System.Security.Cryptography;

namespace QualityKit.Auditing;

/// <summary>The root of a Merkle tree as RFC 6962 section 2.1 defines it: leaves are hashed behind a 0, inner nodes behind a 1, and a tree of n leaves splits at the largest power of two below n.</summary>
internal static class MerkleTree
{
    /// <summary>The root of leaves in order; the hash of nothing where there are none.</summary>
    public static byte[] Root(IEnumerable<byte[]> leaves)
    {
        // Complete subtrees from left to right, each larger than the next; two of one size become one.
        var subtrees = new Stack<(long Leaves, byte[] Hash)>();
        foreach (byte[] leaf in leaves)
        {
            (long Leaves, byte[] Hash) subtree = (1, Hash(0, leaf, []));
            while (subtrees.TryPeek(out (long Leaves, byte[] Hash) left) && left.Leaves == subtree.Leaves)
            {
                subtree = (left.Leaves * 2, Hash(1, subtrees.Pop().Hash, subtree.Hash));
            }

            subtrees.Push(subtree);
        }

        if (!subtrees.TryPop(out (long Leaves, byte[] Hash) last))
        {
            return SHA256.HashData([]);
        }

        byte[] root = last.Hash;
        while (subtrees.TryPop(out (long Leaves, byte[] Hash) left))
        {
            root = Hash(1, left.Hash, root);
        }

        return root;
    }

    private static byte[] Hash(byte prefix, byte[] left, byte[] right)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([prefix]);
        hash.AppendData(left);
        hash.AppendData(right);
        return hash.GetHashAndReset();
    }
}
