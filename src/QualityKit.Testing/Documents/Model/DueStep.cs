using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>Asks for due work of all tenants.</summary>
internal sealed record DueStep(int Node, int Minute, int Limit) : Step(Node)
{
    public override async Task TakeAsync(Walk walk)
    {
        List<DueWork> expected = walk.Model.Due(Bench.Noon.AddMinutes(Minute));
        List<DueWork> found = await walk.Maintenance(Node).FindDueWorkAsync(Bench.Noon.AddMinutes(Minute), Limit, walk.Cancellation).ToListAsync(walk.Cancellation);
        Expect.True(found.TrueForAll(expected.Contains), $"work is listed that is not due: [{string.Join(", ", found.Except(expected))}]");
        Expect.Same(found.Count, found.Distinct().Count(), "how many of the listed differ");

        // Who is due at the same moment may come in any order, and so may be left out by the limit.
        Expect.List(expected.Select(work => work.Due).Order().Take(Limit), found.Select(work => work.Due), "when work is due, earliest first");
    }

    private protected override string Words() => $"work due at minute {Minute}, up to {Limit}";
}
