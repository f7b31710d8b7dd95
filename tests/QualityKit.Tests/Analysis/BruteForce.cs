using QualityKit.Analysis;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Analysis;

/// <summary>Everything that an analysis says, found out the slow way: every answer to every question with every other, scored one by one through the public API.</summary>
/// <remarks>Answers are given to hidden questions too, so a sheet that differs in one answer alone is always there.</remarks>
internal sealed class BruteForce
{
    private readonly EvaluationForm _form;
    private readonly Answer?[][] _answers;
    private readonly Group[] _markable;
    private readonly int[] _places;
    private readonly Sheet[] _sheets;

    private BruteForce(EvaluationForm form, Answer?[][] answers, Group[] markable, long count)
    {
        _form = form;
        _answers = answers;
        _markable = markable;
        _places = new int[answers.Length + markable.Length];
        for (int digit = 0; digit < _places.Length; digit++)
        {
            _places[digit] = digit == 0 ? 1 : _places[digit - 1] * Radix(digit - 1);
        }

        _sheets = [.. Enumerable.Range(0, (int)count).Select(Fill)];
    }

    public IReadOnlyList<Sheet> Sheets => _sheets;

    /// <summary>All sheets of a form; null when there are more than so many.</summary>
    public static BruteForce? TryAll(EvaluationForm form, long most)
    {
        Answer?[][] answers = [.. form.Questions.Select(question => AnswersTo(question).ToArray())];
        Group[] markable = [.. form.Groups.SelectMany(WithInner).Where(group => group.AllowsNotApplicable)];
        double count = answers.Aggregate(Math.Pow(2, markable.Length), (product, given) => product * given.Length);
        return count > most ? null : new BruteForce(form, answers, markable, (long)count);
    }

    public Score? Lowest => _sheets.Where(sheet => sheet.Card.Total is not null).Select(sheet => sheet.Card.Total).DefaultIfEmpty().Min();

    public Score? Highest => _sheets.Where(sheet => sheet.Card.Total is not null).Select(sheet => sheet.Card.Total).DefaultIfEmpty().Max();

    public Score? LowestRaw => _sheets.Where(sheet => sheet.Card.RawTotal is not null).Select(sheet => sheet.Card.RawTotal).DefaultIfEmpty().Min();

    public Score? HighestRaw => _sheets.Where(sheet => sheet.Card.RawTotal is not null).Select(sheet => sheet.Card.RawTotal).DefaultIfEmpty().Max();

    public static IEnumerable<Group> WithInner(Group group) => group.Items.OfType<Group>().SelectMany(WithInner).Prepend(group);

    public Answer? Given(Sheet sheet, int question) => _answers[question][sheet.Digits[question]];

    /// <summary>Whether an answer was given to the question itself: it is visible, and no group around it is marked.</summary>
    public bool IsGiven(Sheet sheet, int question) => sheet.Shows(question) && (_form.Questions[question] is InformationBlock || !IsMarked(sheet, question));

    public bool IsMarked(Sheet sheet, int question) =>
        _markable.Where((_, mark) => sheet.Digits[_answers.Length + mark] == 1).Any(group => WithInner(group).Any(inner => inner.Items.Contains(_form.Questions[question])));

    /// <summary>The sheets that differ from one in the answer to one question alone.</summary>
    public IEnumerable<Sheet> Neighbours(Sheet sheet, int question) =>
        Enumerable.Range(0, _answers[question].Length).Where(answer => answer != sheet.Digits[question])
            .Select(answer => _sheets[sheet.Number + ((answer - sheet.Digits[question]) * Place(question))]);

    public bool Holds(Condition condition, Sheet sheet) => condition switch
    {
        AllOf all => all.Parts.All(part => Holds(part, sheet)),
        AnyOf any => any.Parts.Any(part => Holds(part, sheet)),
        Negation not => !Holds(not.Part, sheet),
        AnsweredOption answered => Asked(answered.Question, sheet) is SelectedOptions selected && Matches(answered, selected),
        NumberBetween number => Asked(number.Question, sheet) is NumberAnswer given && !(given.Value < number.Minimum) && !(given.Value > number.Maximum),
        MarkedNotApplicable marked => Asked(marked.Question, sheet) is NotApplicableAnswer,
        LeftUnanswered left => sheet.Shows(Position(left.Question)) && Asked(left.Question, sheet) is null,
        _ => throw new ArgumentException("not a known condition", nameof(condition)),
    };

