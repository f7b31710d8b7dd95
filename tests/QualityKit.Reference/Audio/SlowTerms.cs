namespace QualityKit.Reference.Audio;

/// <summary>What the measures go by; levels in dBFS, times in ticks of 100 ns.</summary>
public sealed record SlowTerms
{
    public required long Window { get; init; }

    public required double TalkFrom { get; init; }

    public required double SilenceBelow { get; init; }

    public required long LeastPause { get; init; }

    public required long LeastTalk { get; init; }

    public required long LeastSilence { get; init; }

    public required long LeastDeadAir { get; init; }

    public required long LeastOvertalk { get; init; }

    /// <summary>Where nothing was recorded.</summary>
    public IReadOnlyList<(long From, long Until)> Gaps { get; init; } = [];
}
