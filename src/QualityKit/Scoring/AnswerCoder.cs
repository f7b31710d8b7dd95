using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>Turns one answer into its flat code, or says why it does not fit its question.</summary>
internal ref struct AnswerCoder(ref IssueList? issues)
{
    private readonly ref IssueList? _issues = ref issues;

    public static string PointerTo(string question) => "/answers/" + IssueList.Escape(question);

    public void Code(QuestionPlan question, Answer answer, Span<long> words)
    {
        switch (question.Source, answer)
        {
            case (AnswerableQuestion source, NotApplicableAnswer):
                CodeNotApplicable(source, words);
                break;
            case (ChoiceQuestion choice, SelectedOptions selected):
                CodeChoice(choice, selected, words);
                break;
            case (ChoiceQuestion { Preset: ChoicePreset.Range } choice, NumberAnswer given):
                CodeChoice(choice, new SelectedOptions { Options = [Fraction.From(given.Value).ToString(28)] }, words);
                break;
            case (MultiSelectQuestion select, SelectedOptions selected):
                CodeSelection(select, selected, words);
                break;
            case (NumberQuestion number, NumberAnswer given):
                CodeNumber(number, (NumberScale)question.Scale!, given.Value, words);
                break;
            case (TextQuestion text, TextAnswer given):
                CodeText(text, given, words);
                break;
            case (DateQuestion, DateAnswer):
                words[0] = 0;
                break;
            default:
                Report(IssueCodes.WrongKindOfAnswer, question.Source, ("expected", question.Source.Takes), ("given", answer.Noun));
                break;
        }
    }

    private void CodeNotApplicable(AnswerableQuestion question, Span<long> words)
    {
        words[0] = FlatAnswer.NotApplicable;
        if (!question.AllowsNotApplicable)
        {
            Report(IssueCodes.NotApplicableNotAllowed, question);
        }
    }

    private void CodeChoice(ChoiceQuestion question, SelectedOptions selected, Span<long> words)
    {
        foreach (string key in selected.Options)
        {
            words[0] = PositionOf(question, key);
            if (words[0] < 0)
            {
                Report(IssueCodes.UnknownAnswerOption, question, ("option", key), ("options", List(question.Options.Select(option => option.Key))));
            }
        }

        if (selected.Options.Length != 1)
        {
            Report(selected.Options.Length == 0 ? IssueCodes.NoOption : IssueCodes.SeveralOptions, question, ("count", selected.Options.Length));
        }
    }

    private void CodeSelection(MultiSelectQuestion question, SelectedOptions selected, Span<long> words)
    {
        words.Clear();
        foreach (string key in selected.Options)
        {
            int position = OptionBits.PositionOf(question, key);
            if (position < 0)
            {
                Report(IssueCodes.UnknownAnswerOption, question, ("option", key), ("options", List(question.Options.Select(option => option.Key))));
            }
            else if (OptionBits.Has(words, position))
            {
                Report(IssueCodes.OptionTwice, question, ("option", key));
            }
            else
            {
                OptionBits.Set(words, position);
            }
        }
    }

    private void CodeNumber(NumberQuestion question, NumberScale scale, decimal value, Span<long> words)
    {
        words[0] = NumberScale.StepAtOrBelow(question, value);
        if (value < question.Ranges[0].Minimum || value > question.Ranges[^1].Maximum)
        {
            Report(
                IssueCodes.NumberOutOfRange,
                question,
                ("number", value),
                ("minimum", question.Ranges[0].Minimum),
                ("maximum", question.Ranges[^1].Maximum));
        }
        else if (!NumberScale.IsOnStep(question, value))
        {
            Report(IssueCodes.NumberOffStep, question, ("number", value), ("step", question.Step), ("minimum", question.Ranges[0].Minimum));
        }
    }

    private void CodeText(TextQuestion question, TextAnswer answer, Span<long> words)
    {
        // An empty text is no answer: a required question still asks for one.
        words[0] = string.IsNullOrWhiteSpace(answer.Value) ? FlatAnswer.Unanswered : 0;
        if (TextRules.BrokenAt(answer.Value) is { } position)
        {
            Report(IssueCodes.BrokenAnswerText, question, ("position", position));
        }

        if (answer.Value.Length > question.MaxLength)
        {
            Report(IssueCodes.TextTooLong, question, ("length", answer.Value.Length), ("maximum", question.MaxLength));
        }
    }

    private static int PositionOf(ChoiceQuestion question, string key)
    {
        for (int position = 0; position < question.Options.Length; position++)
        {
            if (question.Options[position].Key == key)
            {
                return position;
            }
        }

        return -1;
    }

    private static string List(IEnumerable<string> keys) => string.Join(", ", keys.Select(key => $"`{key}`"));

    private void Report(string code, Question question, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        (_issues ??= new IssueList()).Error(code, PointerTo(question.Key), [("question", question.Key), .. arguments]);
}
