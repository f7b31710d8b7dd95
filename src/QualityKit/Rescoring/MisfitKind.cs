namespace QualityKit.Rescoring;

/// <summary>Why an answer does not carry over to another form.</summary>
public enum MisfitKind
{
    /// <summary>The other form has no such question.</summary>
    QuestionGone = 0,

    /// <summary>The other form has no such group, which was marked N/A.</summary>
    GroupGone = 1,

    /// <summary>The question has no such option any more; the whole answer is left out.</summary>
    OptionGone = 2,

    /// <summary>The question or group cannot be marked N/A any more.</summary>
    NotApplicableNotAllowed = 3,

    /// <summary>The question is of another kind, takes fewer options, or has other bounds.</summary>
    AnswerDoesNotFit = 4,

    /// <summary>The other form requires an answer that was not given.</summary>
    AnswerMissing = 5,

    /// <summary>The other form asks for a comment that was not given; the answer counts all the same.</summary>
    CommentMissing = 6,
}
