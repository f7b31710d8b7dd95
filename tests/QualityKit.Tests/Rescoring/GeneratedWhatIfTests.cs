using QualityKit.Rescoring;
using QualityKit.Tests.Scoring;
using QualityKit.Wire;
using Xunit.Abstractions;

namespace QualityKit.Tests.Rescoring;

/// <summary>Pairs of generated forms with generated evaluations, held to what must be so of all of them.</summary>
public sealed class GeneratedWhatIfTests(ITestOutputHelper output)
{
    private static readonly WhatIfLimits Limits = new() { Largest = 3, Listed = 5 };

    [Fact]
    public void A_report_says_what_lists_of_scorecards_say() => ForEach(200, 25, generated =>
        Assert.Equal(
            new NaiveWhatIf(generated.WhatIf.Before, generated.WhatIf.After, generated.Cases).Describe(Limits),
            NaiveWhatIf.Describe(generated.WhatIf.Report(generated.Cases, Limits))));

    [Fact]
    public void Parts_in_any_order_come_to_the_whole() => ForEach(100, 30, generated =>
    {
        WhatIfTally whole = TallyOf(generated.WhatIf, generated.Cases);
        var random = new Random((int)(generated.Seed % int.MaxValue));
        WhatIfTally[] parts = [.. generated.Cases.GroupBy(_ => random.Next(4)).Select(part => TallyOf(generated.WhatIf, part))];
        random.Shuffle(parts);
        WhatIfTally merged = generated.WhatIf.Tally(Limits);
        foreach (WhatIfTally part in parts)
        {
            merged.Merge(part);
        }

        Assert.Equal(WhatIfReportJson.Write(whole.Report()), WhatIfReportJson.Write(merged.Report()));
        Assert.Equal((whole.Compared, whole.Skipped), (merged.Compared, merged.Skipped));
    });

    [Fact]
    public void A_run_that_stops_anywhere_and_goes_on_writes_the_same_bytes() => ForEach(40, 12, generated =>
    {
        byte[] uninterrupted = WhatIfTallyJson.Write(TallyOf(generated.WhatIf, generated.Cases));
        for (int stop = 0; stop <= generated.Cases.Count; stop++)
        {
            byte[] saved = WhatIfTallyJson.Write(TallyOf(generated.WhatIf, generated.Cases.Take(stop)));
            WhatIfTally resumed = WhatIfTallyJson.Read(saved, generated.WhatIf).Value;
            Assert.Equal(saved, WhatIfTallyJson.Write(resumed));
            foreach (WhatIfCase evaluation in resumed.Remaining(generated.Cases))
            {
                resumed.Add(evaluation);
            }

            Assert.Equal(uninterrupted, WhatIfTallyJson.Write(resumed));
        }
    });

    [Fact]
    public void A_form_against_itself_changes_nothing() => ForEach(100, 10, generated =>
    {
        WhatIfReport report = WhatIf.Between(generated.WhatIf.Before, generated.WhatIf.Before).Report(generated.Cases);

        Assert.Equal((0, 0, 0, 0, 0), (report.Rises, report.Falls, report.Provisional, report.ToFailed.Count, report.ToPassed.Count));
        Assert.Empty(report.Misfits);
        Assert.Equal(0, report.NewFailures.Count);
        Assert.Equal(report.Before.Average.Mean, report.After.Average.Mean);
        Assert.True(report.MeanChange is null or { Value.IsZero: true });
        Assert.All(report.Bands, band => Assert.Equal(band.Before, band.After));
    });

    private static WhatIfTally TallyOf(WhatIf whatIf, IEnumerable<WhatIfCase> cases)
    {
        WhatIfTally tally = whatIf.Tally(Limits);
        foreach (WhatIfCase evaluation in cases)
        {
            tally.Add(evaluation);
        }

        return tally;
    }

    private void ForEach(int usual, int cases, Action<GeneratedWhatIf> check)
    {
        output.WriteLine($"QUALITYKIT_SEED={GeneratedCases.Seed}");
        foreach (GeneratedWhatIf generated in GeneratedWhatIf.Many(usual, cases))
        {
            try
            {
                check(generated);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"QUALITYKIT_SEED={GeneratedCases.Seed}, the pair from {generated.Seed}: {exception.Message}", exception);
            }
        }
    }
}
