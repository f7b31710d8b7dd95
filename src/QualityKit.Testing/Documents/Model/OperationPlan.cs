using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Documents.Model;

/// <summary>An operation before it is known which version the document will have: so a sequence still means something when steps are left out.</summary>
internal sealed record OperationPlan(PlannedAction Action, DocumentKey Key, PlannedVersion Version, string Body, ImmutableArray<IndexEntry> Entries)
{
    private static readonly DocumentVersion Invented = new("no-such-version");

    public DocumentOperation Now(ModelStore model, TenantId tenant)
    {
        DocumentVersion? version = Version switch
        {
            PlannedVersion.Current => model.Find(tenant, Key)?.Version,
            PlannedVersion.Stale => model.Stale(tenant, Key) ?? Invented,
            PlannedVersion.AnothersVersion => model.All(tenant).Find(document => document.Key != Key)?.Version ?? Invented,
            PlannedVersion.Invented => Invented,
            _ => null,
        };
        return (Action, version) switch
        {
            (PlannedAction.Require, _) => new RequireDocument { Key = Key, Version = version },
            (PlannedAction.Delete, _) => new DeleteDocument { Key = Key, Version = version ?? Invented },
            (_, { } known) => new ReplaceDocument { Key = Key, Version = known, Body = Bench.Body(Body), Entries = Entries },
            _ => new CreateDocument { Key = Key, Body = Bench.Body(Body), Entries = Entries },
        };
    }

    public override string ToString()
    {
        string version = Version switch
        {
            PlannedVersion.Current => "as it is",
            PlannedVersion.Stale => "at its version before",
            PlannedVersion.AnothersVersion => "at the version of another",
            PlannedVersion.Invented => "at an invented version",
            _ => "as absent",
        };
        string entries = Entries.IsEmpty ? "" : $" [{string.Join("; ", Entries.Select(entry => $"{entry.Index} {string.Join(", ", entry.Values)}"))}]";
        return Action == PlannedAction.Write ? $"write {Key} {version}{entries}" : $"{(Action == PlannedAction.Delete ? "delete" : "require")} {Key} {version}";
    }
}
