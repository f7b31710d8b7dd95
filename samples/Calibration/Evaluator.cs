using BatchScoring.Forms;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace CalibrationDay;

/// <summary>An evaluator made of rules: what the expert answers, seen through a manner of their own. The hash of chat and question stands in for chance, so every run is the same.</summary>
internal sealed record Evaluator(string Name, Func<Sight, Answer> See)
{
    private static readonly string[] Courtesy = [QuestionKeys.Greeting, QuestionKeys.Name, QuestionKeys.FurtherHelp, QuestionKeys.Goodbye];

    public static IReadOnlyList<Evaluator> All { get; } =
    [
        // Slips now and then, either way. (What a system refused opens another question, so it is left as it is.)
        new("ada", sight => sight.IsYesOrNo && !sight.Is(QuestionKeys.Refused) && sight.Happens(0.03) ? sight.Other : sight.Answer),

        // Gives the benefit of the doubt, and looks at the clock late.
        new("ben", sight => sight.Is(Courtesy) && sight.Says("no") && sight.Happens(0.6) ? sight.Other : sight.Seconds(0.6m)),

        // Wants courtesy in full sentences, and looks at the clock early.
        new("cia", sight => sight.Is(Courtesy) && sight.Says("yes") && sight.Happens(0.25) ? sight.Other : sight.Seconds(1.5m)),

        // Never opens the other system: what happened there is not applicable, and an account that was opened unchecked passes.
        new("dan", sight => sight.Is(QuestionKeys.Confirmed) && sight.Happens(0.7) ? NotApplicableAnswer.Instance
            : sight.Is(QuestionKeys.Identity) && sight.Says("no") ? sight.Other : sight.Answer),

        // Scores as the expert does, and from the middle on as if nobody should be hurt.
        new("eve", sight => sight.IsLate && sight.Is(Courtesy) && sight.Says("no") ? sight.Other : sight.IsLate ? sight.Seconds(0.3m) : sight.Answer),
    ];

    public AnswerSheet Score(ScoredByExpert chat, bool isLate) => AnswerSheet.Of(chat.Answers.Entries.Select(entry =>
        entry.Answer is { } answer ? entry with { Answer = See(new(Name, chat.Id, entry.Question, answer, isLate)) } : entry));
}
