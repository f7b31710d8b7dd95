using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>A form made ready to score many answers given as flat codes (<see cref="FlatAnswer"/>): exact, the same results as <see cref="Scorer"/>.</summary>
/// <remarks>Safe to share between threads. Whether required answers and comments are there is not looked at: a required question without
/// an answer is left out like a hidden one, as in a preview.</remarks>
public sealed class CompiledForm
{
    private const int MostGroups = 64;
    private const int MostCodes = 512;

    private readonly ScoringPlan _plan;
    private readonly PackedPlan? _packed;
    private readonly ulong[] _codeRanges;
    private readonly Score? _mark;
    private readonly ShareMark? _shareMark;
    private readonly bool _zeroes;

    private CompiledForm(ScoringPlan plan)
    {
        _plan = plan;
        _mark = plan.Form.Pass?.Mark;
        _shareMark = _mark is { Unit: ScoreUnit.Share } mark ? ShareMark.For(mark) : null;
        _zeroes = plan.Method.Failure == FailureEffect.Zero;
        _codeRanges = new ulong[plan.Layout.Length];
        foreach (QuestionPlan question in plan.Questions)
        {
            for (int word = 0; word < question.Words; word++)
            {
                _codeRanges[question.Slot + word] = (ulong)(HighestCode(question, word) - FlatAnswer.NotApplicable);
            }
        }

        IsAllocationFree = plan.Quick is not null && plan.Form.Pass?.QuestionMinimum is null && plan.Groups.Length <= MostGroups && Length <= MostCodes;
        _packed = IsAllocationFree && (_mark is null || _shareMark is not null) ? plan.Quick?.Packed : null;
    }

    /// <summary>The form.</summary>
    public EvaluationForm Form => _plan.Form;

    /// <summary>How many codes flat answers have.</summary>
    public int Length => _codeRanges.Length;

    /// <summary>Whether scoring allocates nothing: the method and the size of the form allow integers alone. Otherwise it works all the same, slower.</summary>
    /// <remarks>Not so with bonus questions, score rules, dropped or kept questions, a least number of answers, N/A filled by a mean, points, sums,
    /// deductions or grades, a minimum every question must reach, more than 62 options in a multiple selection or failing ones in it,
    /// more than 64 groups or 512 codes; and for single answers whose exact numbers outgrow 128 bits on the way.</remarks>
    public bool IsAllocationFree { get; }

    /// <summary>Makes a form ready.</summary>
    public static CompiledForm For(EvaluationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(ScoringPlan.For(form));
    }

    /// <summary>Scores flat answers. Mark every question of a group to mark the group N/A.</summary>
    /// <param name="answers">One code a question in document order, and more for large multiple selections; see <see cref="FlatAnswer"/>.</param>
    /// <exception cref="ArgumentException">There are too few or too many codes, or one that its question does not have.</exception>
    public CompactScore Score(ReadOnlySpan<long> answers)
    {
        Guard(answers);
        return !IsAllocationFree ? ScoreInFull(answers)
            : _packed is { } packed ? ScorePacked(packed, answers)
            : ScoreQuickly(answers);
    }

    private CompactScore ScorePacked(PackedPlan packed, ReadOnlySpan<long> answers)
    {
        Span<ulong> sums = stackalloc ulong[packed.Groups];
        bool fails;
        if (_plan.HasConditions)
        {
            Span<long> codes = stackalloc long[answers.Length];
            answers.CopyTo(codes);
            _plan.Hide(codes);
            fails = packed.AddUp(codes, sums);
        }
        else
        {
            fails = packed.AddUp(answers, sums);
        }

        return packed.TryCombine(sums, out long numerator, out long denominator)
            ? ScoreOf(numerator, denominator, fails)
            : ScoreInFull(answers);
    }

    /// <summary>The score of a raw total; a denominator of 0 is none. Only for forms that are packed.</summary>
    internal CompactScore ScoreOf(long numerator, long denominator, bool fails) =>
        new(fails && _zeroes ? 0 : numerator, denominator, numerator, denominator)
        {
            HasFormFailed = fails,
            Outcome = fails ? Outcome.Failed
                : denominator == 0 || Form.Pass is null ? Outcome.None
                : _shareMark is not { } mark || mark.IsReachedBy(numerator, denominator) ? Outcome.Passed
                : Outcome.Failed,
        };

    private CompactScore ScoreQuickly(ReadOnlySpan<long> answers)
    {
        Span<long> codes = stackalloc long[answers.Length];
        Span<QuickGroup> groups = stackalloc QuickGroup[_plan.Groups.Length];
        Span<bool> failed = stackalloc bool[_plan.Groups.Length];
        answers.CopyTo(codes);
        _plan.Hide(codes);
        var run = new QuickRun(_plan.Quick!, codes, groups, failed);
        return run.TryScore()
            ? new CompactScore(Top(run.Total), Below(run.Total), Top(run.RawTotal), Below(run.RawTotal))
            {
                HasFormFailed = run.HasFormFailed,
                Outcome = OutcomeOf(run.Total, run.HasFormFailed, isBelowMinimum: false),
            }
            : ScoreInFull(answers);
    }

    private CompactScore ScoreInFull(ReadOnlySpan<long> answers)
    {
        var calculation = new Calculation(_plan, answers, isPreview: true);
        bool isBelowMinimum = Verdict.BelowMinimum(Form.Pass, calculation).Any();
        return new CompactScore(calculation)
        {
            HasFormFailed = calculation.HasFormFailed,
            Outcome = OutcomeOf(calculation.Total, calculation.HasFormFailed, isBelowMinimum),
        };
    }

    private Outcome OutcomeOf(Fraction? total, bool hasFormFailed, bool isBelowMinimum) =>
        Verdict.OutcomeOf(Form.Pass, total is { } value ? new Score(value, Form.Method.Unit) : null, hasFormFailed, isBelowMinimum);

    private static long Top(Fraction? total) => total?.NarrowNumerator ?? 0;

    private static long Below(Fraction? total) => total?.NarrowDenominator ?? 0;

    /// <summary>The prepared form.</summary>
    internal ScoringPlan Plan => _plan;

    /// <summary>The packed path; null when the form takes another.</summary>
    internal PackedPlan? Packed => _packed;

    /// <summary>Refuses codes that the form does not have.</summary>
    internal void Guard(ReadOnlySpan<long> answers)
    {
        ReadOnlySpan<ulong> ranges = _codeRanges;
        if (answers.Length != ranges.Length)
        {
            throw new ArgumentException($"the form takes {ranges.Length} codes, not {answers.Length}", nameof(answers));
        }

        for (int slot = 0; slot < answers.Length; slot++)
        {
            if ((ulong)(answers[slot] - FlatAnswer.NotApplicable) > ranges[slot])
            {
                throw new ArgumentException($"`{answers[slot]}` is not a code of the answer at position {slot}", nameof(answers));
            }
        }
    }

    internal static long HighestCode(QuestionPlan question, int word) => question.Source switch
    {
        ChoiceQuestion choice => choice.Options.Length - 1,
        MultiSelectQuestion select => (1L << Math.Min(OptionBits.PerWord, select.Options.Length - (word * OptionBits.PerWord))) - 1,
        NumberQuestion => ((NumberScale)question.Scale!).LastStep,
        _ => 0,
    };
}
