using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Every coefficient beside the reference, which computes in exact fractions.</summary>
public sealed class AgreementReferenceTests
{
    private const int Cases = 60;

    private static readonly (string Name, AgreementWeights Weights, Func<IReadOnlyList<ExactNumber>, ExactNumber[,]> Exact)[] Weights =
    [
        ("identity", AgreementWeights.Identity, ExactWeights.Identity),
        ("linear", AgreementWeights.Linear, ExactWeights.Linear),
        ("quadratic", AgreementWeights.Quadratic, ExactWeights.Quadratic),
        ("ordinal", AgreementWeights.Ordinal, ExactWeights.Ordinal),
    ];

    [Fact]
    public void Every_coefficient_and_its_standard_error_are_those_of_the_formulas()
    {
        foreach ((int seed, GeneratedRatings generated) in GeneratedRatings.Many(Cases))
        {
            (string name, AgreementWeights weights, Func<IReadOnlyList<ExactNumber>, ExactNumber[,]> table) = Weights[seed % Weights.Length];
            string what = $"QUALITYKIT_SEED={seed} {name}";
            if (!generated.Cells.Any(row => row.Count(cell => cell is not null) > 1))
            {
                Assert.Equal(EstimateStatus.InsufficientData, Agreement.Fleiss(generated.Counts, weights).Status);
                continue;
            }

            ExactRatings exact = generated.Exact;
            var reference = new ExactAgreement(exact, table(exact.Categories));
            bool isVaried = generated.Cells.SelectMany(row => row).OfType<int>().Distinct().Count() > 1;
            Same(reference.Percent(), Agreement.Percent(generated.Counts, weights), true, what + " percent");
            Same(reference.Fleiss(), Agreement.Fleiss(generated.Counts, weights), isVaried, what + " Fleiss");
            Same(reference.Gwet(), Agreement.Gwet(generated.Counts, weights), isVaried, what + " Gwet");
            Same(reference.BrennanPrediger(), Agreement.BrennanPrediger(generated.Counts, weights), isVaried, what + " Brennan-Prediger");
            Estimate alpha = Agreement.Krippendorff(generated.Counts, weights);
            Same(reference.Alpha() with { Observed = null }, alpha, reference.Alpha().Value is not null, what + " alpha");
            if (Enumerable.Range(0, exact.Raters).All(rater => generated.Cells.Any(row => row[rater] is not null)))
            {
                Same(reference.Conger(), Agreement.Conger(generated.Ratings, weights), isVaried, what + " Conger");
            }
        }
    }

    [Theory]
    [InlineData(AlphaMetric.Nominal)]
    [InlineData(AlphaMetric.Ordinal)]
    [InlineData(AlphaMetric.Interval)]
    [InlineData(AlphaMetric.Ratio)]
    public void Alpha_is_what_pairing_every_two_values_gives(AlphaMetric metric)
    {
        Func<IReadOnlyList<ExactNumber>, ExactNumber, ExactNumber, ExactNumber> difference = metric switch
        {
            AlphaMetric.Nominal => ExactAlpha.Nominal,
            AlphaMetric.Ordinal => ExactAlpha.Ordinal,
            AlphaMetric.Interval => ExactAlpha.Interval,
            _ => ExactAlpha.Ratio,
        };
        foreach ((int seed, GeneratedRatings generated) in GeneratedRatings.Many(Cases))
        {
            (ExactNumber? alpha, ExactNumber? observed, ExactNumber? expected) = ExactAlpha.Of(generated.ExactUnits, difference);
            Estimate estimate = Agreement.Krippendorff(generated.Counts, metric);
            Estimate byValues = new AlphaOfValues(generated.Ratings, metric).Estimate();
            string what = $"QUALITYKIT_SEED={seed}";
            Assert.True(alpha is null == !estimate.HasValue, what);
            Near(alpha, estimate.Value, what);
            Near(observed, estimate.Observed, what);
            Near(expected, estimate.Expected, what);
            Assert.Equal(estimate.Status, byValues.Status);
            Near(alpha, byValues.Value, what + " by values");
            Near(observed, byValues.Observed, what + " by values");
            if (metric != AlphaMetric.Ordinal && estimate.StandardError is { } error)
            {
                Assert.True(Math.Abs(error - byValues.StandardError!.Value) <= 1e-9 * Math.Max(error, 1e-3), $"{what}: {error:R} and {byValues.StandardError:R}");
            }
        }
    }

    [Fact]
    public void The_jackknife_is_alpha_with_each_unit_left_out()
    {
        foreach ((int seed, GeneratedRatings generated) in GeneratedRatings.Many(40))
        {
            Jackknife jackknife = Agreement.KrippendorffJackknife(generated.Counts, AlphaMetric.Ordinal);
            if (!jackknife.Estimate.HasValue)
            {
                continue;
            }

            int?[][] rated = [.. generated.Cells];
            for (int i = 0; i < rated.Length; i++)
            {
                int?[][] others = [.. rated.Where((_, at) => at != i)];
                Estimate left = Agreement.Krippendorff(generated.With(others).Counts, AlphaMetric.Ordinal);
                double? value = jackknife.Values[i];
                Assert.True(left.HasValue == value is not null, $"QUALITYKIT_SEED={seed} {i}");
                Assert.True(!left.HasValue || Math.Abs(left.Value!.Value - value!.Value) < 1e-10, $"QUALITYKIT_SEED={seed} {i}: {left.Value:R} and {value:R}");
            }
        }
    }

    private static void Same(ExactCoefficient expected, Estimate actual, bool hasValue, string what)
    {
        Near(expected.Observed, actual.Observed, what + " observed");
        Assert.True(actual.HasValue == hasValue, $"{what}: {actual.Status}");
        if (!hasValue)
        {
            return;
        }

        Near(expected.Value, actual.Value, what);
        if (expected.Variance is null)
        {
            Assert.Null(actual.StandardError);
            return;
        }

        double error = Real.Of(expected.Variance).ToDouble();
        Assert.True(Math.Abs((actual.StandardError!.Value * actual.StandardError.Value) - error) <= Math.Max(1e-9 * error, 1e-24), $"{what} variance: {error:R} and {actual.StandardError * actual.StandardError:R}");
        Assert.True(actual.Interval!.Value.Contains(actual.Value!.Value), what);
    }

    private static void Near(ExactNumber? expected, double? actual, string what)
    {
        if (expected is null || actual is null)
        {
            return;
        }

        double value = Real.Of(expected).ToDouble();
        Assert.True(Math.Abs(value - actual.Value) <= Math.Max(1e-10 * Math.Abs(value), 1e-12), $"{what}: {value:R} and {actual.Value:R}");
    }
}
