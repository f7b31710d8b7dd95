namespace QualityKit.Services;

/// <summary>What is not well.</summary>
public enum HealthProblem
{
    /// <summary>Storage could not be reached.</summary>
    StorageUnreachable = 0,

    /// <summary>Documents are gone when the process ends.</summary>
    NotDurable = 1,

    /// <summary>Events have been due for longer than ten periods of the outbox: no node delivers them, or there are more than can be delivered.</summary>
    OutboxLate = 2,

    /// <summary>Handlers gave up on events; see <see cref="OutboxService.ListDeadLettersAsync"/>.</summary>
    DeadLetters = 3,

    /// <summary>Audit entries wait for a seal for longer than two periods: no node seals, or sealing is refused.</summary>
    SealsLate = 4,

    /// <summary>Sweeps wait for a person to confirm: the clock may be wrong, or more would be deleted than a run may; see <see cref="RetentionService.SweepAsync"/>.</summary>
    SweepsPaused = 5,

    /// <summary>The store of a tenant went back to an older state, and nobody has reconciled it; see <see cref="RestoreService"/>. Nothing of it is deleted.</summary>
    Restored = 6,

    /// <summary>The ring of a tenant, or a key of it, is not what it should be: this node neither stores nor opens recordings of that tenant.</summary>
    KeysRefused = 7,
}
