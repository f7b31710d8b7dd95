using System.Runtime.CompilerServices;
using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Checks the audit as it is stored.</summary>
public sealed class AuditService
{
    private readonly SealingTools _tools;
    private readonly IAuditKeys _keys;

    internal AuditService(SealingTools tools, IAuditKeys keys) => (_tools, _keys) = (tools, keys);

    /// <summary>Reads back every entry and every seal of a tenant and checks them all (<see cref="AuditTrail.Verify"/>). One chain at a time is in memory, beside the seals.</summary>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not be read; nothing is said of what was.</exception>
    public async ValueTask<AuditReport> VerifyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        // In this order, because all of them grow meanwhile: no anchor without its seal, no seal without what it covers.
        List<AnchoredSeal> anchors = _tools.Anchor is null ? [] : await _tools.Anchor.ReadAsync(tenant.Value, 1, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        List<SealRecord> seals = await SealsAsync(tenant, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var check = new AuditTrailCheck(new AuditEvidence
        {
            Tenant = tenant.Value,
            Seals = seals,
            Entities = [],
            RecordsOf = _ => [],
            Keys = _keys.AllFor(tenant),
            Signers = [.. _tools.Options.FormerSigners.Concat(_tools.Signer is null ? [] : [_tools.Signer.PublicKey]).DistinctBy(key => key.Id)],
            Anchors = [.. anchors],
            SealPeriod = _tools.Options.SealPeriod,
        });
        var looked = new HashSet<AuditEntity>();
        await foreach (AuditEntity entity in StoredAsync(tenant, cancellationToken).Concat(check.Sealed.ToAsyncEnumerable()).ConfigureAwait(false))
        {
            if (looked.Add(entity))
            {
                check.Look(entity, await RecordsAsync(entity, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return check.Report();
    }

    private async IAsyncEnumerable<SealRecord> SealsAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Collection = SealIndexes.Seals, Index = SealIndexes.ByNumber, Take = StoreLimits.PageSize };
        await foreach (Document document in _tools.Store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            yield return ReadOr(() => SealDocument.Read(document), new SealRecord { Bytes = document.Body });
        }
    }

    // From the journal itself: the heads are only what somebody wrote down of it.
    private async IAsyncEnumerable<AuditEntity> StoredAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Collection = Collections.Journal, Index = JournalIndexes.ByEntity };
        await foreach (Document document in _tools.Store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            foreach (JournalPlace place in ReadOr(() => JournalFormat.Read(tenant, document), null)?.Places ?? [])
            {
                yield return new AuditEntity(tenant.Value, place.Kind, place.Id);
            }
        }
    }

    // A document that cannot be read stands for an entry that cannot.
    private async IAsyncEnumerable<AuditRecord> RecordsAsync(AuditEntity entity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tenant = new TenantId(entity.Tenant);
        var query = new DocumentQuery { Collection = Collections.Journal, Index = JournalIndexes.ByEntity, Equal = [[IndexValue.Of(entity.Kind)], [IndexValue.Of(entity.Id)]] };
        await foreach (Document document in _tools.Store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            foreach (AuditRecord record in ReadOr(() => JournalFormat.Read(tenant, document), null)?.RecordsOf(entity) ?? [new AuditRecord(document.Body, default)])
            {
                yield return record;
            }
        }
    }

    private static T ReadOr<T>(Func<T> read, T damaged)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException)
        {
            return damaged;
        }
    }
}
