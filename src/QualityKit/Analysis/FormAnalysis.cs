using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Analysis;

/// <summary>What a published form can score at all, and what in it has no effect. Pure: the same form and limits give the same analysis.</summary>
/// <remarks>Every statement is about all answer sheets that may be submitted, not about a sample. One that could not be decided within the limits says so:
/// it is in <see cref="NotDecided"/>, and never a warning.</remarks>
public sealed class FormAnalysis
{
    private FormAnalysis(AnalysisFindings findings)
    {
        Form = findings.Model.Form;
        Lowest = findings.Lowest;
        Highest = findings.Highest;
        LowestRaw = findings.LowestRaw;
        HighestRaw = findings.HighestRaw;
        Shares = findings.Shares;
        Issues = findings.Report.Issues;
        NotDecided = findings.Report.Open;
    }

    /// <summary>The form.</summary>
    public EvaluationForm Form { get; }

    /// <summary>What looks wrong: warnings QK1250 to QK1299, with pointers into the form as docs/form-format.md writes forms.</summary>
    public ImmutableArray<Issue> Issues { get; }

    /// <summary>The warnings that could be neither given nor ruled out within the limits.</summary>
    public ImmutableArray<OpenCheck> NotDecided { get; }

    /// <summary>The lowest total of any sheet (of grades too: the lowest number).</summary>
    public ReachableScore Lowest { get; }

    /// <summary>The highest total of any sheet.</summary>
    public ReachableScore Highest { get; }

    /// <summary>The lowest raw total (rule S17) of any sheet.</summary>
    public ReachableScore LowestRaw { get; }

    /// <summary>The highest raw total of any sheet.</summary>
    public ReachableScore HighestRaw { get; }

    /// <summary>Every question and information block, in document order.</summary>
    public ImmutableArray<QuestionShare> Shares { get; }

    /// <summary>Whether everything was decided.</summary>
    public bool IsDecided =>
        NotDecided.IsEmpty && Lowest.IsDecided && Highest.IsDecided && LowestRaw.IsDecided && HighestRaw.IsDecided
        && Shares.All(share => share.CanBeVisible is not null && share.IsRangeDecided && share.Change.IsDecided);

    /// <summary>Analyses a published form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="limits">How much work it may be; <see cref="AnalysisLimits.Default"/> when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 1.</exception>
    public static FormAnalysis Of(EvaluationForm form, AnalysisLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        AnalysisLimits within = limits ?? AnalysisLimits.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(within.SheetsPerStatement, 1, nameof(limits));
        return new(AnalysisFindings.Of(form, within));
    }

    /// <summary>Analyses a draft as if it were published now: what a designer shows before publishing.</summary>
    /// <param name="draft">The draft; it is not changed.</param>
    /// <param name="limits">How much work it may be; <see cref="AnalysisLimits.Default"/> when null.</param>
    /// <returns>The analysis, or every issue of the draft; the issues of a valid draft are its own and those of the analysis.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 1.</exception>
    public static Validated<FormAnalysis> Of(FormDraft draft, AnalysisLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Validated<EvaluationForm> form = draft.Publish();
        FormAnalysis? analysis = form.IsValid ? Of(form.Value, limits) : null;
        return new(analysis, analysis is null ? form.Issues : [.. form.Issues, .. analysis.Issues]);
    }

    /// <summary>What is known of a question.</summary>
    /// <exception cref="ArgumentException">The form has no such question.</exception>
    public QuestionShare Share(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Form.Index.QuestionAt(question) is >= 0 and int position
            ? Shares[position]
            : throw new ArgumentException($"the form has no question `{question}`", nameof(question));
    }
}
