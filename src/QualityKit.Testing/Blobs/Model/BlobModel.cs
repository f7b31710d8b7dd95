using System.Collections.Immutable;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs.Model;

/// <summary>Throws the dice for random steps over few names, and says what a store should know of some bytes.</summary>
internal static class BlobModel
{
    private static readonly TenantId[] Tenants = [BlobBench.Tenant, BlobBench.Tenant, BlobBench.Other];
    private static readonly string[] Names = ["a", "a/b", "a-b", "ab", "b", "calls/0", "calls/00", "0"];
    private static readonly int[] Lengths = [0, 1, 255, 4_096, 65_536, 70_001];

    public static BlobInfo InfoOf(string name, byte[] bytes)
    {
        var checksum = new Crc32C();
        checksum.Append(bytes);
        return new BlobInfo { Name = new BlobName(name), Length = bytes.Length, Crc32C = checksum.Value };
    }

    public static ImmutableArray<BlobStep> Make(Dice dice, int count, bool isDurable) => [.. Enumerable.Range(0, count).Select(_ => Next(dice, isDurable))];

    private static BlobStep Next(Dice dice, bool isDurable)
    {
        (int node, TenantId tenant, string name) = (dice.Below(2), dice.Pick(Tenants), dice.Pick(Names));
        return dice.Below(100) switch
        {
            < 25 => new BlobStep.Put(node, tenant, name, dice.Pick(Lengths), dice.Pick<int>([1_000, 4_096, 100_000])),
            < 50 => new BlobStep.Stage(node, tenant, name, dice.Below(3), dice.Chance(70)),
            < 75 => new BlobStep.Look(node, tenant, name, dice.Pick<int>([0, 0, 1, 4_095, 80_000]), dice.Pick<int?>([null, 0, 1, 4_097])),
            < 88 => new BlobStep.List(node, tenant),
            < 95 => new BlobStep.Delete(node, tenant, name),
            _ => new BlobStep.Reopen(node, isDurable && dice.Chance(70)),
        };
    }
}
