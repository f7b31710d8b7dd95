using System.Globalization;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Wire;

namespace QualityKit.Tests.Scoring;

/// <summary>Looks whether a law holds for a case (<see cref="Law.Look"/>).</summary>
internal static class LawLooks
{
    private static readonly string[] Cultures = ["", "da-DK", "ar-SA", "tr-TR", "th-TH"];

    public static string? WithinBounds(LawCase given)
    {
        LawCase plain = given.With(LawChanges.BoundPoints);
        if (plain.Score() is not { Total: { } total } card)
        {
            return null;
        }

        Fraction most = MostOf(plain, card);
        return total.Value.Sign >= 0 && total.Value <= most ? Law.Holds : $"{total.Value} is not from 0 to {most}\n{plain}";
    }

    public static string? ScalingAllWeights(LawCase given) => Scaling(given, (law, factor) => LawChanges.ScaleWeights(law.Items, factor));

    public static string? ScalingQuestionWeights(LawCase given) => Scaling(given, (law, factor) => LawChanges.ScaleWeights(law.Questions, factor));

    public static string? AnyOrder(LawCase given) =>
        Same(given.Score(), given.With(LawChanges.Shuffle).Score(), given, LawLines.Sorted);

    public static string? HiddenEqualsAbsent(LawCase given) =>
        Same(given.Score(), given.With(LawChanges.AddHidden).Score(), given, LawLines.WithoutAdded);

    public static string? NotApplicableInsteadOfFullMarks(LawCase given) => Marked(given, isOneScale: given.TakesPoints, (before, after, _, law) =>
        IsNotBetter(law, after.Total, before.Total!.Value.Value) ? Law.Holds : $"{before.Total!.Value.Value} becomes {after.Total!.Value.Value}\n{law}");

    public static string? NotApplicableLeavesItToTheOthers(LawCase given) => Marked(given, isOneScale: false, (_, after, marked, law) =>
    {
        Fraction[] others = [.. after.Questions.Where(question => question.State == QuestionState.Answered && question.Key != marked).Select(question => question.Value).OfType<Fraction>()];
        return others.Length == 0 ? null
            : IsNotBetter(law, after.Total, law.Combination == LawColumn.Grade ? others.Min() : others.Max()) ? Law.Holds
            : $"{after.Total!.Value.Value} is better than all of {string.Join(", ", others)}\n{law}";
    });

    public static string? FailureDominates(LawCase given)
    {
        LawCase failing = given.With(LawChanges.FailTheForm);
        if (given.Score() is not { } before || before.Failures.Any(failure => failure.Group is null) || failing.Score() is not { } card || !card.Failures.Any(failure => failure.Group is null))
        {
            return null;
        }

        bool dominates = card.Outcome == Outcome.Failed && card.RawTotal == before.RawTotal && (card.Total is not { } total || (total.Value.Sign <= 0 && total <= card.RawTotal));
        return dominates ? Law.Holds : $"{before} becomes {card}, raw {before.RawTotal} becomes {card.RawTotal}\n{failing}";
    }

    public static string? WeightlessGroup(LawCase given)
    {
        LawCase plain = given.With(law =>
        {
            law.Form.Remove("pass");
            law.Method.Remove("leastAnswers");
            law.Method.Remove("leastAnswersEffect");
        });
        return plain.Score() is { Total: not null } card ? Same(card, plain.With(LawChanges.AddWeightless).Score(), plain, LawLines.WithoutAddedAndSubScores) : null;
    }

    public static string? ExplanationAddsUp(LawCase given)
    {
        if (given.Score() is not { } card)
        {
            return null;
        }

        ExplanationProof proof = ExplanationProof.Of(ScorecardJson.Write(card.Explanation()));
        Fraction weights = card.Questions.Where(question => question.Question is ScoredQuestion { IsBonus: false })
            .Aggregate(Fraction.Zero, (sum, question) => sum + (question.AppliedWeight ?? Fraction.Zero));
        bool isWhole = card.RawTotal is null || given.Combination is LawColumn.Sum or LawColumn.Deductions || weights == Fraction.One;
        return proof.Problems.Count == 0 && isWhole && proof.Total?.ToString() == card.Total?.Value.ToString()
            ? Law.Holds
            : $"the weights add up to {weights}\n{string.Join("\n", proof.Problems)}\n{card.Explain()}\n{given}";
    }

