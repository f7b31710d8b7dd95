namespace QualityKit.Storage.Hosting;

/// <summary>One call that fills a slot: which slot, which call, and with which settings. Two that are equal count as one.</summary>
public sealed record SlotChoice
{
    /// <summary>The service that the slot holds.</summary>
    public required Type Slot { get; init; }

    /// <summary>The call that filled it, as a developer wrote it: <c>UseSqlite</c>.</summary>
    public required string Call { get; init; }

    /// <summary>What the call was given, as text that is equal when the settings are. It may hold secrets, and is never printed.</summary>
    public required string Settings { get; init; }

    /// <summary>The call; never the settings.</summary>
    public override string ToString() => Call;
}
