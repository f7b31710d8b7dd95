using QualityKit.Events;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>An event that a handler gave up on, with all attempts used.</summary>
public sealed record DeadLetter
{
    /// <summary>The event; null where it cannot be read any more.</summary>
    public required QualityEvent? Event { get; init; }

    /// <summary>The name of the handler.</summary>
    public required string Handler { get; init; }

    /// <summary>How often it failed.</summary>
    public required int Failures { get; init; }

    /// <summary>When it failed last.</summary>
    public required DateTimeOffset FailedAt { get; init; }

    /// <summary>The type of what was thrown last. Its message is in the log, because it may say anything.</summary>
    public required string Problem { get; init; }

    /// <summary>Whose it is.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>What names it among the dead letters of the tenant.</summary>
    public required string Id { get; init; }

    /// <summary>The event and the handler.</summary>
    public override string ToString() => $"{Event?.ToString() ?? Id} for {Handler}";
}
