namespace QualityKit.Services;

/// <summary>How denials and reads are kept. Denials always are, at once. Checked at start.</summary>
public sealed class AccessLogOptions
{
    /// <summary>How reads of one thing with personal content are kept; default <see cref="ReadLogging.Batched"/>.</summary>
    public ReadLogging Reads { get; set; } = ReadLogging.Batched;

    /// <summary>How lists are kept, one entry for up to 100 that were shown; default <see cref="ReadLogging.Batched"/>.</summary>
    public ReadLogging Lists { get; set; } = ReadLogging.Batched;

    /// <summary>How long a read waits at most to be written; 100 ms to 5 minutes, default 5 seconds. It is what a crash can lose of reads that are batched.</summary>
    public TimeSpan FlushPeriod { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many entries may wait on one node while storage cannot be reached, 100 to 1,000,000; default 10,000. Then reads wait for storage, and fail with it.</summary>
    public int MostWaiting { get; set; } = 10_000;

    /// <summary>How long entries are kept, 30 days to 100 years; null for ever, which is the default.</summary>
    public TimeSpan? KeepFor { get; set; }

    internal IEnumerable<string> Problems() =>
    [
        .. OptionRange.Of("AccessLog.FlushPeriod", FlushPeriod, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5)),
        .. OptionRange.Of("AccessLog.MostWaiting", MostWaiting, 100, 1_000_000),
        .. KeepFor is { } kept ? OptionRange.Of("AccessLog.KeepFor", kept, TimeSpan.FromDays(30), TimeSpan.FromDays(36_525)) : [],
    ];
}
