using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>Writes a filled sheet as somebody would give it.</summary>
internal static class SheetWriter
{
    private static readonly DateOnly SomeDate = new(2000, 1, 1);

    public static AnswerSheet Write(FormModel model, FilledSheet sheet)
    {
        AnswerSheet written = AnswerSheet.Of(model.Questions
            .Where(question => sheet.IsVisible(question.Position) && !sheet.IsMarked(question.Position))
            .Select(question => (question.Plan.Source, Answer: Answer(question.Plan.Source, question.Classes[sheet.Classes[question.Position]].Words)))
            .Where(given => given.Answer is not null)
            .Select(given => new AnswerEntry { Question = given.Source.Key, Answer = given.Answer }));
        return model.Groups.Where((_, group) => sheet.Marks[group] && sheet.IsGroupPresent(group))
            .Aggregate(written, (marked, place) => marked.NotApplicableGroup(place.Group.Key));
    }

    private static Answer? Answer(Question question, long[] words) => words[0] switch
    {
        FlatAnswer.NotApplicable => NotApplicableAnswer.Instance,
        FlatAnswer.Unanswered => null,
        _ => question switch
        {
            ChoiceQuestion choice => Selected([choice.Options[(int)words[0]].Key]),
            MultiSelectQuestion select => Selected([.. select.Options.Where((_, option) => OptionBits.Has(words, option)).Select(option => option.Key)]),
            NumberQuestion number => new NumberAnswer { Value = number.Ranges[0].Minimum + (words[0] * number.Step) },
            TextQuestion => new TextAnswer { Value = "-" },
            DateQuestion => new DateAnswer { Value = SomeDate },
            _ => null,
        },
    };

    private static SelectedOptions Selected(ImmutableArray<string> options) => new() { Options = options };
}
