using System.Text.Json;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Wire;

namespace QualityKit.Tests.Scoring;

/// <summary>What holds of the difference between any two scores (rule S23).</summary>
public sealed class ScoreDiffLawTests
{
    [Fact]
    public void The_lines_add_up_to_the_change_of_other_answers()
    {
        var methods = new HashSet<CombinationKind>();
        foreach ((long seed, Scorecard before, Scorecard after) in DiffCases.OtherAnswers(600, most: 4).Concat(DiffCases.OtherAnswers(100, most: 30)))
        {
            AssertAddsUp(seed, before, after);
            methods.Add(before.Form.Method.Combination.Kind);
        }

        Assert.True(GeneratedCases.AreFew || methods.Count == Enum.GetValues<CombinationKind>().Length, string.Join(", ", methods));
    }

    [Fact]
    public void The_lines_add_up_to_the_change_of_another_form_and_method()
    {
        var kinds = new HashSet<ScoreDiffStepKind>();
        foreach ((long seed, Scorecard before, Scorecard after) in DiffCases.OtherForms(500))
        {
            AssertAddsUp(seed, before, after);
            kinds.UnionWith(ScoreDiff.Between(before, after).Steps.Select(step => step.Kind));
        }

        // Forms that take form and method in one step are rare, so ScoreDiffTests makes one by hand.
        Assert.True(GeneratedCases.AreFew || kinds.IsSupersetOf([ScoreDiffStepKind.Answers, ScoreDiffStepKind.Form, ScoreDiffStepKind.Method]), string.Join(", ", kinds));
    }

    [Fact]
    public void An_answer_that_did_not_change_has_no_line()
    {
        foreach ((long seed, Scorecard before, Scorecard after) in DiffCases.OtherAnswers(300, most: 4))
        {
            string[] same = [.. before.Form.Questions.Select((question, position) => (question.Key, position))
                .Where(question => Answer(before, question.position) == Answer(after, question.position)).Select(question => question.Key)];
            ScoreDiff diff = ScoreDiff.Between(before, after);

            Assert.All(
                diff.Steps.Where(step => step.Split != ScoreDiffSplit.LineByLine).SelectMany(step => step.Lines),
                line => Assert.False(same.Contains(line.Subject), $"QUALITYKIT_SEED={seed} {line.Subject}"));
        }
    }

    [Fact]
    public void Every_answer_that_changed_has_one_line()
    {
        foreach ((long seed, Scorecard before, Scorecard after) in DiffCases.OtherAnswers(300, most: 4))
        {
            IEnumerable<string> other = before.Form.Questions.Select((question, position) => (question.Key, position))
                .Where(question => Answer(before, question.position) != Answer(after, question.position)).Select(question => question.Key);
            ScoreDiff diff = ScoreDiff.Between(before, after);

            if (diff.Steps is [{ Split: not ScoreDiffSplit.LineByLine }])
            {
                Assert.True(other.SequenceEqual(diff.Lines.Select(line => line.Subject)), $"QUALITYKIT_SEED={seed}");
            }
        }
    }

    [Fact]
    public void Amounts_of_answers_are_the_mean_over_all_orders_of_changing_them()
    {
        int looked = 0;
        foreach ((long seed, Scorecard before, Scorecard after) in DiffCases.OtherAnswers(300, most: 4))
        {
            if (ScoreDiff.Between(before, after).Steps is [{ Split: ScoreDiffSplit.Shapley } step] && before.Answers.Sheet.NotApplicableGroups.IsEmpty)
            {
                looked++;
                Dictionary<string, Fraction> expected = MeanOverOrders.Of(before, after, [.. step.Lines.Select(line => line.Subject)]);
                Assert.All(step.Lines, line => Assert.True(expected[line.Subject] == line.Amount!.Value.Value, $"QUALITYKIT_SEED={seed} {line.Subject}"));
            }
        }

        Assert.True(GeneratedCases.AreFew || looked > 50, $"{looked} were looked at");
    }

    [Fact]
    public void Backwards_other_answers_have_the_opposite_amounts()
    {
        foreach ((long seed, Scorecard before, Scorecard after) in DiffCases.OtherAnswers(200, most: 4).Concat(DiffCases.OtherAnswers(60, most: 30)))
        {
            IEnumerable<string> there = ScoreDiff.Between(before, after).Lines.Select(line => $"{line.Subject} {line.Amount?.Value}");
            IEnumerable<string> back = ScoreDiff.Between(after, before).Lines.Select(line => $"{line.Subject} {-line.Amount?.Value}");

            Assert.True(there.Order(StringComparer.Ordinal).SequenceEqual(back.Order(StringComparer.Ordinal)), $"QUALITYKIT_SEED={seed}");
        }
    }

