using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>What a store promises, slow and obvious: everything in lists, looked through from the start each time. It shares no code with a store.</summary>
/// <remarks>Versions are the store's to make, so the model takes them over from its answers, and only checks that they are new.</remarks>
internal sealed class ModelStore
{
    private readonly Dictionary<(TenantId Tenant, DocumentKey Key), ModelDocument> _documents = [];
    private readonly Dictionary<(TenantId Tenant, CommandId Command), DocumentVersion> _commands = [];
    private readonly Dictionary<(TenantId Tenant, DocumentKey Key), DocumentVersion> _replaced = [];
    private readonly HashSet<DocumentVersion> _versions = [];

    public IEnumerable<TenantId> Tenants => _documents.Keys.Select(place => place.Tenant).Distinct();

    public ModelDocument? Find(TenantId tenant, DocumentKey key) => _documents.GetValueOrDefault((tenant, key));

    /// <summary>The version that a document had before the one that it has, or before it was deleted.</summary>
    public DocumentVersion? Stale(TenantId tenant, DocumentKey key) => _replaced.TryGetValue((tenant, key), out DocumentVersion version) ? version : null;

    public List<ModelDocument> All(TenantId tenant) => [.. _documents.Where(document => document.Key.Tenant == tenant).Select(document => document.Value)];

    /// <summary>What a command that was committed was answered; null when it was not.</summary>
    public DocumentVersion? AnswerTo(DocumentBatch batch) => _commands.TryGetValue((batch.Tenant, batch.Command), out DocumentVersion version) ? version : null;

    public List<DocumentConflict> ConflictsOf(DocumentBatch batch) =>
        [.. batch.Operations
            .Select(operation => (operation.Expected, Conflict: new DocumentConflict { Key = operation.Key, Current = Find(batch.Tenant, operation.Key)?.Version }))
            .Where(operation => operation.Expected != operation.Conflict.Current)
            .Select(operation => operation.Conflict)];

    public void Commit(DocumentBatch batch, DocumentVersion version)
    {
        Expect.True(_versions.Add(version), $"the version `{version}` was used before");
        _commands.Add((batch.Tenant, batch.Command), version);
        foreach (DocumentOperation operation in batch.Operations.Where(operation => operation.Writes))
        {
            (TenantId, DocumentKey) place = (batch.Tenant, operation.Key);
            if (_documents.Remove(place, out ModelDocument? old))
            {
                _replaced[place] = old.Version;
            }

            switch (operation)
            {
                case CreateDocument create:
                    _documents.Add(place, new ModelDocument(create.Key, version, create.Body.ToArray(), create.Entries));
                    break;
                case ReplaceDocument replace:
                    _documents.Add(place, new ModelDocument(replace.Key, version, replace.Body.ToArray(), replace.Entries));
                    break;
            }
        }
    }

    /// <summary>Every entry that a query finds behind its page end, in order.</summary>
    public List<ModelEntry> Listed(TenantId tenant, DocumentQuery query)
    {
        IEnumerable<ModelEntry> found = All(tenant)
            .Where(document => document.Key.Collection == query.Collection)
            .SelectMany(document => document.Entries.Where(entry => entry.Index == query.Index).Select(entry => new ModelEntry(entry.Values, document)))
            .Where(entry => entry.IsFoundBy(query));
        List<ModelEntry> ordered = [.. query.IsDescending ? found.OrderDescending() : found.Order()];
        return query.After is { } end
            ? [.. ordered.Where(entry => query.IsDescending ? entry.CompareTo(end.Values, end.Id) < 0 : entry.CompareTo(end.Values, end.Id) > 0)]
            : ordered;
    }

    /// <summary>What is due, in no stated order: the earliest moment of each tenant and kind.</summary>
    public List<DueWork> Due(DateTimeOffset until) =>
        [.. _documents
            .Where(document => document.Key.Key.Collection == Schema.Jobs)
            .SelectMany(document => document.Value.Entries.Where(entry => entry.Index == Schema.Due).Select(entry => (document.Key.Tenant, Kind: entry.Values[0].AsText, Due: entry.Values[1].AsInteger)))
            .Where(work => work.Due <= IndexValue.Of(until).AsInteger)
            .GroupBy(work => (work.Tenant, work.Kind), work => work.Due)
            .Select(work => new DueWork { Tenant = work.Key.Tenant, Kind = work.Key.Kind, Due = DateTimeOffset.UnixEpoch.AddMicroseconds(work.Min()) })];

    /// <summary>The tenant is gone, and what its commands were answered need not be known any more; its versions stay used.</summary>
    public void Destroy(TenantId tenant)
    {
        foreach (ModelDocument document in All(tenant))
        {
            _documents.Remove((tenant, document.Key));
            _replaced[(tenant, document.Key)] = document.Version;
        }

        foreach ((TenantId Tenant, CommandId) command in _commands.Keys.Where(command => command.Tenant == tenant).ToList())
        {
            _commands.Remove(command);
        }
    }
}
