using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Tests.Rescoring;

/// <summary>Answer sheets for any form: most fit it, some lack an answer, some mark groups N/A.</summary>
internal sealed class RandomSheets(EvaluationForm form, int seed)
{
    private readonly Random _random = new(seed);

    public AnswerSheet Next()
    {
        AnswerSheet sheet = AnswerSheet.Of(form.Questions.OfType<AnswerableQuestion>().Select(Entry));
        return Groups(form.Groups).Where(group => group.AllowsNotApplicable && Chance(20)).Aggregate(sheet, (marked, group) => marked.NotApplicableGroup(group.Key));
    }

    private static IEnumerable<Group> Groups(IEnumerable<FormItem> items) =>
        items.OfType<Group>().SelectMany(group => Groups(group.Items).Prepend(group));

    private AnswerEntry Entry(AnswerableQuestion question) => new()
    {
        Question = question.Key,
        Comment = Chance(95) ? "because" : null,
        Answer = question.AllowsNotApplicable && Chance(25) ? NotApplicableAnswer.Instance
            : Chance(question.IsRequired ? 2 : 30) ? null
            : AnswerTo(question),
    };

    private Answer AnswerTo(AnswerableQuestion question) => question switch
    {
        ChoiceQuestion choice => Selected([choice.Options[_random.Next(choice.Options.Length)].Key]),
        MultiSelectQuestion select => Selected([.. select.Options.Where(_ => Chance(50)).Select(option => option.Key)]),
        NumberQuestion number => new NumberAnswer { Value = NumberIn(number) },
        DateQuestion => new DateAnswer { Value = new DateOnly(2026, 7, 31) },
        _ => new TextAnswer { Value = "words" },
    };

    private decimal NumberIn(NumberQuestion question)
    {
        decimal least = question.Ranges[0].Minimum;
        int steps = (int)Math.Min((question.Ranges[^1].Maximum - least) / question.Step, 1_000);
        return least + (_random.Next(steps + 1) * question.Step);
    }

    private static SelectedOptions Selected(string[] options) => new() { Options = [.. options] };

    private bool Chance(int percent) => _random.Next(100) < percent;
}
