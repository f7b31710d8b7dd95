using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Announces the instants of evaluations that have come, in every tenant: reminders, due dates, escalations, expiries, releases. Any number of nodes may run it: each instant is told once.</summary>
/// <remarks>What is told cannot be taken back, so a tenant waits while its clock may be wrong: further than two seal periods from the newest seal. It is no service for requests: it crosses tenants.</remarks>
public sealed class AnnouncementService : IQualityJob
{
    private readonly EvaluationService _evaluations;
    private readonly IDocumentStore _store;
    private readonly DueTenants _due;
    private readonly IKeepingTerms _terms;
    private readonly (AnnouncementOptions Announcements, MachineOptions Machine) _options;
    private readonly Ambient _ambient;

    internal AnnouncementService(
        EvaluationService evaluations, IDocumentStore store, DueTenants due, IKeepingTerms terms, (AnnouncementOptions Announcements, MachineOptions Machine) options, Ambient ambient) =>
        (_evaluations, _store, _due, _terms, _options, _ambient) = (evaluations, store, due, terms, options, ambient);

    /// <summary><c>announcements</c>.</summary>
    public string Name => "announcements";

    /// <summary><see cref="AnnouncementOptions.Period"/>.</summary>
    public TimeSpan Period => _options.Announcements.Period;

    /// <summary>Announces in each tenant that has something due, up to its turn.</summary>
    /// <param name="cancellationToken">Stops the work, between two evaluations.</param>
    /// <returns>Whether a tenant used its whole turn, so that there may be more to do at once.</returns>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not say who has something due.</exception>
    public async ValueTask<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        bool hasMore = false;
        if (_options.Announcements.IsOn)
        {
            foreach (TenantId tenant in await _due.FindAsync(EvaluationIndexes.AnnounceWork, _ambient.Now, HasDueAsync, cancellationToken).ConfigureAwait(false))
            {
                hasMore |= await TurnAsync(tenant, cancellationToken).ConfigureAwait(false);
            }
        }

        return hasMore;
    }

    private async ValueTask<bool> TurnAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            int take = _options.Announcements.ItemsPerTurn;
            return !await IsClockOffAsync(tenant, cancellationToken).ConfigureAwait(false)
                && await _evaluations.AnnounceDueAsync(_options.Machine.In(tenant), take, cancellationToken).ConfigureAwait(false) == take;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // One tenant whose evaluations cannot be announced waits; the others are.
            _ambient.Log.AnnouncingFailed(tenant.Value, problem);
            return false;
        }
    }

    private async ValueTask<bool> IsClockOffAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        KeepingTerms terms = await _terms.ForAsync(tenant, cancellationToken).ConfigureAwait(false);
        DateTimeOffset? newest = await SealProgress.NewestAsync(_store, tenant, cancellationToken).ConfigureAwait(false);
        return new SweepConditions { Now = _ambient.Now, Total = 0, NewestSeal = newest, SealPeriod = terms.SealPeriod }.IsClockOff;
    }

    private async ValueTask<bool> HasDueAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await _store.CountAsync(tenant, EvaluationQueries.Due(_ambient.Now), 1, cancellationToken).ConfigureAwait(false) > 0;
}