    public static string? JsonRoundTrip(LawCase given)
    {
        if (given.Score() is not { } card)
        {
            return null;
        }

        EvaluationForm form = FormJson.ReadPublished(FormJson.Write(card.Form)).Value;
        byte[] written = AnswerSheetJson.Write(card.Answers.Sheet);
        AnswerSheet answers = AnswerSheetJson.Read(written).Value;
        bool isSame = form.Equals(card.Form) && form.CanonicalBytes.SequenceEqual(card.Form.CanonicalBytes) && AnswerSheetJson.Write(answers).SequenceEqual(written);
        return isSame && ScorecardJson.Write(Scorer.Score(form, answers)).SequenceEqual(ScorecardJson.Write(card)) ? Law.Holds : $"{given}";
    }

    public static string? AnyCulture(LawCase given)
    {
        if (given.Score() is null)
        {
            return null;
        }

        string[] written = [.. Cultures.Select(culture => InCulture(culture, () =>
        {
            Scorecard card = given.Score()!;
            return Convert.ToHexString(ScorecardJson.Write(card)) + Convert.ToHexString(ScorecardJson.Write(card.Explanation())) + card.Explain() + card;
        }))];
        return written.Distinct().Count() == 1 ? Law.Holds : $"{given}";
    }

    public static T InCulture<T>(string culture, Func<T> act)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Fraction MostOf(LawCase given, Scorecard card) => given switch
    {
        { Combination: LawColumn.Sum } => LawChanges.PathWeights(given).Aggregate(Fraction.Zero, (sum, weight) => sum + (weight.Value * MostOf(card.Question(weight.Key), card))),
        { TakesPoints: true, Combination: not LawColumn.Deductions } => MostOfAny(card),
        _ => Fraction.One,
    };

    // A mean of other questions may fill in more points than a question has.
    private static Fraction MostOf(QuestionScore question, Scorecard card) => question.State == QuestionState.Filled ? MostOfAny(card) : question.Highest!.Value;

    private static Fraction MostOfAny(Scorecard card) => card.Questions.Max(question => question.Highest ?? Fraction.Zero);

    private static string? Scaling(LawCase given, Action<LawCase, decimal> scale)
    {
        decimal factor = new[] { 2m, 0.5m, 7m, 0.3m }[given.Seed & 3];
        return Same(given.Score(), given.With(law => scale(law, factor)).Score(), given, LawLines.WithoutPossible);
    }

    // Before: a question has full marks. After: the same question is marked N/A.
    private static string? Marked(LawCase given, bool isOneScale, Func<Scorecard, Scorecard, string, LawCase, string?> judge)
    {
        LawCase plain = given.With(law => LawChanges.Soften(law, isOneScale));
        if (LawChanges.Pick(plain) is not { } question)
        {
            return null;
        }

        LawCase full = plain.With(law => LawChanges.AnswerBest(law, LawCase.Key(question)));
        LawCase marked = full.With(law => law.Given[LawCase.Key(question)] = new JsonObject { ["notApplicable"] = true });
        return full.Score() is { Total: not null } before && HasFullMarks(law: full, before.Question(LawCase.Key(question))) && marked.Score() is { Total: not null } after
            ? judge(before, after, LawCase.Key(question), marked)
            : null;
    }

    private static bool HasFullMarks(LawCase law, QuestionScore question) =>
        question.State == QuestionState.Answered && (law.TakesPoints || question.Value == Fraction.One);

    private static bool IsNotBetter(LawCase law, Score? after, Fraction than) =>
        law.Combination == LawColumn.Grade ? after!.Value.Value >= than : after!.Value.Value <= than;

    private static string? Same(Scorecard? before, Scorecard? after, LawCase given, Func<Scorecard, JsonNode> lines) =>
        before is null || after is null ? null
        : JsonNode.DeepEquals(lines(before), lines(after)) ? Law.Holds
        : $"{lines(before).ToJsonString()}\n{lines(after).ToJsonString()}\n{given}";
}
