using System.Text;
using QualityKit.Auditing;

namespace QualityKit.Tests.Auditing;

public class AuditSealTests
{
    private static readonly AuditHead[] Heads = [.. Enumerable.Range(1, 9).Select(number => AuditHead.Of(Trail.Evaluation($"e-{number}"), number, [.. Enumerable.Repeat((byte)number, 32)]))];

    [Fact]
    public void A_seal_is_read_as_it_was_written()
    {
        AuditSeal seal = AuditSeal.After(null, "acme", Trail.Start, Heads);
        AuditSeal read = AuditSeal.Read(seal.Bytes)!;

        Assert.Equal((seal.Number, seal.At, seal.Hash, seal.Root), (read.Number, read.At, read.Hash, read.Root));
        Assert.Equal<AuditHead>(seal.Heads, read.Heads);
        Assert.Equal("seal 1 over 9 chains", read.ToString());
        Assert.Equal(seal.Hash, AuditSeal.After(seal, "acme", Trail.Start, []).Previous);
    }

    [Fact]
    public void The_order_in_which_heads_are_given_does_not_matter() =>
        Assert.Equal(AuditSeal.After(null, "acme", Trail.Start, Heads).Hash, AuditSeal.After(null, "acme", Trail.Start, Heads.Reverse()).Hash);

    [Fact]
    public void Every_head_is_in_the_root()
    {
        string[] roots = [.. Enumerable.Range(0, Heads.Length).Select(missing => AuditSeal.After(null, "acme", Trail.Start, Heads.Where((_, number) => number != missing)).Root)];

        Assert.Distinct([AuditSeal.After(null, "acme", Trail.Start, Heads).Root, .. roots]);
    }

    [Fact]
    public void A_seal_of_nothing_has_the_root_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", AuditSeal.After(null, "acme", Trail.Start, []).Root);

    // The root is worked out here as RFC 6962 section 2.1 defines it, by recursion, from the bytes that the seal shows.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void The_root_is_that_of_rfc_6962(int count)
    {
        AuditSeal seal = AuditSeal.After(null, "acme", Trail.Start, Heads.Take(count));
        string json = Encoding.UTF8.GetString(seal.Bytes.Span);
        string heads = json[(json.IndexOf("\"heads\":[", StringComparison.Ordinal) + 9)..^2];
        byte[][] leaves = [.. heads.Split("],[").Select(leaf => Encoding.UTF8.GetBytes($"[{leaf.Trim('[', ']')}]"))];

        Assert.Equal(count, leaves.Length);
        Assert.Equal(seal.Root, Convert.ToHexStringLower(Tree(leaves)));
    }

    [Fact]
    public void A_seal_that_cannot_be_is_refused()
    {
        AuditSeal first = AuditSeal.After(null, "acme", Trail.Start, []);

        Assert.Throws<ArgumentException>(() => AuditSeal.After(first, "other", Trail.Start, []));
        Assert.Throws<ArgumentException>(() => AuditSeal.After(first, "acme", Trail.Start.AddTicks(-1), []));
        Assert.Throws<ArgumentException>(() => AuditSeal.After(null, "acme", Trail.Start, [Heads[0], Heads[0]]));
        Assert.Throws<ArgumentException>(() => AuditSeal.After(null, "other", Trail.Start, [Heads[0]]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"format":1,"tenant":"acme","number":1,"at":"2030-06-01T12:00:00.0000000Z","previous":"00","root":"00","heads":[[]]}""")]
    [InlineData("""{"format":1,"tenant":null,"number":1,"at":"2030-06-01T12:00:00.0000000Z","previous":"00","root":"00","heads":[]}""")]
    public void Bytes_that_are_no_seal_are_none(string bytes) => Assert.Null(AuditSeal.Read(Encoding.UTF8.GetBytes(bytes)));

    private static byte[] Tree(byte[][] leaves)
    {
        if (leaves.Length == 1)
        {
            return System.Security.Cryptography.SHA256.HashData([0, .. leaves[0]]);
        }

        int split = 1;
        while (split * 2 < leaves.Length)
        {
            split *= 2;
        }

        return System.Security.Cryptography.SHA256.HashData([1, .. Tree(leaves[..split]), .. Tree(leaves[split..])]);
    }
}
