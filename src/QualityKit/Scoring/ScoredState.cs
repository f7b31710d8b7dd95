using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Answers under a form with their score: a station on the way from a score to another (rule S23).</summary>
internal sealed class ScoredState(ScoringPlan plan, long[] codes, Calculation calculation)
{
    public ScoringPlan Plan { get; } = plan;

    public long[] Codes { get; } = codes;

    public Calculation Calculation { get; } = calculation;

    public ScoreUnit Unit => Plan.Method.Unit;

    public Score? Total => Calculation.Total is { } total ? new Score(total, Unit) : null;

    public static ScoredState Of(Scorecard card) => new(card.Answers.Plan, card.Answers.FlatCodes.ToArray(), card.Calculation);

    /// <summary>Answers that may be incomplete, as in a preview.</summary>
    public static ScoredState Of(ScoringPlan plan, long[] codes) => new(plan, codes, new Calculation(plan, codes, isPreview: true));

    /// <summary>The question of a key; null when the form has none.</summary>
    public QuestionLine? Find(string key) =>
        Plan.Form.Index.QuestionAt(key) is >= 0 and int position ? Calculation.Questions[position] : null;

    public ReadOnlySpan<long> CodesOf(QuestionPlan question) => Codes.AsSpan(question.Slot, question.Words);

    public bool Fails(string question) => Calculation.Failures.Any(failure => failure.Question == question);

    /// <summary>The answer to a question, read from its codes: an <see cref="Answer"/>, the word <c>given</c> for a text or date, null for none.</summary>
    public object? AnswerTo(QuestionPlan question) => Codes[question.Slot] switch
    {
        FlatAnswer.NotApplicable => NotApplicableAnswer.Instance,
        FlatAnswer.Unanswered => null,
        long code => question.Source switch
        {
            ChoiceQuestion choice => Selected([choice.Options[(int)code].Key]),
            MultiSelectQuestion select => Selected([.. OptionsOf(select, question).Order(StringComparer.Ordinal)]),
            NumberQuestion number => new NumberAnswer { Value = (Fraction.From(number.Ranges[0].Minimum) + (Fraction.From(number.Step) * Fraction.Of(code))).ToDecimal() },
            _ => "given",
        },
    };

    private IEnumerable<string> OptionsOf(MultiSelectQuestion select, QuestionPlan question)
    {
        long[] words = CodesOf(question).ToArray();
        return select.Options.Where((_, position) => OptionBits.Has(words, position)).Select(option => option.Key);
    }

    private static SelectedOptions Selected(ImmutableArray<string> options) => new() { Options = options };
}
