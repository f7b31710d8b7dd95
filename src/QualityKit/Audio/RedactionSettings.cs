namespace QualityKit.Audio;

/// <summary>How audio is redacted.</summary>
public sealed record RedactionSettings
{
    /// <summary>What is heard instead: silence.</summary>
    public RedactionSound Sound { get; init; } = RedactionSound.Silence;

    /// <summary>How much more is taken before and after each range, 0 to 10 s: 100 ms. Recognisers are not exact, and filters spread a sound over what is beside it.</summary>
    public TimeSpan Margin
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= MostMargin ? value : throw new ArgumentOutOfRangeException(nameof(Margin), value, $"a margin is 0 to {MostMargin.TotalSeconds} s");
    } = TimeSpan.FromMilliseconds(100);

    /// <summary>How high the tone is, in Hz, 20 to 20,000: 1000. It should be below half of the sample rate.</summary>
    public double ToneHertz
    {
        get;
        init => field = value is >= 20 and <= 20_000 ? value : throw new ArgumentOutOfRangeException(nameof(ToneHertz), value, "a tone has 20 to 20000 Hz");
    } = 1000;

    /// <summary>How loud the tone is at its peak, in dBFS, -90 to 0: -20.</summary>
    public double ToneLevel
    {
        get;
        init => field = value is >= -90 and <= 0 ? value : throw new ArgumentOutOfRangeException(nameof(ToneLevel), value, "a tone has -90 to 0 dBFS");
    } = -20;

    private static TimeSpan MostMargin => TimeSpan.FromSeconds(10);
}
