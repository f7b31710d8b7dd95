namespace QualityKit.Forms;

/// <summary>What a question is prefilled with. It is a prefill only: scores do not look at it.</summary>
public sealed record DefaultAnswer
{
    private DefaultAnswer(DefaultAnswerKind kind) => Kind = kind;

    /// <summary>Nothing.</summary>
    public static DefaultAnswer None { get; } = new(DefaultAnswerKind.None);

    /// <summary>The answer with the highest points; of several, the first.</summary>
    public static DefaultAnswer Highest { get; } = new(DefaultAnswerKind.Highest);

    /// <summary>The answer with the lowest points; of several, the first.</summary>
    public static DefaultAnswer Lowest { get; } = new(DefaultAnswerKind.Lowest);

    /// <summary>N/A.</summary>
    public static DefaultAnswer NotApplicable { get; } = new(DefaultAnswerKind.NotApplicable);

    /// <summary>Which prefill it is.</summary>
    public DefaultAnswerKind Kind { get; }

    /// <summary>The given answer; null unless the kind is <see cref="DefaultAnswerKind.Given"/>.</summary>
    public Answer? Answer { get; private init; }

    /// <summary>The options of a choice or a multiple selection.</summary>
    public static DefaultAnswer Options(params string[] options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Given(new SelectedOptions { Options = [.. options] });
    }

    /// <summary>A given answer.</summary>
    public static DefaultAnswer Given(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new(DefaultAnswerKind.Given) { Answer = answer };
    }
}
