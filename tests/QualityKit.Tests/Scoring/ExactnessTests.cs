using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Reference;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Numbers of any size stay exact (rule S1), and forms of any size score.</summary>
public sealed class ExactnessTests
{
    private const decimal Tiny = 0.0000000000000000000000000001m;
    private const decimal Huge = 79000000000000000000000000000m;

    public static TheoryData<string> Methods =>
        ["groupWeights", "groupWeights points", "questionWeights", "weightedPoints", "totalPoints", "deductions", "sum", "grade"];

    // Tiny / (Tiny + Huge) = 1 / (1 + 79 x 10^55).
    [Fact]
    public void The_smallest_and_the_largest_weight_of_all_stay_exact()
    {
        const string exact = "1/790000000000000000000000000000000000000000000000000000001";
        ChoiceQuestion light = Ask.YesNo("a", "A") with { Weight = Tiny };
        ChoiceQuestion heavy = Ask.YesNo("b", "B") with { Weight = Huge };
        Assert.Equal(exact, Total(ScoringMethod.Default, "a=yes b=no", Ask.Group("G", 1, light, heavy)));
        Assert.Equal(exact, Total(ScoringMethod.Default with { Combination = Combination.QuestionWeights }, "a=yes b=no", Ask.Group("G", 1, light, heavy)));
        Assert.Equal(exact, Total(ScoringMethod.Default with { Combination = Combination.WeightedPoints }, "a=yes b=no", Ask.Group("G", 1, light, heavy)));
        Assert.Equal(exact, Total(ScoringMethod.Default, "a=yes b=no", Ask.Group("G", Tiny, Ask.YesNo("a", "A")), Ask.Group("H", Huge, Ask.YesNo("b", "B"))));
    }

    [Fact]
    public void The_largest_points_add_up_exactly() => Assert.Equal(
        "158000000000000000000000000000",
        Total(ScoringMethod.Default with { Combination = Combination.Sum }, "a=yes b=yes", Ask.Group("G", 1, Ask.YesNo("a", "A", Huge), Ask.YesNo("b", "B", Huge))));

    [Fact]
    public void A_sum_of_the_largest_points_and_weights_goes_beyond_decimals() => Assert.Equal(
        "6241" + new string('0', 54),
        Total(ScoringMethod.Default with { Combination = Combination.Sum }, "a=yes", Ask.Group("G", 1, Ask.YesNo("a", "A", Huge) with { Weight = Huge })));

    [Theory]
    [InlineData(27)]
    [InlineData(60)]
    public void Denominators_of_many_primes_stay_exact(int questions)
    {
        int[] primes = [.. Enumerable.Range(2, 400).Where(number => Enumerable.Range(2, number - 2).All(divisor => number % divisor != 0)).Take(questions)];
        FormItem[] items = [.. primes.Select(prime => Ask.Choice($"q{prime}", "Q", ("all", prime), ("one", 1), ("none", 0)))];
        string answers = string.Join(' ', primes.Select(prime => $"q{prime}=one"));
        Fraction mean = primes.Aggregate(Fraction.Zero, (sum, prime) => sum + Fraction.Of(1, prime)) / primes.Length;
        Assert.Equal(mean.ToString(), Total(ScoringMethod.Default, answers, Ask.Group("G", 1, items)));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_large_form_five_groups_deep_scores_as_specified(string combination)
    {
        (string form, string answers) = Large(combination, GeneratedCases.AreFew ? 60 : 1000);
        JsonObject expected = ReferenceScorer.Score(JsonDocument.Parse(form).RootElement, JsonDocument.Parse(answers).RootElement);
        Assert.Null(LibraryScore.Difference(expected, form, answers));
    }

    // Chains of five groups with four questions in each, each question answered, marked N/A or hidden by its number.
    private static (string Form, string Answers) Large(string combination, int questions)
    {
        string[] words = combination.Split(' ');
        var method = new JsonObject { ["combination"] = words[0] };
        method.Add(words[0] switch { "deductions" => "from", "grade" => "failure", "groupWeights" => "within", _ => "notApplicable" }, words[0] switch
        {
            "deductions" => 1000,
            "grade" => "outcomeOnly",
            "groupWeights" => words.Length > 1 ? words[1] : "questionWeights",
            _ => "leavesForm",
        });
        var given = new JsonObject();
        var groups = new JsonArray();
        for (int chain = 0; chain * 20 < questions; chain++)
        {
            groups.Add((JsonNode)Chain(chain, 0, given));
        }

        var form = new JsonObject { ["format"] = "qualitykit.form/1", ["key"] = "large", ["name"] = "Large", ["method"] = method, ["groups"] = groups };
        return (form.ToJsonString(), new JsonObject { ["format"] = "qualitykit.answers/1", ["answers"] = given }.ToJsonString());
    }

    private static JsonObject Chain(int chain, int depth, JsonObject given)
    {
        var items = new JsonArray();
        for (int place = 0; place < 4; place++)
        {
            int number = (((chain * 5) + depth) * 4) + place;
            var question = new JsonObject
            {
                ["type"] = "choice",
                ["key"] = $"q{number}",
                ["text"] = "Q",
                ["weight"] = 1 + (number % 7),
                ["allowsNotApplicable"] = true,
                ["options"] = new JsonArray([.. new[] { 5, 3, 0 }.Select(points => new JsonObject { ["key"] = $"p{points}", ["text"] = "P", ["points"] = points })]),
            };
            if (number % 11 == 10)
            {
                question["visibleWhen"] = new JsonObject { ["answered"] = new JsonObject { ["question"] = $"q{number - 1}", ["options"] = new JsonArray("p5") } };
            }

            items.Add((JsonNode)question);
            given[$"q{number}"] = number % 13 == 12
                ? new JsonObject { ["notApplicable"] = true }
                : new JsonObject { ["options"] = new JsonArray($"p{new[] { 5, 3, 0 }[number * 7 % 3]}") };
        }

        if (depth < 4)
        {
            items.Add((JsonNode)Chain(chain, depth + 1, given));
        }

        return new JsonObject { ["type"] = "group", ["key"] = $"g{chain}-{depth}", ["title"] = "G", ["weight"] = 1 + ((chain + depth) % 3), ["items"] = items };
    }

    private static string Total(ScoringMethod method, string answers, params Group[] groups)
    {
        FormDraft draft = EvaluationForm.Draft("F").ScoredBy(method) with { Groups = [.. groups] };
        return Scorer.Score(draft.Publish().Value, Sheets.Of(answers)).Total!.Value.Value.ToString();
    }
}
