using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Statistics;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>The inputs that several kinds of cases share.</summary>
internal static class StatisticInput
{
    /// <summary>Units by raters; null where there is no rating, and names where categories have names.</summary>
    public static Ratings Ratings(JsonElement input)
    {
        ImmutableArray<JsonElement> rows = input.RequiredMember("ratings").ToList();
        string[] names = [.. rows.SelectMany(row => row.ToList()).Where(cell => cell.ValueKind == JsonValueKind.String)
            .Select(cell => cell.ToText()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        RatingScale? scale = names.Length > 0 ? RatingScale.OfLabels(names) : input.Value("categories") is { } declared ? Scale(declared) : null;
        return QualityKit.Statistics.Ratings.FromRows(rows.Select(row => row.ToList().Select(cell => Value(cell, names)).ToArray()), scale).Value;
    }

    public static UnitCounts Counts(JsonElement input)
    {
        ImmutableArray<JsonElement> rows = input.RequiredMember("counts").ToList();
        RatingScale scale = input.Value("categories") is { } declared ? Scale(declared) : Positions(rows[0].ToList().Length);
        return UnitCounts.Of(scale, [.. rows.SelectMany(row => row.ToList()).Select(cell => (int)cell.ToDecimal())]);
    }

    public static ContingencyTable Table(JsonElement input)
    {
        ImmutableArray<JsonElement> rows = input.RequiredMember("table").ToList();
        var cells = new long[rows.Length, rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            ImmutableArray<JsonElement> row = rows[i].ToList();
            for (int j = 0; j < rows.Length; j++)
            {
                cells[i, j] = (long)row[j].ToDecimal();
            }
        }

        RatingScale scale = input.Value("categories") is { } declared ? Scale(declared) : Positions(rows.Length);
        return ContingencyTable.Of(scale, cells);
    }

    public static AgreementWeights Weights(JsonElement input)
    {
        if (input.Value("agreementWeights") is { } matrix)
        {
            ImmutableArray<JsonElement> rows = matrix.ToList();
            var weights = new double[rows.Length, rows.Length];
            for (int i = 0; i < rows.Length; i++)
            {
                double[] row = Numbers(rows[i]);
                for (int j = 0; j < row.Length; j++)
                {
                    weights[i, j] = row[j];
                }
            }

            return AgreementWeights.FromMatrix(weights);
        }

        return input.OptionalText("weights") switch
        {
            null or "identity" => AgreementWeights.Identity,
            "linear" => AgreementWeights.Linear,
            "quadratic" => AgreementWeights.Quadratic,
            "ordinal" => AgreementWeights.Ordinal,
            "radical" => AgreementWeights.Radical,
            "ratio" => AgreementWeights.Ratio,
            { } other => throw new UnsupportedCaseException($"the weights `{other}` are not offered"),
        };
    }

    public static AlphaMetric Metric(JsonElement input) => input.OptionalText("metric") switch
    {
        "nominal" => AlphaMetric.Nominal,
        "ordinal" => AlphaMetric.Ordinal,
        "interval" => AlphaMetric.Interval,
        "ratio" => AlphaMetric.Ratio,
        var other => throw new UnsupportedCaseException($"the metric `{other}` is not offered"),
    };

    public static double[] Numbers(JsonElement list) => [.. list.ToList().Select(cell => cell.GetDouble())];

    public static double[] Numbers(JsonElement input, string name) => Numbers(input.RequiredMember(name));

    private static RatingScale Scale(JsonElement categories) => RatingScale.Of(Numbers(categories));

    private static RatingScale Positions(int count) => RatingScale.Of([.. Enumerable.Range(1, count).Select(position => (double)position)]);

    private static double? Value(JsonElement cell, string[] names) => cell.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => Array.IndexOf(names, cell.ToText()) + 1,
        _ => cell.GetDouble(),
    };
}
