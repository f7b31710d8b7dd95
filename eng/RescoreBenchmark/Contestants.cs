using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Scoring;

namespace QualityKit.RescoreBenchmark;

/// <summary>The ways of our own to work the figures out.</summary>
internal static class Contestants
{
    /// <summary>By columns: a part of the sheets a thread, the summaries merged.</summary>
    public static Figures ByColumns(ColumnarForm form, AnswerColumns columns, int threads)
    {
        ImmutableArray<AnswerColumns> parts = columns.Split(threads);
        var summaries = new ColumnSummary[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part => summaries[part] = form.Summarize(parts[part]));
        ColumnSummary whole = summaries.Aggregate((all, part) => all.Merge(part));
        return new Figures(whole.Mean!.Value.Value.ToDouble() * 100, whole.Passed, whole.Bands[0].Count, whole.Bands[1].Count, whole.FormFailures);
    }

    /// <summary>Row by row with <see cref="CompiledForm"/>, exact too.</summary>
    public static Figures ByRows(CompiledForm form, long[] codes)
    {
        var sums = new Dictionary<long, Int128>();
        (long passed, long good, long excellent, long failures) = (0, 0, 0, 0);
        for (int first = 0; first < codes.Length; first += form.Length)
        {
            CompactScore score = form.Score(codes.AsSpan(first, form.Length));
            Fraction total = score.Total!.Value.Value;
            passed += score.Outcome == Outcome.Passed ? 1 : 0;
            failures += score.HasFormFailed ? 1 : 0;
            excellent += total >= Fraction.Of(9, 10) ? 1 : 0;
            good += total >= Fraction.Of(6, 10) && total < Fraction.Of(9, 10) ? 1 : 0;
            long below = (long)total.Denominator;
            sums[below] = sums.GetValueOrDefault(below) + (long)total.Numerator;
        }

        Fraction sum = sums.Aggregate(Fraction.Zero, (all, part) => all + Fraction.Of((System.Numerics.BigInteger)part.Value, part.Key));
        return new Figures(sum.ToDouble() / (codes.Length / form.Length) * 100, passed, good, excellent, failures);
    }

    /// <summary>The loop that one writes for this one form: tables of doubles, nothing exact, nothing general.</summary>
    public static Figures ByPlainLoop(byte[][] columns, int first, int end)
    {
        double[] levels = [1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0];
        double[] solved = [1, 0.75, 0.5, 0];
        (double sum, long passed, long good, long excellent, long failures) = (0, 0, 0, 0, 0);
        for (int sheet = first; sheet < end; sheet++)
        {
            double total = 0;
            for (int group = 0; group < 5; group++)
            {
                byte Answer(int place) => columns[(6 * group) + place][sheet];
                bool asked = Answer(0) == 0 && Answer(3) != SheetFormula.NotApplicable;
                double earned = (Answer(0) == 0 ? 2 : 0) + levels[Answer(1)] + (3 * (Answer(2) + 1) / 5.0)
                    + (asked && Answer(3) == 0 ? 1 : 0) + (Answer(4) == 0 ? 1 : 0) + (1.5 * solved[Answer(5)]);
                double possible = 6.5 + (Answer(1) != SheetFormula.NotApplicable ? 1 : 0) + (asked ? 1 : 0) + (Answer(4) != SheetFormula.NotApplicable ? 1 : 0);
                total += (10 + (5 * group)) * earned / possible;
            }

            bool failed = columns[16][sheet] == 1;
            total = failed ? 0 : total;
            sum += total;
            failures += failed ? 1 : 0;
            passed += total >= 80 - 1e-9 ? 1 : 0;
            excellent += total >= 90 - 1e-9 ? 1 : 0;
            good += total >= 60 - 1e-9 && total < 90 - 1e-9 ? 1 : 0;
        }

        return new Figures(sum / (end - first), passed, good, excellent, failures);
    }
}
