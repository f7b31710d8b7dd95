using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Keeps who was denied what, and who read what. A denial is written at once; reads as <see cref="AccessLogOptions"/> say. docs/audit.md says what a crash can lose.</summary>
public sealed class AccessLog : IQualityJob, IAsyncDisposable, IDisposable
{
    private const int IdDigits = 32;
    private const int MostIdBytes = 512;
    private const string Invalid = "invalid";
    private const string List = "list";

    private readonly ILogger _log;
    private readonly AccessQueue _queue;

    internal AccessLog(IDocumentStore documents, IAuditKeys keys, TimeProvider time, ILogger log, AccessLogOptions options)
    {
        (Documents, Keys, Time, Options, _log) = (documents, keys, time, options, log);
        _queue = new(time, options.FlushPeriod);
    }

    /// <summary><c>access-log</c>.</summary>
    public string Name => "access-log";

    /// <summary><see cref="AccessLogOptions.FlushPeriod"/>.</summary>
    public TimeSpan Period => Options.FlushPeriod;

    /// <summary>How many entries wait on this node to be written.</summary>
    public int Waiting => _queue.Count;

    internal IDocumentStore Documents { get; }

    internal IAuditKeys Keys { get; }

    internal TimeProvider Time { get; }

    internal AccessLogOptions Options { get; }

    /// <summary>Writes what waits.</summary>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not be reached; what was not written waits on.</exception>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        _queue.CloseAll();
        while (_queue.Take() is { } batch)
        {
            await WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    async ValueTask<bool> IQualityJob.RunOnceAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <summary>Writes what waits. What cannot be written is lost, and counted in the host's log.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            _log.AccessWaits(Waiting, problem);
        }

        Dispose();
    }

    /// <summary>Says in the host's log how many entries are lost, if any. Call <see cref="DisposeAsync"/> or <see cref="FlushAsync"/>, which write them.</summary>
    public void Dispose()
    {
        if (Waiting is > 0 and int lost)
        {
            _log.AccessLost(lost);
        }
    }

    /// <summary>Somebody is denied something. The caller throws, whatever comes of this: it never throws itself.</summary>
    internal async ValueTask DeniedAsync(Actor actor, (string Kind, string? Id) thing, AccessDecision decision, CancellationToken cancellationToken)
    {
        AccessLogEntry entry = Entry(actor, AccessLogAct.Denied, thing) with { Permission = decision.Permission.ToString(), Code = decision.Code };
        AccessBatch batch = _queue.Begin(actor.Tenant, entry);
        try
        {
            await CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            _queue.Done(batch);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Keep(batch, entry, problem);
        }
    }

    /// <summary>Somebody is shown one thing; called before it is shown.</summary>
    internal ValueTask ReadAsync(Actor actor, (string Kind, string? Id) thing, AccessDecision decision, CancellationToken cancellationToken) =>
        ShownAsync(actor.Tenant, Options.Reads, () => Entry(actor, AccessLogAct.Read, thing) with { Permission = decision.Permission.ToString(), Code = decision.Code }, cancellationToken);

    /// <summary>Somebody is shown a list, or a part of one; called before it is shown.</summary>
    internal ValueTask ListedAsync(Actor actor, (string Name, Permission Permission) list, int count, CancellationToken cancellationToken) =>
        ShownAsync(actor.Tenant, Options.Lists, () => Entry(actor, AccessLogAct.Listed, (List, list.Name)) with { Permission = list.Permission.ToString(), Count = count }, cancellationToken);

    /// <summary>That entries were removed.</summary>
    internal AccessLogEntry Removed(TenantId tenant, int count) =>
        Entry(new() { Tenant = tenant, Id = new("qualitykit") }, AccessLogAct.Removed, (List, Name)) with { Count = count };

    private async ValueTask ShownAsync(TenantId tenant, ReadLogging how, Func<AccessLogEntry> entry, CancellationToken cancellationToken)
    {
        switch (how)
        {
            case ReadLogging.Off:
                return;
            case ReadLogging.Required:
                await CommitAsync(new(tenant, CommandId.New(), [entry()]), cancellationToken).ConfigureAwait(false);
                return;
            default:
                await AddAsync(tenant, entry(), cancellationToken).ConfigureAwait(false);
                return;
        }
    }

    private async ValueTask AddAsync(TenantId tenant, AccessLogEntry entry, CancellationToken cancellationToken)
    {
        // Nothing is dropped: where there is no room, the read waits for storage and fails with it.
        if (Waiting >= Options.MostWaiting)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!_queue.Add(tenant, entry))
        {
            return;
        }

        try
        {
            while (_queue.Take() is { } batch)
            {
                await WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            _log.AccessWaits(Waiting, problem);
        }
    }

    private async ValueTask WriteAsync(AccessBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _queue.Return(batch);
            throw;
        }

        _queue.Done(batch);
    }

    // A conflict says that the entries are there: an attempt before this one wrote them without an answer.
    private async ValueTask CommitAsync(AccessBatch batch, CancellationToken cancellationToken)
    {
        AuditKey key = Keys.CurrentFor(batch.Tenant);
        DocumentBatch documents = batch.Entries.Aggregate(DocumentBatch.For(batch.Tenant, batch.Command), (all, entry) => AccessLogDocument.StoreIn(all, entry, key));
        _ = await Documents.CommitAsync(documents, cancellationToken).ConfigureAwait(false);
    }

    private void Keep(AccessBatch batch, AccessLogEntry entry, Exception problem)
    {
        if (Waiting > Options.MostWaiting)
        {
            _queue.Done(batch);
            _log.DenialDropped(batch.Tenant.Value, entry, problem);
            return;
        }

        _queue.Return(batch);
        _log.DenialWaits(batch.Tenant.Value, entry, problem);
    }

    private AccessLogEntry Entry(Actor actor, AccessLogAct act, (string Kind, string? Id) thing) => new()
    {
        Id = RandomNumberGenerator.GetHexString(IdDigits, lowercase: true),
        At = Time.GetUtcNow(),
        Actor = new(Clean(actor.Id.Value)),
        Act = act,
        Kind = thing.Kind,
        Thing = Clean(thing.Id),
    };

    // What somebody asks for may be anything, and what cannot be an id is not worth keeping: it may be what a person wrote.
    private static string Clean(string? id) => id is not null && AuditText.IsText(id) && Encoding.UTF8.GetByteCount(id) <= MostIdBytes ? id : Invalid;
}
