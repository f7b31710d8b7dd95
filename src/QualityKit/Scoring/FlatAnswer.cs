namespace QualityKit.Scoring;

/// <summary>The codes of flat answers (<see cref="CheckedAnswers.FlatCodes"/>): one 64-bit number a question in document order, and one more for every further 62 options of a multiple selection.</summary>
/// <remarks>A choice: the position of its option. A multiple selection: bit n is set when option n was selected. A number: how many steps it lies
/// above the minimum of the first range. A text or date that was given, and every information block: 0. What was not given has one of the codes here.</remarks>
public static class FlatAnswer
{
    /// <summary>There is no answer.</summary>
    public const long Unanswered = -1;

    /// <summary>The question, or a group around it, was marked N/A.</summary>
    public const long NotApplicable = -2;

    internal const long Hidden = -3;
}
