namespace QualityKit.Forms;

/// <summary>Writes conditions: <c>When.Answered("solved", "no")</c>.</summary>
public static class When
{
    /// <summary>At least one of the options was selected.</summary>
    public static AnsweredOption Answered(string question, params string[] options)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(options);
        return new() { Question = question, Options = [.. options] };
    }

    /// <summary>Every one of the options was selected.</summary>
    public static AnsweredOption AnsweredAll(string question, params string[] options)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(options);
        return new() { Question = question, Options = [.. options], Match = OptionMatch.All };
    }

    /// <summary>These options and no others were selected.</summary>
    public static AnsweredOption AnsweredExactly(string question, params string[] options)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(options);
        return new() { Question = question, Options = [.. options], Match = OptionMatch.Exactly };
    }

    /// <summary>The number lies in a range, both ends included; a missing end is no bound.</summary>
    public static NumberBetween Number(string question, decimal? minimum = null, decimal? maximum = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new() { Question = question, Minimum = minimum, Maximum = maximum };
    }

    /// <summary>The question, or a group around it, was marked N/A.</summary>
    public static MarkedNotApplicable NotApplicable(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new() { Question = question };
    }

    /// <summary>The question is visible and has neither an answer nor an N/A mark.</summary>
    public static LeftUnanswered Unanswered(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new() { Question = question };
    }

    /// <summary>All of the conditions hold.</summary>
    public static AllOf All(params Condition[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new() { Parts = [.. parts] };
    }

    /// <summary>At least one of the conditions holds.</summary>
    public static AnyOf Any(params Condition[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new() { Parts = [.. parts] };
    }

    /// <summary>The condition does not hold.</summary>
    public static Negation Not(Condition part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new() { Part = part };
    }
}
