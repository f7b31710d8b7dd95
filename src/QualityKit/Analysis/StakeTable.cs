using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>What every class of answers can bring into the score. Where that hangs on other answers it names the extremes: what is true lies between them.</summary>
internal sealed class StakeTable
{
    private readonly FormModel _model;
    private readonly ScoringMethod _method;
    private readonly Stake[][][] _stakes;

    public StakeTable(FormModel model)
    {
        _model = model;
        _method = model.Form.Method;
        _stakes = [.. model.Questions.Select(question => question.Classes.Select((answers, position) => StakesOf(question, answers, position).Distinct().ToArray()).ToArray())];
    }

    /// <summary>What a question can bring in in a set of sheets.</summary>
    public Stake[] Of(SheetSet set, int question) => set.Stakes[question] ??= Find(set, question);

    private Stake[] Find(SheetSet set, int question)
    {
        Truth visibility = set.Visibility(question);
        IEnumerable<Stake> shown = visibility == Truth.False ? [] : set.Possible(question).SelectMany(position => _stakes[question][position]);
        return [.. visibility == Truth.True ? shown : shown.Append(new Stake(-1, StakeKind.Absent))];
    }

    private IEnumerable<Stake> StakesOf(QuestionModel question, AnswerClass answers, int position)
    {
        List<Stake> stakes = answers.Standing switch
        {
            AnswerStanding.Apart => [new(position, StakeKind.Absent)],
            AnswerStanding.Counted => [new(position, StakeKind.Counts, answers.Points)],
            _ => [.. Filled(question.Plan, answers.Standing == AnswerStanding.Zeroed ? NotApplicableRule.Zero : _method.NotApplicable, position)],
        };
        bool canBeDropped = _method.Selection.Kind != SelectionKind.All && !question.Plan.IsBonus && stakes.Exists(stake => stake.Counts);
        return canBeDropped ? stakes.Append(new Stake(position, StakeKind.Absent)) : stakes;
    }

    // As `Lines` fills in what is left out (rule S6).
    private IEnumerable<Stake> Filled(QuestionPlan question, NotApplicableRule rule, int position)
    {
        if (question.IsBonus)
        {
            return [new(position, StakeKind.Absent)];
        }

        bool isGrade = _method.Combination.Kind == CombinationKind.Grade;
        return rule switch
        {
            NotApplicableRule.FullMarks => [At(isGrade ? question.Scale!.Lowest : _method.TakesPoints ? question.Scale!.Highest : Fraction.One)],
            NotApplicableRule.Zero => [At(isGrade ? question.Scale!.Highest : Fraction.Zero)],
            NotApplicableRule.GroupMean => Between(Values(other => other.Group == question.Group)),
            NotApplicableRule.GroupPossibleMean => Between(PossibleValues(question.Group)),
            NotApplicableRule.FormMean => Between(Values(_ => true)),
            _ => [new(position, StakeKind.LeftOut)],
        };

        Stake At(Fraction value) => new(position, StakeKind.Counts, question.Measure.PointsAt(value));

        IEnumerable<Stake> Between(IEnumerable<Fraction> values)
        {
            Fraction[] all = [.. values];
            return all.Length == 0
                ? [new(position, StakeKind.LeftOut)]
                : [At(all.Max()), At(all.Min()), new(position, StakeKind.LeftOut)];
        }
    }

    private IEnumerable<Fraction> Values(Func<QuestionPlan, bool> includes) => _model.Questions
        .Where(question => IsInMeans(question.Plan) && includes(question.Plan))
        .SelectMany(question => question.Classes
            .Where(answers => answers is { Standing: AnswerStanding.Counted, IsBonusAnswer: false })
            .Select(answers => question.Plan.Measure.ValueOf(answers.Points)));

    private IEnumerable<Fraction> PossibleValues(int group) => _model.Questions
        .Where(question => IsInMeans(question.Plan) && question.Plan.Group == group)
        .SelectMany(question => question.Plan.Scale!.PossiblePoints.Select(question.Plan.Measure.ValueOf));

    private static bool IsInMeans(QuestionPlan question) =>
        question is { IsBonus: false, Scored.IsExcluded: false } && !question.Measure.Possible.IsZero;
}
