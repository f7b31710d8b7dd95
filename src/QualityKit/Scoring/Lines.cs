using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The questions of one answered form: their states, points and fills (rules S2 to S6), and what was dropped (rule S10).</summary>
internal sealed class Lines
{
    private readonly ScoringPlan _plan;
    private readonly long[] _codes;
    private readonly bool[] _isGroupPresent;
    private readonly bool _isPreview;

    public Lines(ScoringPlan plan, ReadOnlySpan<long> codes, bool isPreview)
    {
        _plan = plan;
        _isPreview = isPreview;
        _codes = codes.ToArray();
        _isGroupPresent = new bool[plan.Groups.Length];
        plan.Hide(_codes, _isGroupPresent);
        Questions = [.. plan.Questions.Select(Open)];
        FillWhatIsLeftOut();
        new Selector(plan.Method, Questions).Drop();
    }

    public ImmutableArray<QuestionLine> Questions { get; }

    /// <summary>The flat answers, with every hidden question coded so.</summary>
    public long[] Codes => _codes;

    public bool IsGroupPresent(int group) => _isGroupPresent[group];

    /// <summary>Whether a question without a value is left out (rule S5).</summary>
    private bool IsNeutral(QuestionPlan question) => _plan.Method.IsMeanOfValues && question.Measure.Possible.IsZero;

    private QuestionLine Open(QuestionPlan question)
    {
        long code = _codes[question.Slot];
        bool hasPoints = code >= 0 && question.Scale is not null;
        ReadOnlySpan<long> words = _codes.AsSpan(question.Slot, question.Words);
        var line = new QuestionLine(question) { HasPoints = hasPoints, IsBonusAnswer = hasPoints && question.Scale!.IsBonus(words) };
        if (code == FlatAnswer.Hidden)
        {
            line.State = QuestionState.Hidden;
        }
        else if (question.Scored is not { IsExcluded: false })
        {
            line.State = QuestionState.Excluded;
        }
        else if (hasPoints)
        {
            line.Answer(IsNeutral(question) ? QuestionState.Neutral : QuestionState.Answered, question.Scale!.PointsOf(words));
        }
        else if (IsNeutral(question))
        {
            line.State = QuestionState.Neutral;
        }
        else
        {
            line.State = code == FlatAnswer.NotApplicable ? QuestionState.NotApplicable : QuestionState.Unanswered;
            line.IsLeftOut = code == FlatAnswer.NotApplicable || !question.IsRequired || !_isPreview;
        }

        return line;
    }

    // Every fill looks at answers only, never at another fill, so all are computed before any is made.
    private void FillWhatIsLeftOut()
    {
        foreach ((QuestionLine line, Fraction points) in Questions.Select(line => (line, Fill(line))).Where(fill => fill.Item2 is not null)
            .Select(fill => (fill.line, fill.Item2!.Value)).ToList())
        {
            line.Fill(points);
        }
    }

    private Fraction? Fill(QuestionLine line)
    {
        if (!line.IsLeftOut || line.Plan.IsBonus)
        {
            return null;
        }

        bool asZero = line.State == QuestionState.Unanswered && _plan.Method.Unanswered == UnansweredRule.AsZero;
        NotApplicableRule rule = asZero ? NotApplicableRule.Zero : _plan.Method.NotApplicable;
        Fraction? value = rule switch
        {
            NotApplicableRule.FullMarks => FullMarks(line.Plan),
            NotApplicableRule.Zero => NoMarks(line.Plan),
            NotApplicableRule.GroupMean => Mean(Questions.Where(other => other.Plan.Group == line.Plan.Group)),
            NotApplicableRule.GroupPossibleMean => PossibleMean(line.Plan.Group),
            NotApplicableRule.FormMean => Mean(Questions),
            _ => null,
        };
        return value is { } filled ? line.Plan.Measure.PointsAt(filled) : null;
    }

    private Fraction FullMarks(QuestionPlan question) => _plan.Method switch
    {
        { Combination.Kind: CombinationKind.Grade } => question.Scale!.Lowest,
        { TakesPoints: true } => question.Scale!.Highest,
        _ => Fraction.One,
    };

    private Fraction NoMarks(QuestionPlan question) =>
        _plan.Method.Combination.Kind == CombinationKind.Grade ? question.Scale!.Highest : Fraction.Zero;

    private static Fraction? Mean(IEnumerable<QuestionLine> lines) =>
        Mean(lines.Where(line => line.State == QuestionState.Answered && line.IsNormal && !line.IsBonusAnswer && !line.Possible.IsZero).Select(line => line.Value));

    private Fraction? PossibleMean(int group) => Mean(Questions
        .Where(line => line.Plan.Group == group && line.IsNormal && (line.Counts || line.IsLeftOut) && !line.Possible.IsZero)
        .SelectMany(line => line.Plan.Scale!.PossiblePoints.Select(line.Plan.Measure.ValueOf)));

    private static Fraction? Mean(IEnumerable<Fraction> values)
    {
        Fraction[] all = [.. values];
        return all.Length == 0 ? null : all.Aggregate(Fraction.Zero, (sum, value) => sum + value) / all.Length;
    }
}
