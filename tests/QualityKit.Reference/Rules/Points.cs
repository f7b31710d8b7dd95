using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S4: the points of an answer, and the highest and lowest a question can earn.</summary>
internal static class Points
{
    /// <summary>S4: p of a question that has an answer.</summary>
    public static ExactNumber Earned(Question question, AnswerSheet sheet)
    {
        var selected = SelectedOptions(question, sheet);
        if (question.Kind != QuestionKind.MultiSelect)
        {
            return selected.Single().Points;
        }

        return Capped(question, question.Options.Select(option => selected.Contains(option) ? option.Points : option.Unselected));
    }

    /// <summary>S4: h.</summary>
    public static ExactNumber Highest(Question question) => question.Kind == QuestionKind.MultiSelect
        ? Capped(question, question.Options.Select(option => ExactNumber.Max(option.Points, option.Unselected)))
        : NormalPoints(question).Max() ?? ExactNumber.Zero;

    /// <summary>S4: l.</summary>
    public static ExactNumber Lowest(Question question) => question.Kind == QuestionKind.MultiSelect
        ? Capped(question, question.Options.Select(option => ExactNumber.Min(option.Points, option.Unselected)))
        : NormalPoints(question).Min() ?? ExactNumber.Zero;

    /// <summary>The options selected, or the range that holds the number, both ends included.</summary>
    public static IReadOnlyList<Option> SelectedOptions(Question question, AnswerSheet sheet)
    {
        if (question.Kind == QuestionKind.Number)
        {
            return sheet.Number(question) is { } number
                ? [question.Options.Single(range => range.Minimum! <= number && number <= range.Maximum!)]
                : [];
        }

        return question.Options.Where(option => sheet.Selected(question).Contains(option.Key!)).ToList();
    }

    /// <summary>S6: the points of every possible answer that is not a bonus; of a multiple selection the two ends.</summary>
    public static IReadOnlyList<ExactNumber> OfPossibleAnswers(Question question) => question.Kind == QuestionKind.MultiSelect
        ? [Lowest(question), Highest(question)]
        : NormalPoints(question);

    private static List<ExactNumber> NormalPoints(Question question) =>
        question.Options.Where(option => !option.Bonus).Select(option => option.Points).ToList();

    private static ExactNumber Capped(Question question, IEnumerable<ExactNumber> points)
    {
        var sum = ExactNumber.Sum(points);
        return question.Cap is null ? sum : ExactNumber.Min(sum, question.Cap);
    }
}