    private static bool Matches(AnsweredOption answered, SelectedOptions selected) => answered.Match switch
    {
        OptionMatch.Any => answered.Options.Any(selected.Options.Contains),
        OptionMatch.All => answered.Options.All(selected.Options.Contains),
        _ => answered.Options.ToHashSet().SetEquals(selected.Options),
    };

    private Answer? Asked(string key, Sheet sheet)
    {
        int question = Position(key);
        return !sheet.Shows(question) ? null : IsMarked(sheet, question) ? NotApplicableAnswer.Instance : Given(sheet, question);
    }

    private int Position(string key) => _form.Questions.Select(question => question.Key).ToList().IndexOf(key);

    private static IEnumerable<Answer?> AnswersTo(Question question)
    {
        IEnumerable<Answer?> given = question switch
        {
            ChoiceQuestion choice => choice.Options.Select(option => new SelectedOptions { Options = [option.Key] }),
            MultiSelectQuestion select => Enumerable.Range(0, 1 << select.Options.Length)
                .Select(bits => new SelectedOptions { Options = [.. select.Options.Where((_, option) => (bits >> option) % 2 == 1).Select(option => option.Key)] }),
            NumberQuestion number => Numbers(number).Select(value => new NumberAnswer { Value = value }),
            TextQuestion => [new TextAnswer { Value = "words" }],
            DateQuestion => [new DateAnswer { Value = new DateOnly(2024, 2, 29) }],
            _ => [null],
        };
        return question is AnswerableQuestion source
            ? [.. given, .. source.AllowsNotApplicable ? [NotApplicableAnswer.Instance] : Array.Empty<Answer?>(), .. source.IsRequired ? Array.Empty<Answer?>() : [null]]
            : given;
    }

    private static IEnumerable<decimal> Numbers(NumberQuestion question)
    {
        for (decimal value = question.Ranges[0].Minimum; value <= question.Ranges[^1].Maximum; value += question.Step)
        {
            yield return value;
        }
    }

    private int Radix(int digit) => digit < _answers.Length ? _answers[digit].Length : 2;

    private int Place(int digit) => _places[digit];

    private Sheet Fill(int number)
    {
        int[] digits = [.. Enumerable.Range(0, _answers.Length + _markable.Length).Select(digit => number / Place(digit) % Radix(digit))];
        AnswerSheet answers = AnswerSheet.Empty;
        for (int question = 0; question < _answers.Length; question++)
        {
            answers = _answers[question][digits[question]] is { } answer ? answers.Answer(_form.Questions[question].Key, answer) : answers;
        }

        for (int mark = 0; mark < _markable.Length; mark++)
        {
            answers = digits[_answers.Length + mark] == 1 ? answers.NotApplicableGroup(_markable[mark].Key) : answers;
        }

        return new Sheet(number, digits, Scorer.Preview(_form, answers));
    }

    /// <summary>One sheet.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Digits">Which answer each question has, and which groups are marked.</param>
    /// <param name="Card">Its score.</param>
    public sealed record Sheet(int Number, int[] Digits, Scorecard Card)
    {
        private readonly string _result = string.Join(
            '|',
            [
                Card.Total?.Value, Card.RawTotal?.Value, Card.Outcome, Card.Band?.Name, Card.IsBelowLeastAnswers,
                string.Join(',', Card.Failures.Select(failure => failure.Group ?? "the form").Distinct().Order()),
                string.Join(',', Card.Groups.Select(group => (group.Score?.Value, group.Band?.Name))),
                string.Join(',', Card.Questions.Select(question => question.State != QuestionState.Hidden)),
            ]);

        public bool Shows(int question) => Card.Questions[question].State != QuestionState.Hidden;

        public bool IsLike(Sheet other) => _result == other._result;
    }
}
