using System.Text;
using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Seals one tenant: finishes what a seal before left open, then writes the next, when it is time.</summary>
internal sealed class TenantSealing(SealingTools tools, TenantId tenant)
{
    /// <summary>How many seal periods the clock may be off.</summary>
    private const int PeriodsInDoubt = 2;

    /// <summary>About how many bytes of heads one seal has at most, so that it fits in what every store takes. Where more grew, more seals follow.</summary>
    private const int HeadBytes = 200_000;

    /// <summary>What a head takes beside its kind and id: length, hash, punctuation.</summary>
    private const int BytesBeside = 100;

    /// <summary>Seals.</summary>
    /// <returns>How many seals were written, and why no more; a refusal needs somebody to look.</returns>
    public async ValueTask<(int Seals, SealRefusal? Refusal)> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = tools.Ambient.Now;
        SealProgress progress = await ReadProgressAsync(now, cancellationToken).ConfigureAwait(false);
        if (await IsOtherThanAnchoredAsync(progress, cancellationToken).ConfigureAwait(false))
        {
            return (0, SealRefusal.OtherThanAnchored);
        }

        if ((now - progress.Clock).Duration() > PeriodsInDoubt * tools.Options.SealPeriod)
        {
            return (0, SealRefusal.ClockInDoubt);
        }

