using Microsoft.Extensions.Logging;

namespace QualityKit.Services;

/// <summary>What every part of the shell has around it: the clock, the log, the instruments.</summary>
internal sealed record Ambient(TimeProvider Time, ILogger Log, Telemetry Telemetry)
{
    /// <summary>Now.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();
}
