using System.Collections.Immutable;
using QualityKit.Audio;
using QualityKit.Interactions;
using QualityKit.Reference.Audio;
using QualityKit.Tests.Scoring;

namespace QualityKit.Tests.Audio;

/// <summary>Calls by chance, measured by the rules and by the library. <c>QUALITYKIT_SEED</c> gives the same ones again.</summary>
public sealed class MeasureDifferentialTests
{
    private static readonly int[] Rates = [1000, 8000, 11025];

    [Fact]
    public void The_library_measures_what_the_rules_say()
    {
        for (int number = 0; number < GeneratedCases.Count(300); number++)
        {
            int seed = unchecked((int)GeneratedCases.Seed + number);
            var call = new GeneratedCall(new Random(seed));
            var slow = new SlowMeasures(call.Channels, call.Rate, call.Terms);

            CallMeasures measures = Track(call, new Random(seed)).Measure(call.Settings, call.Gaps);

            for (int channel = 0; channel < call.Channels.Length; channel++)
            {
                Same(call, slow.Talk(channel), measures.Channels[channel].Talk, $"QUALITYKIT_SEED={seed} talk {channel}");
                Same(call, slow.Silences(channel), measures.Channels[channel].Silences, $"QUALITYKIT_SEED={seed} silence {channel}");
            }

            Same(call, slow.DeadAir(), measures.DeadAir, $"QUALITYKIT_SEED={seed} dead air");
            Same(call, slow.Overtalk(), measures.Overtalk, $"QUALITYKIT_SEED={seed} overtalk");
        }
    }

    // Cut into parts at windows, and each part given in pieces.
    private static LevelTrack Track(GeneratedCall call, Random random)
    {
        short[] samples = Sound.Join(call.Channels);
        int channels = call.Channels.Length;
        int window = new LevelTrackBuilder(call.Rate, channels, call.Window).Build().FramesPerWindow * channels;
        var parts = new List<LevelTrack>();
        for (int place = 0; place < samples.Length || parts.Count == 0;)
        {
            int part = Math.Min(random.Next(1, 200) * window, samples.Length - place);
            var levels = new LevelTrackBuilder(call.Rate, channels, call.Window);
            int cut = part == 0 ? 0 : random.Next(part / channels) * channels;
            levels.Add(samples.AsSpan(place, cut));
            levels.Add(samples.AsSpan(place + cut, part - cut));
            parts.Add(levels.Build());
            place += part;
        }

        return LevelTrack.Join(parts);
    }

    private static void Same(GeneratedCall call, IReadOnlyList<(long From, long Until)> expected, ImmutableArray<Stretch> got, string what) =>
        Assert.True(expected.Select(run => (Time(run.From, call), Time(run.Until, call))).SequenceEqual(got.Select(stretch => (stretch.From, stretch.Until))), what);

    private static TimeSpan Time(long frame, GeneratedCall call) => new((long)((decimal)frame * TimeSpan.TicksPerSecond / call.Rate));

    private sealed class GeneratedCall
    {
        public GeneratedCall(Random random)
        {
            Rate = Rates[random.Next(Rates.Length)];
            Window = TimeSpan.FromMilliseconds(random.Next(1, 60));
            int frames = random.Next(0, Rate * 6);
            Channels = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Channel(random, frames))];
            Settings = new MeasureSettings
            {
                TalkFrom = -random.Next(20, 50),
                SilenceBelow = -random.Next(20, 60),
                LeastPause = TimeSpan.FromMilliseconds(random.Next(0, 500)),
                LeastTalk = TimeSpan.FromMilliseconds(random.Next(0, 300)),
                LeastSilence = TimeSpan.FromMilliseconds(random.Next(0, 1000)),
                LeastDeadAir = TimeSpan.FromMilliseconds(random.Next(0, 1000)),
                LeastOvertalk = TimeSpan.FromMilliseconds(random.Next(0, 500)),
            };
            Gaps = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Gap(random))];
        }

        public int Rate { get; }

        public TimeSpan Window { get; }

        public short[][] Channels { get; }

        public MeasureSettings Settings { get; }

        public RecordingGap[] Gaps { get; }

        public SlowTerms Terms => new()
        {
            Window = Window.Ticks,
            TalkFrom = Settings.TalkFrom,
            SilenceBelow = Math.Min(Settings.SilenceBelow, Settings.TalkFrom),
            LeastPause = Settings.LeastPause.Ticks,
            LeastTalk = Settings.LeastTalk.Ticks,
            LeastSilence = Settings.LeastSilence.Ticks,
            LeastDeadAir = Settings.LeastDeadAir.Ticks,
            LeastOvertalk = Settings.LeastOvertalk.Ticks,
            Gaps = [.. Gaps.Where(gap => gap.Until > gap.From).Select(gap => (gap.From.Ticks, gap.Until.Ticks))],
        };

        private static RecordingGap Gap(Random random)
        {
            var from = TimeSpan.FromMilliseconds(random.Next(-500, 6000));
            return new() { From = from, Until = from + TimeSpan.FromMilliseconds(random.Next(0, 1500)), Reason = GapReason.SecurePause };
        }

        // Stretches of noise, each as loud as it likes.
        private static short[] Channel(Random random, int frames)
        {
            var samples = new List<short>();
            while (samples.Count < frames)
            {
                int peak = random.Next(3) == 0 ? 1 : (int)Math.Pow(10, random.NextDouble() * 4.4);
                samples.AddRange(Sound.Noise(random.Next(1, 6000), random.Next(), peak));
            }

            return [.. samples.Take(frames)];
        }
    }
}
