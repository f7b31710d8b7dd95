using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Reference;
using QualityKit.Rescoring;
using QualityKit.Scoring;
using QualityKit.Tests.Scoring;
using QualityKit.Wire;

namespace QualityKit.Tests.Rescoring;

/// <summary>Forms and sheets by chance, the same for the same seed.</summary>
internal static class RandomColumns
{
    /// <summary>Forms that are likely to be scored by columns: weights, conditions, N/A, failures, marks and bands.</summary>
    public static EvaluationForm Form(int seed)
    {
        var random = new Random(seed);
        FormDraft draft = EvaluationForm.Draft("F").PassesAt(random.Next(1, 20) * 5).Band("Low", 0).Band("Good", 60).Band("Best", random.Next(61, 100))
            .ScoredBy(Method(random));
        var earlier = new List<ChoiceQuestion>();
        int groups = random.Next(1, 6);
        for (int group = 0; group < groups; group++)
        {
            Condition? condition = random.Next(4) == 0 ? ConditionOn(random, earlier) : null;
            var items = new List<FormItem>();
            int questions = random.Next(1, 8);
            for (int position = 0; position < questions; position++)
            {
                items.Add(Question(random, $"q{group}-{position}", earlier));
            }

            earlier.AddRange(items.OfType<ChoiceQuestion>());
            draft = draft.Group(new Group { Key = $"g{group}", Title = "G", Weight = random.Next(1, 10), Items = [.. items], VisibleWhen = condition });
        }

        return draft.Publish().Value;
    }

    /// <summary>The forms of generated cases: every feature there is, most of them scored row by row.</summary>
    public static IEnumerable<EvaluationForm> Generated(int count) =>
        GeneratedCases.Many(count).Select(generated => FormJson.Read(generated.Form).Value.Publish()).Where(form => form.IsValid).Select(form => form.Value);

    /// <summary>Sheets by chance; some are dense with full marks, N/A or no answers.</summary>
    public static long[][] Sheets(EvaluationForm form, int count, int seed)
    {
        var random = new Random(seed);
        ScoringPlan plan = ScoringPlan.For(form);
        return [.. Enumerable.Range(0, count).Select(_ => Sheet(random, plan))];
    }

    public static AnswerColumns Columns(EvaluationForm form, IEnumerable<long[]> sheets)
    {
        var builder = new AnswerColumnsBuilder(form);
        foreach (long[] sheet in sheets)
        {
            builder.Add(sheet);
        }

        return builder.Build();
    }

    private static long[] Sheet(Random random, ScoringPlan plan)
    {
        var codes = new long[plan.Layout.Length];
        int special = random.Next(8) == 0 ? random.Next(100) : random.Next(10);
        bool isFull = random.Next(5) == 0;
        foreach (QuestionPlan question in plan.Questions)
        {
            for (int word = 0; word < question.Words; word++)
            {
                long highest = CompiledForm.HighestCode(question, word);
                codes[question.Slot + word] = isFull ? 0 : random.NextInt64(highest + 1);
            }

            if (random.Next(100) < special)
            {
                codes.AsSpan(question.Slot, question.Words).Clear();
                codes[question.Slot] = random.Next(2) == 0 ? FlatAnswer.NotApplicable : FlatAnswer.Unanswered;
            }
        }

        return codes;
    }

    private static ScoringMethod Method(Random random)
    {
        NotApplicableRule notApplicable = (NotApplicableRule)random.Next(4);
        Combination combination = random.Next(6) switch
        {
            0 => Combination.QuestionWeights,
            1 => Combination.TotalPoints,
            2 => Combination.GroupWeights(GroupBasis.Points),
            _ => Combination.GroupWeights(GroupBasis.QuestionWeights),
        };
        return ScoringMethod.Default with
        {
            Combination = combination,
            NotApplicable = Enum.IsDefined(notApplicable) ? notApplicable : NotApplicableRule.StaysInGroup,
            Unanswered = (UnansweredRule)random.Next(2),
            Failure = (FailureEffect)random.Next(2),
        };
    }

    private static FormItem Question(Random random, string key, List<ChoiceQuestion> earlier)
    {
        ScoredQuestion question = random.Next(8) switch
        {
            0 => Ask.Number(key, "N?", (0, 30, 4), (31, 90, 1), (91, random.Next(100, 253), 0)),
            1 => Ask.MultiSelect(key, "M?", [.. Enumerable.Range(0, random.Next(1, 7)).Select(option => ($"o{option}", (decimal)option + 1))]),
            2 => Ask.Range(key, "R?", 0, 10),
            3 => Ask.Choice(key, "C?", [.. Enumerable.Range(0, random.Next(2, 20)).Select(option => ($"o{option}", (decimal)(20 - option)))]),
            4 => Ask.Choice(key, "C?", ("yes", 4), ("mostly", 3), ("partly", 2), ("no", 0)),
            _ => Ask.YesNo(key, "Y?"),
        };
        return question with
        {
            Weight = random.Next(3) == 0 ? 1.5m : random.Next(1, 4),
            AllowsNotApplicable = true,
            IsRequired = random.Next(2) == 0,
            IsFatal = random.Next(25) == 0 && question is not MultiSelectQuestion,
            VisibleWhen = random.Next(4) == 0 ? ConditionOn(random, earlier) : null,
        };
    }

    private static Condition? ConditionOn(Random random, List<ChoiceQuestion> earlier)
    {
        if (earlier.Count == 0)
        {
            return null;
        }

        ChoiceQuestion question = earlier[random.Next(earlier.Count)];
        Condition answered = When.Answered(question.Key, question.Options[random.Next(question.Options.Length)].Key);
        return random.Next(6) switch
        {
            0 => new Negation { Part = answered },
            1 => new AnyOf { Parts = [answered, new MarkedNotApplicable { Question = question.Key }] },
            2 => new AllOf { Parts = [new Negation { Part = new LeftUnanswered { Question = question.Key } }, new Negation { Part = answered }] },
            _ => answered,
        };
    }
}
