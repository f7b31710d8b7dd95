using System.Text;
using System.Text.Json.Nodes;
using QualityKit.Reference;
using QualityKit.Reference.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>The vectors of agreement, in the format of published cases, as the reference computes them. <c>QUALITYKIT_WRITE_VECTORS=1</c> writes them anew.</summary>
public sealed class StatisticVectorTests
{
    private const int Tables = 16;

    [Fact]
    public void The_vectors_are_what_the_reference_computes()
    {
        string text = Generate();
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_VECTORS") == "1")
        {
            File.WriteAllText(SourceFile(), text, new UTF8Encoding(false));
        }

        Assert.Equal(File.ReadAllText(SourceFile()), text);
    }

    private static string SourceFile()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "QualityKit.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the solution is not above the tests");
        }

        return Path.Combine(folder, "tests", "vectors", "vendors", "statistics.json");
    }

    private static string Generate()
    {
        IEnumerable<string> lines = Enumerable.Range(1, Tables).SelectMany(seed => Cases(seed, GeneratedRatings.One(new Random(seed)))).Select(json => "  " + json.ToJsonString());
        return "{\n \"purpose\": \"Coefficients of agreement, computed in exact fractions by tests/QualityKit.Reference. The ratings are our own.\",\n"
            + " \"comparison\": \"numbers to the tolerance; null means that there is no value\",\n \"cases\": [\n" + string.Join(",\n", lines) + "\n ]\n}\n";
    }

    private static IEnumerable<JsonObject> Cases(int seed, GeneratedRatings generated)
    {
        foreach ((string metric, Func<IReadOnlyList<ExactNumber>, ExactNumber, ExactNumber, ExactNumber> difference) in new[]
        {
            ("nominal", (Func<IReadOnlyList<ExactNumber>, ExactNumber, ExactNumber, ExactNumber>)ExactAlpha.Nominal),
            ("ordinal", ExactAlpha.Ordinal),
            ("interval", ExactAlpha.Interval),
            ("ratio", ExactAlpha.Ratio),
        })
        {
            (ExactNumber? alpha, ExactNumber? observed, ExactNumber? expected) = ExactAlpha.Of(generated.ExactUnits, difference);
            yield return Case($"s-alpha-{metric}-{seed}", "krippendorff", generated, ("metric", metric), new JsonObject
            {
                ["alpha"] = Number(alpha),
                ["observedDisagreement"] = Number(observed),
                ["expectedDisagreement"] = Number(expected),
            });
        }

        if (!generated.Cells.Any(row => row.Count(cell => cell is not null) > 1) || generated.Cells.SelectMany(row => row).OfType<int>().Distinct().Count() < 2)
        {
            yield break;
        }

        foreach ((string name, Func<IReadOnlyList<ExactNumber>, ExactNumber[,]> weights) in new[]
        {
            ("identity", (Func<IReadOnlyList<ExactNumber>, ExactNumber[,]>)ExactWeights.Identity),
            ("linear", ExactWeights.Linear),
            ("quadratic", ExactWeights.Quadratic),
        })
        {
            var exact = new ExactAgreement(generated.Exact, weights(generated.Exact.Categories));
            var expected = new JsonObject();
            Add(expected, "percentAgreement", exact.Percent());
            Add(expected, "gwetAc", exact.Gwet());
            Add(expected, "fleissKappa", exact.Fleiss());
            Add(expected, "brennanPrediger", exact.BrennanPrediger());
            Add(expected, "krippendorffAlpha", exact.Alpha());
            yield return Case($"s-agreement-{name}-{seed}", "cac.raw", generated, ("weights", name), expected);
        }
    }

    private static JsonObject Case(string id, string kind, GeneratedRatings generated, (string Name, string Value) option, JsonObject expected) => new()
    {
        ["id"] = id,
        ["kind"] = kind,
        ["source"] = "the reference, in exact fractions",
        ["input"] = new JsonObject
        {
            ["ratings"] = new JsonArray([.. generated.Cells.Select(row => new JsonArray([.. row.Select(cell => cell is { } k ? JsonValue.Create(generated.Values[k]) : null)]))]),
            ["categories"] = new JsonArray([.. generated.Values.Select(value => JsonValue.Create(value))]),
            [option.Name] = option.Value,
        },
        ["expected"] = expected,
        ["tolerance"] = 1e-9,
    };

    private static void Add(JsonObject expected, string name, ExactCoefficient coefficient)
    {
        expected[name] = Number(coefficient.Value);
        expected[name + "Se"] = coefficient.Variance is { } variance && coefficient.Value is not null ? JsonValue.Create(Math.Sqrt(Real.Of(variance).ToDouble())) : null;
    }

    private static JsonValue? Number(ExactNumber? value) => value is null ? null : JsonValue.Create(Real.Of(value).ToDouble());
}
