namespace QualityKit.Forms;

/// <summary>When an evaluator must comment on an answer.</summary>
public enum CommentRule
{
    /// <summary>A comment is welcome and never required.</summary>
    Never = 0,

    /// <summary>Every answer, N/A included, needs a comment.</summary>
    Always = 1,

    /// <summary>An answer with an option or range flagged so needs a comment.</summary>
    WhenFlagged = 2,
}
