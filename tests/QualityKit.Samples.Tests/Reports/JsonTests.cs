using System.Text.Json;
using QualityKit.Methods;

namespace QualityKit.Samples.Tests.Reports;

/// <summary>Averages and losses worked out again from the chats, with nothing of the sample's own arithmetic.</summary>
public sealed class JsonTests
{
    [Theory]
    [MemberData(nameof(SampleFiles.All), MemberType = typeof(SampleFiles))]
    public void What_the_chats_come_to_adds_up(string file)
    {
        using JsonDocument report = Report(file);
        JsonElement[] chats = [.. report.RootElement.GetProperty("chats").EnumerateArray()];
        JsonElement[] scored = [.. chats.Where(chat => State(chat) == "scored")];
        JsonElement overall = report.RootElement.GetProperty("overall");

        Assert.NotEmpty(scored);
        Assert.Equal(scored.Length, overall.GetProperty("scored").GetInt32());
        Assert.Equal(chats.Length - scored.Length, overall.GetProperty("skipped").GetInt32());
        Assert.All(scored, chat => Assert.True(Total(chat) >= Fraction.Zero && Total(chat) <= Fraction.One));
        AssertTally(scored, overall);
        Assert.Equal(scored.Length, report.RootElement.GetProperty("bands").EnumerateArray().Sum(band => band.GetProperty("chats").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(SampleFiles.All), MemberType = typeof(SampleFiles))]
    public void Every_agent_has_the_averages_of_their_own_chats(string file)
    {
        using JsonDocument report = Report(file);
        ILookup<string, JsonElement> chats = report.RootElement.GetProperty("chats").EnumerateArray()
            .Where(chat => State(chat) == "scored").ToLookup(chat => chat.GetProperty("agent").GetString()!);
        JsonElement[] agents = [.. report.RootElement.GetProperty("agents").EnumerateArray()];

        Assert.Equal(chats.Select(agent => agent.Key).Order(StringComparer.Ordinal), agents.Select(Name).Order(StringComparer.Ordinal));
        Assert.All(agents, agent => AssertTally([.. chats[Name(agent)]], agent));
        (Fraction, string)[] order = [.. agents.Select(agent => (Parsed(agent.GetProperty("mean").GetProperty("value")), Name(agent)))];
        Assert.Equal(order.OrderBy(agent => agent.Item1).ThenBy(agent => agent.Item2, StringComparer.Ordinal), order);
    }

    [Theory]
    [MemberData(nameof(SampleFiles.All), MemberType = typeof(SampleFiles))]
    public void What_questions_lost_and_what_failures_took_is_all_that_is_missing(string file)
    {
        using JsonDocument report = Report(file);
        JsonElement[] scored = [.. report.RootElement.GetProperty("chats").EnumerateArray().Where(chat => State(chat) == "scored")];

        Fraction lost = Sum(report.RootElement.GetProperty("questions").EnumerateArray().Select(question => Parsed(question.GetProperty("lost"))));
        Fraction taken = Sum(scored.Select(chat => Parsed(chat.GetProperty("rawTotal").GetProperty("value")) - Total(chat)));

        Assert.Equal(Fraction.Of(scored.Length) - Sum(scored.Select(Total)), lost + taken);
        foreach (JsonElement question in report.RootElement.GetProperty("questions").EnumerateArray())
        {
            string key = question.GetProperty("question").GetString()!;
            Fraction[] values =
            [
                .. scored.Select(chat => chat.GetProperty("questions"))
                    .Where(questions => questions.TryGetProperty(key, out _)).Select(questions => Parsed(questions.GetProperty(key))),
            ];
            Assert.Equal(values.Length, question.GetProperty("counted").GetInt32());
            Assert.Equal(Sum(values) / Fraction.Of(values.Length), Parsed(question.GetProperty("meanValue")));
        }
    }

    private static void AssertTally(JsonElement[] scored, JsonElement tally)
    {
        Fraction possible = Sum(scored.Select(chat => Parsed(chat.GetProperty("possible"))));
        Assert.Equal(Sum(scored.Select(Total)) / Fraction.Of(scored.Length), Parsed(tally.GetProperty("mean").GetProperty("value")));
        Assert.Equal(
            Sum(scored.Select(chat => Total(chat) * Parsed(chat.GetProperty("possible")))) / possible,
            Parsed(tally.GetProperty("ratioOfSums").GetProperty("value")));
        Assert.Equal(scored.Count(chat => chat.GetProperty("outcome").GetString() == "passed"), tally.GetProperty("passed").GetInt32());
        Assert.Equal(scored.Count(chat => chat.GetProperty("failures").GetArrayLength() > 0), tally.GetProperty("withFailure").GetInt32());
    }

    private static JsonDocument Report(string file) => JsonDocument.Parse(ProgramRun.Of(file, "--json", "-").OutputBytes);

    private static string State(JsonElement chat) => chat.GetProperty("state").GetString()!;

    private static string Name(JsonElement agent) => agent.GetProperty("agent").GetString()!;

    private static Fraction Total(JsonElement chat) => Parsed(chat.GetProperty("total").GetProperty("value"));

    private static Fraction Parsed(JsonElement text)
    {
        Assert.True(Fraction.TryParse(text.GetString(), out Fraction fraction));
        return fraction;
    }

    private static Fraction Sum(IEnumerable<Fraction> fractions) => fractions.Aggregate(Fraction.Zero, (sum, fraction) => sum + fraction);
}
