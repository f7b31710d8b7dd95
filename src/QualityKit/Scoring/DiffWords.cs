using System.Collections.Immutable;
using System.Text;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>Puts a difference of scores into the words of one language.</summary>
internal sealed class DiffWords(ScoreDiff diff, MessageCatalogue catalogue)
{
    private readonly Phrases _phrases = new(catalogue);
    private readonly Rounding _rounding = diff.After.Form.Method.Rounding;

    public string Text()
    {
        List<(string Amount, string Text)> lines = [(Signed(diff.Change), Heading())];
        foreach (ScoreDiffStep step in diff.Steps)
        {
            lines.Add((Signed(step.Change), "  " + Heading(step)));
            lines.AddRange(step.Lines.Select(line => (Signed(line.Amount), "    " + Sentence(line))));
        }

        lines.AddRange(diff.Remarks.Select(line => ("", "  " + Sentence(line))));
        int width = lines.Max(line => line.Amount.Length);
        var text = new StringBuilder();
        foreach ((string amount, string line) in lines)
        {
            text.Append(amount.PadLeft(width)).Append("  ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    public string Sentence(ScoreDiffLine line)
    {
        ImmutableArray<MessageArgument> printed =
        [
            .. line.Arguments.Select(argument => argument with { Value = Print(line, argument) }),
            .. Missing(line, "name", "word.form"),
            .. Missing(line, "before", line.Code + ".none"),
            .. Missing(line, "after", line.Code + ".none"),
        ];
        return catalogue.Format(line.Code, printed);
    }

    public string Heading(ScoreDiffStep step)
    {
        string kind = _phrases.Word("diff.step." + EnumRules.Name(step.Kind));
        return _phrases.Find($"diff.split.{EnumRules.Name(step.Split)}.{EnumRules.Name(step.Kind)}") is { } how ? $"{kind} {how}" : kind;
    }

    private string Heading() => _phrases.Word(
        diff.Change is { Value.IsZero: true } ? "diff.total.same" : "diff.total",
        ("name", diff.After.Form.Name.ToString(catalogue.Language)),
        ("before", Shown(diff.Before)),
        ("after", Shown(diff.After)));

    private string Shown(Scorecard card) => card.Total is null ? _phrases.Word("diff.noTotal.none") : card.DisplayTotal();

    private IEnumerable<MessageArgument> Missing(ScoreDiffLine line, string name, string code)
    {
        if (line.Arguments.All(argument => argument.Name != name))
        {
            yield return new() { Name = name, Value = _phrases.Find(code) ?? _phrases.Word("word.noAnswer") };
        }
    }

    private string Print(ScoreDiffLine line, MessageArgument argument) => argument.Value switch
    {
        LocalizedText text => text.ToString(catalogue.Language),
        Score score => score.ToString(_rounding),
        Fraction number => number.ToString(_rounding.Digits, _rounding.Midpoint),
        Outcome outcome => _phrases.Word("outcome." + EnumRules.Name(outcome)),
        SelectedOptions selected => Options(FormOf(argument).Index, line.Subject, selected),
        NumberAnswer number => Fraction.From(number.Value).ToString(28),
        NotApplicableAnswer => _phrases.Word("word.notApplicable"),
        _ => _phrases.Word("word.given"),
    };

    // What was answered before reads as in the earlier form.
    private EvaluationForm FormOf(MessageArgument argument) => argument.Name == "before" ? diff.Before.Form : diff.After.Form;

    private string Options(FormIndex form, string question, SelectedOptions selected) =>
        selected.Options.IsEmpty ? _phrases.Word("word.none")
        : string.Join(", ", selected.Options.Select(option => $"`{TextOf(form, question, option)}`"));

    // An option that only a form between the two has reads as its key.
    private string TextOf(FormIndex form, string question, string option)
    {
        LocalizedText? text = form.QuestionAt(question) is >= 0 and int position
            ? form.Questions[position] switch
            {
                ChoiceQuestion choice => choice.Options.FirstOrDefault(candidate => candidate.Key == option)?.Text,
                MultiSelectQuestion select => select.Options.FirstOrDefault(candidate => candidate.Key == option)?.Text,
                _ => null,
            }
            : null;
        return text?.ToString(catalogue.Language) ?? option;
    }

    private string Signed(Score? amount)
    {
        if (amount is not { } score)
        {
            return "";
        }

        string number = score.Unit == ScoreUnit.Grade ? score.Value.ToString(_rounding.Digits, _rounding.Midpoint) : score.ToString(_rounding);
        return score.Value.Sign > 0 ? "+" + number : number;
    }
}
