using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>A form made ready to score many answers given as flat codes (<see cref="FlatAnswer"/>): exact, the same results as <see cref="Scorer"/>.</summary>
/// <remarks>Safe to share between threads. Whether required answers and comments are there is not looked at: a required question without
/// an answer is left out like a hidden one, as in a preview.</remarks>
public sealed class CompiledForm
{
    private const int SmallForm = 64;

    private readonly ScoringPlan _plan;
    private readonly long[] _highestCodes;

    private CompiledForm(ScoringPlan plan)
    {
        _plan = plan;
        _highestCodes = new long[plan.Layout.Length];
        foreach (QuestionPlan question in plan.Questions)
        {
            for (int word = 0; word < question.Words; word++)
            {
                _highestCodes[question.Slot + word] = HighestCode(question, word);
            }
        }
    }

    /// <summary>The form.</summary>
    public EvaluationForm Form => _plan.Form;

    /// <summary>How many codes flat answers have.</summary>
    public int Length => _highestCodes.Length;

    /// <summary>Whether scoring allocates nothing: the method and the size of the form allow integers alone. Otherwise it works all the same, slower.</summary>
    /// <remarks>Not so with bonus questions, score rules, dropped or kept questions, a least number of answers, N/A filled by a mean, points, sums,
    /// deductions or grades, a minimum every question must reach, more than 62 options in a multiple selection or failing ones in it,
    /// more than 64 groups or 512 codes; and for single answers whose exact numbers outgrow 128 bits on the way.</remarks>
    public bool IsAllocationFree =>
        _plan.Quick is not null && Form.Pass?.QuestionMinimum is null && _plan.Groups.Length <= SmallForm && Length <= 8 * SmallForm;

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
        if (!IsAllocationFree)
        {
            return ScoreInFull(answers);
        }

        Span<long> codes = stackalloc long[answers.Length];
        Span<QuickGroup> groups = stackalloc QuickGroup[_plan.Groups.Length];
        Span<bool> flags = stackalloc bool[2 * _plan.Groups.Length];
        answers.CopyTo(codes);
        _plan.Hide(codes, flags[_plan.Groups.Length..]);
        var run = new QuickRun(_plan.Quick!, codes, groups, flags[.._plan.Groups.Length]);
        return run.TryScore() ? Compact(run.Total, run.RawTotal, run.HasFormFailed, isBelowMinimum: false) : ScoreInFull(answers);
    }

    private CompactScore ScoreInFull(ReadOnlySpan<long> answers)
    {
        var calculation = new Calculation(_plan, answers, isPreview: true);
        return Compact(calculation.Total, calculation.RawTotal, calculation.HasFormFailed, Verdict.BelowMinimum(Form.Pass, calculation).Any());
    }

    private CompactScore Compact(Fraction? total, Fraction? rawTotal, bool hasFormFailed, bool isBelowMinimum)
    {
        ScoreUnit unit = Form.Method.Unit;
        Score? score = total is { } value ? new Score(value, unit) : null;
        return new()
        {
            Total = score,
            RawTotal = rawTotal is { } raw ? new Score(raw, unit) : null,
            HasFormFailed = hasFormFailed,
            Outcome = Verdict.OutcomeOf(Form.Pass, score, hasFormFailed, isBelowMinimum),
        };
    }

    private void Guard(ReadOnlySpan<long> answers)
    {
        if (answers.Length != _highestCodes.Length)
        {
            throw new ArgumentException($"the form takes {_highestCodes.Length} codes, not {answers.Length}", nameof(answers));
        }

        for (int slot = 0; slot < answers.Length; slot++)
        {
            if (answers[slot] > _highestCodes[slot] || answers[slot] < FlatAnswer.NotApplicable)
            {
                throw new ArgumentException($"`{answers[slot]}` is not a code of the answer at position {slot}", nameof(answers));
            }
        }
    }

    private static long HighestCode(QuestionPlan question, int word) => question.Source switch
    {
        ChoiceQuestion choice => choice.Options.Length - 1,
        MultiSelectQuestion select => (1L << Math.Min(OptionBits.PerWord, select.Options.Length - (word * OptionBits.PerWord))) - 1,
        NumberQuestion => ((NumberScale)question.Scale!).LastStep,
        _ => 0,
    };
}