    [Fact]
    public void A_score_does_not_differ_from_itself()
    {
        foreach ((_, Scorecard before, _) in DiffCases.OtherAnswers(100, most: 1))
        {
            ScoreDiff diff = ScoreDiff.Between(before, before);

            Assert.Empty(diff.Steps);
            Assert.Equal(before.Total is null, diff.Change is null);
            Assert.Equal(Fraction.Zero, diff.Change?.Value ?? Fraction.Zero);
        }
    }

    [Fact]
    public void A_program_finds_every_amount_of_a_value_or_weight_from_its_numbers()
    {
        int looked = 0;
        foreach ((long seed, Scorecard before, Scorecard after) in DiffCases.OtherForms(200))
        {
            using var json = JsonDocument.Parse(ScoreDiffJson.Write(ScoreDiff.Between(before, after)));
            foreach (JsonElement line in Lines(json).Where(line => line.TryGetProperty("amount", out _) && line.GetProperty("arguments").TryGetProperty("times", out _)))
            {
                JsonElement arguments = line.GetProperty("arguments");
                string suffix = arguments.TryGetProperty("valueAfter", out _) ? "value" : "";
                Fraction was = Number(arguments, suffix.Length == 0 ? "before" : "valueBefore");
                Fraction now = Number(arguments, suffix.Length == 0 ? "after" : "valueAfter");
                looked++;
                Assert.True((now - was) * Number(arguments, "times") == Number(line, "amount"), $"QUALITYKIT_SEED={seed} {line}");
            }
        }

        Assert.True(GeneratedCases.AreFew || looked > 50, $"{looked} were looked at");
    }

    private static void AssertAddsUp(long seed, Scorecard before, Scorecard after)
    {
        ScoreDiff diff = ScoreDiff.Between(before, after);
        bool hasChange = before.Total is { } was && after.Total is { } now && was.Unit == now.Unit;
        Assert.True(hasChange == diff.Change is not null, $"QUALITYKIT_SEED={seed}");
        Assert.True(diff.Lines.All(line => line.Amount is not null == hasChange), $"QUALITYKIT_SEED={seed}");
        if (diff.Change is not { } change)
        {
            Assert.All(diff.Steps, step => Assert.Equal(ScoreDiffSplit.None, step.Split));
            return;
        }

        Assert.True(change.Value == after.Total!.Value.Value - before.Total!.Value.Value, $"QUALITYKIT_SEED={seed}");
        Assert.All(diff.Steps, step => Assert.True(Sum(step.Lines) == step.Change!.Value.Value, $"QUALITYKIT_SEED={seed} {diff}"));
        Assert.True(Sum(diff.Lines) == change.Value, $"QUALITYKIT_SEED={seed} {diff}");
        using var json = JsonDocument.Parse(ScoreDiffJson.Write(diff));
        Assert.True(
            Lines(json).Aggregate(Fraction.Zero, (sum, line) => sum + Number(line, "amount")) == Number(json.RootElement, "change"),
            $"QUALITYKIT_SEED={seed} {diff}");
    }

    private static Fraction Sum(IEnumerable<ScoreDiffLine> lines) => lines.Aggregate(Fraction.Zero, (sum, line) => sum + line.Amount!.Value.Value);

    private static IEnumerable<JsonElement> Lines(JsonDocument json) =>
        json.RootElement.GetProperty("steps").EnumerateArray().SelectMany(step => step.GetProperty("lines").EnumerateArray());

    private static Fraction Number(JsonElement element, string member)
    {
        Assert.True(Fraction.TryParse(element.GetProperty(member).GetString(), out Fraction number));
        return number;
    }

    private static string Answer(Scorecard card, int question)
    {
        int slot = card.Form.Questions.Take(question).Sum(Words);
        return string.Join(' ', card.Answers.FlatCodes.Slice(slot, Words(card.Form.Questions[question])).ToArray());
    }

    private static int Words(Question question) => question is MultiSelectQuestion select ? ((select.Options.Length - 1) / 62) + 1 : 1;
}
