namespace QualityKit.Forms;

/// <summary>What a change between two versions of a form can do.</summary>
/// <remarks>Where all changes are of wording and workflow, answers that fit both versions have the same score, outcome and band under both.</remarks>
public enum FormChangeEffect
{
    /// <summary>It can change a score, a sub-score, an outcome or a band, or what can be answered in a question that is scored.</summary>
    Scores = 0,

    /// <summary>It changes what people read, or how a score is shown.</summary>
    Wording = 1,

    /// <summary>It changes how the form is filled in, where it lives, or how evaluations live after they were submitted.</summary>
    Workflow = 2,
}
