using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>Finds the classes of answers of one question.</summary>
internal sealed class AnswerClasses
{
    private readonly ScoringPlan _plan;
    private readonly QuestionPlan _question;
    private readonly LeafTest[] _leaves;
    private readonly long[] _codes;
    private readonly MethodTraits _method;
    private readonly List<AnswerClass> _classes = [];
    private readonly Dictionary<string, int> _positions = [];

    private AnswerClasses(ScoringPlan plan, QuestionPlan question, LeafTest[] leaves)
    {
        _plan = plan;
        _question = question;
        _leaves = leaves;
        _codes = [.. plan.BlankCodes];
        _method = new MethodTraits(plan.Form);
    }

    public static QuestionModel Of(ScoringPlan plan, QuestionPlan question, LeafTest[] leaves) => new AnswerClasses(plan, question, leaves).Build();

    private QuestionModel Build()
    {
        bool isPartial = false;
        List<AnswerChoice> choices = _question.Source switch
        {
            ChoiceQuestion choice => [.. choice.Options.Select((_, option) => Alone([option]))],
            NumberQuestion number => [.. number.Ranges.Select((_, range) => Alone([.. Steps(number, range)]))],
            MultiSelectQuestion select => Selections(select, out isPartial),
            _ => [],
        };
        if (choices.Count == 0)
        {
            Put([0]);
        }

        if (_question.Source is AnswerableQuestion { AllowsNotApplicable: true })
        {
            choices.Add(Alone([FlatAnswer.NotApplicable]));
        }

        if (!_question.IsRequired && _question.Source is AnswerableQuestion)
        {
            Put(Blank(FlatAnswer.Unanswered));
        }

        int own = _classes.Count;
        int marked = _question.Source is InformationBlock ? 0 : Put(Blank(FlatAnswer.NotApplicable));
        return new QuestionModel
        {
            Plan = _question,
            OwnCount = own,
            Marked = marked,
            Classes = [.. _classes],
            Choices = [.. choices],
            IsPartial = isPartial,
        };
    }

    private AnswerChoice Alone(long[] codes) =>
        new(-1, [.. codes.Select(code => Put(Blank(code))).Distinct().Select(with => (with, -1))]);

    private long[] Blank(long code)
    {
        var words = new long[_question.Words];
        words[0] = code;
        return words;
    }

    // One number for every part of a range that conditions tell apart.
    private IEnumerable<long> Steps(NumberQuestion number, int range)
    {
        long[] last = [.. ((NumberScale)_question.Scale!).LastSteps];
        long first = range == 0 ? 0 : last[range - 1] + 1;
        return _leaves.Select(leaf => leaf.Condition).OfType<NumberBetween>()
            .SelectMany(between => new[]
            {
                between.Minimum is { } minimum ? NumberScale.StepAtOrAbove(number, minimum) : first,
                between.Maximum is { } maximum ? NumberScale.StepAtOrBelow(number, maximum) + 1 : first,
            })
            .Prepend(first)
            .Where(step => step >= first && step <= last[range])
            .Distinct();
    }

    private List<AnswerChoice> Selections(MultiSelectQuestion select, out bool isPartial)
    {
        var sets = SelectionSets.Of(select, _leaves.Select(leaf => leaf.Condition).OfType<AnsweredOption>());
        isPartial = sets.IsPartial;
        foreach (long[] words in sets.Representatives)
        {
            Put(words);
        }

        return [.. select.Options.Select((_, option) => new AnswerChoice(
            option,
            [.. sets.PairsOf(option).Select(pair => (Find(pair.With), Find(pair.Without))).Where(pair => pair.Item1 >= 0 && pair.Item2 >= 0).Distinct()],
            sets.HasAllPairsOf(option)))];
    }

    private int Put(long[] words)
    {
        AnswerClass answers = ClassOf(words);
        string key = KeyOf(answers);
        if (!_positions.TryGetValue(key, out int position))
        {
            position = _classes.Count;
            _positions.Add(key, position);
            _classes.Add(answers);
        }

        _classes[position].Causes.UnionWith(answers.Causes);
        return position;
    }

    private int Find(long[] words) => _positions.GetValueOrDefault(KeyOf(ClassOf(words)), -1);

    private AnswerClass ClassOf(long[] words)
    {
        words.CopyTo(_codes, _question.Slot);
        bool isAnswer = words[0] >= 0 && _question.Scale is not null;
        Fraction points = isAnswer ? _question.Scale!.PointsOf(words) : Fraction.Zero;
        AnswerStanding standing = _method.StandingOf(_question, words[0]);
        Failure[] failures = isAnswer && _question.CanFail ? [.. new FailureFinder(_plan).FailuresOf(_question, words)] : [];
        return new AnswerClass
        {
            Words = words,
            Standing = standing,
            Points = points,
            IsBonusAnswer = isAnswer && _question.Scale!.IsBonus(words),
            IsBelowMinimum = standing == AnswerStanding.Counted && _method.IsBelowMinimum(_question, points),
            Scopes = [.. failures.Select(failure => failure.GroupPosition).Distinct().Order()],
            Causes = [.. failures.Select(failure => failure.Cause)],
            Leaves = [.. _leaves.Select(leaf => leaf.Test.Holds(_codes))],
        };
    }

    private string KeyOf(AnswerClass answers) => string.Join(
        '|',
        _method.Worth(_question, answers),
        answers.IsBelowMinimum,
        string.Join(',', answers.Scopes),
        string.Concat(answers.Leaves.Select(holds => holds ? '1' : '0')));
}
