using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What is due over all tenants, and what waits for a person.</summary>
internal sealed class DueTally
{
    /// <summary>When the event fell due that has waited longest; null for none.</summary>
    public DateTimeOffset? Outbox { get; private set; }

    /// <summary>When the audit entry was written that has waited longest for its seal; null for none.</summary>
    public DateTimeOffset? Unsealed { get; private set; }

    /// <summary>How many tenants have dead letters.</summary>
    public int Dead { get; private set; }

    /// <summary>How many tenants have a sweep that waits to be confirmed.</summary>
    public int Paused { get; private set; }

    /// <summary>How many tenants have a store that waits to be reconciled.</summary>
    public int Restored { get; private set; }

    /// <summary>Counts one entry; the earliest comes first.</summary>
    public void Add(DueWork work)
    {
        switch (work.Kind)
        {
            case JournalIndexes.OutboxWork:
                Outbox ??= work.Due;
                break;
            case JournalIndexes.SealWork:
                Unsealed ??= work.Due;
                break;
            case OutboxIndexes.DeadWork:
                Dead++;
                break;
            case SweepState.PausedWork:
                Paused++;
                break;
            case RestoreState.RestoredWork:
                Restored++;
                break;
        }
    }
}
