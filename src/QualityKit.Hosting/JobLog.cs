using Microsoft.Extensions.Logging;

namespace QualityKit.Hosting;

/// <summary>Every line that running jobs logs. Ids are stable; docs/hosting.md lists them.</summary>
internal static partial class JobLog
{
    /// <summary>The category of all lines.</summary>
    public const string Category = "QualityKit";

    [LoggerMessage(1300, LogLevel.Information, "job `{Job}` runs every {Period}")]
    public static partial void Running(this ILogger logger, string job, TimeSpan period);

    [LoggerMessage(1301, LogLevel.Error, "a run of job `{Job}` failed; the next comes as always")]
    public static partial void Failed(this ILogger logger, string job, Exception problem);

    [LoggerMessage(1302, LogLevel.Information, "job `{Job}` stopped")]
    public static partial void Stopped(this ILogger logger, string job);
}
