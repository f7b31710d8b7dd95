using System.Runtime.CompilerServices;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Delivers events to handlers: at least once, in the order of each entity, each handler for itself. Any number of nodes may run it.</summary>
/// <remarks>
/// Tenants take turns: in one run each tenant that has something due gets at most <see cref="OutboxOptions.CallsPerTurn"/> calls, so among n tenants
/// the k-th event of a tenant is told in the k / CallsPerTurn-th run, rounded up, however much the others have. It is no service for requests: it crosses tenants.
/// </remarks>
public sealed class OutboxService : IQualityJob
{
    private readonly OutboxTools _tools;
    private readonly TenantTurns _turns;

    internal OutboxService(OutboxTools tools, IStoreMaintenance maintenance) => (_tools, _turns) = (tools, new(maintenance, JournalIndexes.OutboxWork));

    /// <summary><c>outbox</c>.</summary>
    public string Name => "outbox";

    /// <summary><see cref="OutboxOptions.Period"/>.</summary>
    public TimeSpan Period => _tools.Options.Period;

    /// <summary>Gives every tenant that has something due one turn. While a run is under way on this node, another does nothing.</summary>
    /// <param name="cancellationToken">Stops the work; what was told by then is committed.</param>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not say who has something due.</exception>
    public ValueTask<OutboxRun> RunOnceAsync(CancellationToken cancellationToken) =>
        _turns.RunAsync(_tools.Ambient.Now, _tools.Options.TenantsAtOnce, HasDueAsync, TurnAsync, static (all, turn) => all.With(turn), cancellationToken);

    async ValueTask<bool> IQualityJob.RunOnceAsync(CancellationToken cancellationToken) => (await RunOnceAsync(cancellationToken).ConfigureAwait(false)).HasMore;

    /// <summary>The dead letters of a tenant that wait for somebody to look, in the order of their ids.</summary>
    public async IAsyncEnumerable<DeadLetter> ListDeadLettersAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Collection = OutboxIndexes.DeadLetters, Index = OutboxIndexes.Due, Equal = [[IndexValue.Of(OutboxIndexes.DeadWork)]] };
        await foreach (Document document in _tools.Store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            DeadLetterDocument letter = DeadLetterDocument.Read(document);
            Document? journal = await _tools.Store.ReadAsync(tenant, new(Collections.Journal, letter.Journal), cancellationToken).ConfigureAwait(false);
            yield return new DeadLetter
            {
                Event = journal is null ? null : EventReader.Of(JournalFormat.Read(tenant, journal), letter.Line),
                Handler = letter.Handler,
                Failures = letter.Failures,
                FailedAt = letter.FailedAt,
                Problem = letter.Problem,
                Tenant = tenant,
                Id = document.Key.Id,
            };
        }
    }

    /// <summary>Sends a dead letter again, with all attempts anew. The handler is told of it behind later events of its entity.</summary>
    /// <returns>Whether it was there and waited.</returns>
    public ValueTask<bool> RedriveAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return SendAgainAsync(letter, cancellationToken);
    }

    private async ValueTask<bool> SendAgainAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        Document? document = await _tools.Store.ReadAsync(letter.Tenant, new(OutboxIndexes.DeadLetters, letter.Id), cancellationToken).ConfigureAwait(false);
        if (document is null || DeadLetterDocument.Read(document) is not { RetryAt: null } stored)
        {
            return false;
        }

        DocumentBatch batch = DocumentBatch.For(letter.Tenant, _tools.Commands.Next());
        batch = (stored with { RetryAt = _tools.Ambient.Now, AttemptsLeft = _tools.Options.Attempts }).StoreIn(batch);
        bool isSent = (await _tools.Store.CommitAsync(batch, cancellationToken).ConfigureAwait(false)).IsCommitted;
        if (isSent)
        {
            _tools.Ambient.Log.Redriven(letter.Event?.Id.Value ?? letter.Id, letter.Handler);
        }

        return isSent;
    }

    private async ValueTask<bool> HasDueAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _tools.Ambient.Now;
        return await _tools.Store.CountAsync(tenant, TenantTurn.DueUntil(Collections.Journal, JournalIndexes.Due, now), 1, cancellationToken).ConfigureAwait(false) > 0
            || await _tools.Store.CountAsync(tenant, TenantTurn.DueUntil(OutboxIndexes.DeadLetters, OutboxIndexes.Due, now), 1, cancellationToken).ConfigureAwait(false) > 0;
    }

    private async ValueTask<OutboxRun> TurnAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        TurnAllowance? allowance = null;
        try
        {
            if (await _tools.Leases.TakeAsync(tenant, cancellationToken).ConfigureAwait(false) is not { } lease)
            {
                return new OutboxRun();
            }

            allowance = new TurnAllowance(lease, _tools.Options.CallsPerTurn, _tools.Options.HandlerTimeout, cancellationToken);
            return await new TenantTurn(_tools, lease, allowance).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (LeaseLostException)
        {
            _tools.Ambient.Log.LeaseLost(tenant.Value);
            return allowance!.Run;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // One tenant whose documents cannot be read or written waits; the others have their turn.
            _tools.Ambient.Log.TurnFailed(tenant.Value, problem);
            return (allowance?.Run ?? new OutboxRun()) with { TenantsFailed = 1 };
        }
    }
}
