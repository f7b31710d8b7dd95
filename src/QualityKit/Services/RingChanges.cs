using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Auditing;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Changes rings: one commit a command, of the ring that was read and nothing else, with its audit entries and events.</summary>
internal sealed class RingChanges(IDocumentStore documents, RingSource rings, RootKeys roots, KeyOptions options, Deeds deeds)
{
    /// <summary>What rings are called in the audit.</summary>
    public const string Kind = "key-ring";

    /// <summary>The one ring of a tenant.</summary>
    public const string Id = "ring";

    /// <summary>Who is told outside the store; null for nobody.</summary>
    public KeepingSafety? Safety { get; init; }

    /// <summary>Does one thing to a ring, once for a command.</summary>
    /// <param name="deed">Who does what.</param>
    /// <param name="decide">What is to be done to the ring as it was read; null for nothing. It is asked again when somebody else was quicker.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The ring afterwards.</returns>
    /// <exception cref="Validation.ValidationFailedException">It may not be done; with every reason.</exception>
    /// <exception cref="KeyUnavailableException">The ring, or a root, is not there.</exception>
    public Task<KeyRing> ApplyAsync(Deed deed, Func<KeyRing, CancellationToken, ValueTask<RingStep?>> decide, CancellationToken cancellationToken) =>
        Attempts.RunAsync((Kind, deed.Actor.Tenant.Value), () => TryAsync(deed, decide, cancellationToken));

    private async Task<KeyRing?> TryAsync(Deed deed, Func<KeyRing, CancellationToken, ValueTask<RingStep?>> decide, CancellationToken cancellationToken)
    {
        await LookAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
        KeyRingDocument? stored = await rings.LoadAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
        if (await deeds.DoneAsync(deed, Other(deed.Code), cancellationToken).ConfigureAwait(false) is not null)
        {
            await TellAsync(deed, cancellationToken).ConfigureAwait(false);
            return (await rings.LoadAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false))?.Ring;
        }

        if ((stored?.Ring ?? await EmptyAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false)) is not { } ring)
        {
            return null;
        }

        if (await decide(ring, cancellationToken).ConfigureAwait(false) is not { } step)
        {
            await CatchUpAsync(deed, cancellationToken).ConfigureAwait(false);
            return ring;
        }

        KeyRingChange change = KeyWorkflow.Apply(ring, step.Command, deed.Actor, options.Policy, deeds.Now).Value;
        if (change.Facts.IsEmpty)
        {
            await CatchUpAsync(deed, cancellationToken).ConfigureAwait(false);
            return change.Ring;
        }

        DocumentBatch batch = KeyRingDocument.StoreIn(Deeds.Batch(deed), stored, change.Ring, rings.Secret);
        batch = step.Requires.Aggregate(batch, (all, required) => all.With(required));
        if (!await CommitAsync(batch, deed, change, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        await TellAsync(deed, cancellationToken).ConfigureAwait(false);
        return (await rings.LoadAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false))?.Ring;
    }

    // What else a command may have come to that is named after a code.
    private static string? Other(string code) => code switch
    {
        KeyFactCodes.Destroyed => KeyFactCodes.Deleted,
        KeyFactCodes.Shredded => KeyFactCodes.ShredDeleted,
        _ => null,
    };

    // The fact that the command is named after comes first, so that the command is known again.
    private ValueTask<bool> CommitAsync(DocumentBatch batch, Deed deed, KeyRingChange change, CancellationToken cancellationToken)
    {
        (Deed Deed, ImmutableArray<AuditFact> Facts)[] facts =
            [.. change.Facts.OrderByDescending(fact => fact.Code == deed.Code).Select(fact => (deed with { Code = fact.Code }, FactsOf(change.Ring, fact)))];
        return deeds.CommitAsync(batch, facts[0], [.. facts[1..]], cancellationToken);
    }

    private async ValueTask TellAsync(Deed deed, CancellationToken cancellationToken)
    {
        if (Safety is not null)
        {
            await Safety.Memory.TellAsync(deed, hold: null, cancellationToken).ConfigureAwait(false);
        }
    }

    // Somebody did it before, by another command, and may have got an error because it could not be told.
    private async ValueTask CatchUpAsync(Deed deed, CancellationToken cancellationToken)
    {
        if (Safety is not null)
        {
            await Safety.Memory.CatchUpAsync(deed.Entity, cancellationToken).ConfigureAwait(false);
        }
    }

    // That the store went back is found before the ring of today is told of.
    private async ValueTask LookAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (Safety?.Memory.Witness is not null)
        {
            await Safety.LookAsync(tenant, cancellationToken).ConfigureAwait(false);
        }
    }

    // A ring that is gone is not made anew beside what it wrapped: nothing would open that again. Null: somebody made the first one meanwhile.
    private async ValueTask<KeyRing?> EmptyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var any = new DocumentQuery { Collection = Collections.Envelopes, Index = EnvelopeDocument.ByKey };
        return await documents.CountAsync(tenant, any, limit: 1, cancellationToken).ConfigureAwait(false) == 0 ? KeyRing.Empty(tenant, roots.Roots.Current)
            : await rings.LoadAsync(tenant, cancellationToken).ConfigureAwait(false) is not null ? null
            : throw new KeyUnavailableException($"`{tenant}` has envelopes and no ring: it is gone, and none is made in its place", isRetryable: false);
    }

    private static ImmutableArray<AuditFact> FactsOf(KeyRing ring, KeyFact fact) =>
    [
        new("revision", ring.Revision.ToString(CultureInfo.InvariantCulture)),
        .. fact.Arguments.Where(one => one.Value is string { Length: > 0 }).Select(one => new AuditFact(one.Name, (string)one.Value)),
    ];
}
