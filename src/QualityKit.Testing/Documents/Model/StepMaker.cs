using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>Throws the dice for the steps of a sequence: few documents and few values, so that they meet, and among them those that stores trip over.</summary>
internal sealed class StepMaker(Dice dice, bool isDurable)
{
    private static readonly TenantId[] Tenants = [Bench.Tenant, Bench.Tenant, Bench.Other, new("Tenant-A")];

    private static readonly DocumentKey[] Keys =
    [
        .. new[] { "a", "A", "a ", "b", "é", "\uFFFD", "😀" }.Select(Bench.Note),
        new(Schema.Plain, "a"), new(Schema.Jobs, "a"), new(Schema.Jobs, "j2"),
    ];

    private static readonly string[] Bodies = ["", "{}", " { \"a\": 1.0 } ", "é😀", "null", new('x', 9_000)];

    public ImmutableArray<Step> Make(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private Step Next() => dice.Below(100) switch
    {
        < 40 => Commit(),
        < 47 => new RepeatStep(Node(), dice.Below(4)),
        < 55 => new ReadStep(Node(), dice.Pick(Tenants), dice.Pick(Keys)),
        < 78 => new QueryStep(Node(), dice.Pick(Tenants), Query(), dice.Chance(10)),
        < 85 => new CountStep(Node(), dice.Pick(Tenants), Query(), dice.Pick<int>([1, 2, 5, 1_000])),
        < 89 => new DueStep(Node(), dice.Below(3), dice.Pick<int>([1, 2, 100])),
        < 93 => new SurveyStep(Node()),
        < 94 => new DestroyStep(Node(), dice.Pick(Tenants)),
        _ => new OpenStep(Node(), isDurable && dice.Chance(70)),
    };

    private int Node() => dice.Below(2);

    private CommitStep Commit() =>
        new(Node(), dice.Pick(Tenants), [.. dice.Some(Keys, 1 + dice.Below(3)).Select(Operation)]);

    private OperationPlan Operation(DocumentKey key)
    {
        PlannedAction action = dice.Pick<PlannedAction>([PlannedAction.Write, PlannedAction.Write, PlannedAction.Write, PlannedAction.Delete, PlannedAction.Require]);
        PlannedVersion version = dice.Chance(75)
            ? PlannedVersion.Current
            : dice.Pick<PlannedVersion>([PlannedVersion.Stale, PlannedVersion.AnothersVersion, PlannedVersion.Invented, PlannedVersion.Absent]);
        return new(action, key, version, dice.Pick(Bodies), action == PlannedAction.Write ? Entries(key.Collection) : []);
    }

    private ImmutableArray<IndexEntry> Entries(string collection) =>
        [.. Schema.Value.Indexes
            .Where(index => index.Collection == collection)
            .SelectMany(index => Enumerable.Range(0, dice.Below(3)).Select(_ => new IndexEntry(index.Name, [.. index.Fields.Select(Value)])))
            .Distinct()];

    private DocumentQuery Query()
    {
        IndexDefinition index = dice.Pick(Schema.Value.Indexes);
        int equal = Math.Min(dice.Below(index.Fields.Length + 1), dice.Below(index.Fields.Length + 1));
        bool isRanged = equal < index.Fields.Length && dice.Chance(50);
        return new DocumentQuery
        {
            Collection = index.Collection,
            Index = index.Name,
            Equal = [.. index.Fields.Take(equal).Select(field => Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => Value(field)).ToImmutableArray())],
            Range = isRanged ? new IndexRange { From = Bound(index.Fields[equal]), To = Bound(index.Fields[equal]) } : null,
            IsDescending = dice.Chance(40),
            Take = dice.Pick<int>([1, 2, 3, 100]),
        };
    }

    private IndexValue? Bound(IndexField field) => dice.Chance(70) ? Value(field) : null;

    private IndexValue Value(IndexField field) => field.Kind switch
    {
        IndexKind.Text => IndexValue.Of(dice.Chance(70) ? dice.Pick<string>(["", "x"]) : dice.Pick<string>(["X", "x ", "é", "\uFFFD", "😀"])),
        IndexKind.Number => IndexValue.Of(dice.Pick<decimal>([-1m, 0.000001m, 9m, 10m])),
        _ => IndexValue.Of(Bench.Noon.AddMinutes(dice.Below(2)).AddMicroseconds(dice.Below(2))),
    };
}