        bool isDue = progress.Number == 0 || now - progress.Clock >= tools.Options.SealPeriod;
        SealProgress? finished = await FinishAsync(progress, cancellationToken).ConfigureAwait(false);
        return isDue && finished is not null ? await SealAllAsync(finished, now, cancellationToken).ConfigureAwait(false) : (0, null);
    }

    // One seal, empty or not; more where more chains grew than fit in it. Null progress: another node was faster, or heads grow too quickly; a later run goes on.
    private async ValueTask<(int Seals, SealRefusal? Refusal)> SealAllAsync(SealProgress finished, DateTimeOffset now, CancellationToken cancellationToken)
    {
        SealProgress? progress = finished;
        for (int seals = 0; ; seals++)
        {
            List<AuditHead> heads = progress is null ? [] : await UnsealedAsync(cancellationToken).ConfigureAwait(false);
            if (progress is null || (seals > 0 && heads.Count == 0))
            {
                return (seals, null);
            }

            AuditSeal? before = progress.Number == 0 ? null : await ReadSealAsync(progress.Number, cancellationToken).ConfigureAwait(false);
            if (progress.Number > 0 && before?.Hash != progress.Hash)
            {
                return (seals, SealRefusal.NewestSealDamaged);
            }

            if (await SealAsync(progress, before, now, heads, cancellationToken).ConfigureAwait(false) is not { } written)
            {
                return (seals, null);
            }

            progress = await FinishAsync(written, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the clock as right.</summary>
    public async ValueTask<bool> ConfirmClockAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = tools.Ambient.Now;
        SealProgress progress = await ReadProgressAsync(now, cancellationToken).ConfigureAwait(false);

        // Due at once: what was not sealed meanwhile has waited long enough.
        return await CommitAsync(progress with { Clock = now - tools.Options.SealPeriod }, batch => batch, cancellationToken).ConfigureAwait(false) is not null;
    }

    private async ValueTask<SealProgress> ReadProgressAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await tools.Store.ReadAsync(tenant, SealProgress.Key, cancellationToken).ConfigureAwait(false) is { } stored ? SealProgress.Read(stored) : SealProgress.Start(now);

    private async ValueTask<AuditSeal?> ReadSealAsync(long number, CancellationToken cancellationToken)
    {
        Document? stored = await tools.Store.ReadAsync(tenant, SealDocument.KeyOf(number), cancellationToken).ConfigureAwait(false);
        return stored is null ? null : AuditSeal.Read(SealDocument.Read(stored).Bytes);
    }

    // A store that went back to an older state would go on sealing as if nothing had been. Looked at before the clock: a state that is older has an older clock, too.
    private async ValueTask<bool> IsOtherThanAnchoredAsync(SealProgress progress, CancellationToken cancellationToken)
    {
        if (tools.Anchor is not null)
        {
            await foreach (AnchoredSeal told in tools.Anchor.ReadAsync(tenant.Value, Math.Max(1, progress.Number), cancellationToken).ConfigureAwait(false))
            {
                if (progress.IsBehind(told))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // What a seal covers is taken out of the list of what is unsealed before the next seal looks, so that no chain is sealed twice at one length.
    private async ValueTask<SealProgress?> FinishAsync(SealProgress progress, CancellationToken cancellationToken)
    {
        SealProgress finished = progress;
        var settling = new SealSettling(tools, tenant);
        for (long number = progress.Settled + 1; number <= progress.Number; number++)
        {
            if (await ReadSealAsync(number, cancellationToken).ConfigureAwait(false) is { } seal && !await settling.RunAsync(seal, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            finished = finished with { Settled = number };
        }

        for (long number = progress.Anchored + 1; tools.Anchor is not null && number <= progress.Number; number++)
        {
            if (await ReadSealAsync(number, cancellationToken).ConfigureAwait(false) is { } seal)
            {
                await TellAsync(seal, cancellationToken).ConfigureAwait(false);
                await tools.Anchor.AnchorAsync(tenant.Value, new AnchoredSeal { Number = seal.Number, Hash = seal.Hash }, cancellationToken).ConfigureAwait(false);
            }

            finished = finished with { Anchored = number };
        }

        return finished == progress ? progress : await CommitAsync(finished, batch => batch, cancellationToken).ConfigureAwait(false);
    }

    // The witness knows every deletion and hold under a seal before the anchor knows the seal, also where the node that did them died.
    private async ValueTask TellAsync(AuditSeal seal, CancellationToken cancellationToken)
    {
        foreach (AuditHead head in tools.Safety?.Memory.Witness is null ? [] : seal.Heads)
        {
            await tools.Safety!.Memory.CatchUpAsync(head.Entity, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<List<AuditHead>> UnsealedAsync(CancellationToken cancellationToken)
    {
        var heads = new List<AuditHead>();
        var query = new DocumentQuery { Collection = Collections.AuditHeads, Index = JournalIndexes.Unsealed, Take = StoreLimits.PageSize };
        int bytes = 0;
        await foreach (Document document in tools.Store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            AuditHead head = AuditHeadDocument.Read(tenant, document).Head;
            bytes += Encoding.UTF8.GetByteCount(head.Entity.Kind) + Encoding.UTF8.GetByteCount(head.Entity.Id) + BytesBeside;
            heads.Add(head);
            if (bytes > HeadBytes)
            {
                break;
            }
        }

        return heads;
    }

    // A seal is never earlier than the one before it, whatever the clock says by now.
    private async ValueTask<SealProgress?> SealAsync(SealProgress progress, AuditSeal? before, DateTimeOffset now, List<AuditHead> heads, CancellationToken cancellationToken)
    {
        DateTimeOffset at = before?.At > now ? before.At : now;
        AuditSeal seal = AuditSeal.After(before, tenant.Value, at, heads.DistinctBy(head => head.Entity), Math.Max(0, progress.LostUntil - progress.Number));
        SealRecord record = tools.Signer is null
            ? new SealRecord { Bytes = seal.Bytes }
            : new SealRecord
            {
                Bytes = seal.Bytes,
                SignerKeyId = tools.Signer.PublicKey.Id,
                Signature = await tools.Signer.SignAsync(seal.Bytes, cancellationToken).ConfigureAwait(false),
            };
        SealProgress next = progress with { Number = seal.Number, Hash = seal.Hash, Clock = now };
        SealProgress? written = await CommitAsync(next, batch => SealDocument.StoreIn(batch, seal, record), cancellationToken).ConfigureAwait(false);
        if (written is not null)
        {
            tools.Ambient.Log.Sealed(tenant.Value, seal.Number, seal.Heads.Length);
        }

        return written;
    }

    // Null when another node was faster.
    private async ValueTask<SealProgress?> CommitAsync(SealProgress progress, Func<DocumentBatch, DocumentBatch> with, CancellationToken cancellationToken)
    {
        DocumentBatch batch = progress.StoreIn(with(DocumentBatch.For(tenant, tools.Commands.Next())));
        CommitResult result = await tools.Store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.Version is { } version
            ? progress with { Document = new Document { Key = SealProgress.Key, Version = version, Body = BodyOf(batch) } }
            : null;
    }

    private static ReadOnlyMemory<byte> BodyOf(DocumentBatch batch) => batch.Operations.Single(operation => operation.Key == SealProgress.Key) switch
    {
        CreateDocument create => create.Body,
        ReplaceDocument replace => replace.Body,
        _ => default,
    };
}
