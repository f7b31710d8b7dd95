using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S15: what fails, and why.</summary>
internal sealed class Failures(Form form, AnswerSheet sheet)
{
    private readonly Visibility visibility = new(form, sheet);
    private readonly ScoringMethod method = form.Method;

    /// <summary>Every cause, in document order; of one question its options first, then fatal, then critical.</summary>
    public IReadOnlyList<Failure> All() => form.Whole.AllQuestions()
        .Where(question => question.HasPoints && visibility.IsPresent(question) && sheet.IsAnswered(question))
        .SelectMany(question => ByOption(question).Concat(ByFatal(question)).Concat(ByCritical(question)))
        .ToList();

    /// <summary>S15: an option or range flagged as failing was selected.</summary>
    private IEnumerable<Failure> ByOption(Question question) =>
        from option in Points.SelectedOptions(question, sheet)
        where option.Fails is not null
        select new Failure(question.Key, option.Key, "option", option.Fails!.Group);

    /// <summary>S15: a fatal question is below its best; in a grade the best is the lowest.</summary>
    private IEnumerable<Failure> ByFatal(Question question)
    {
        var points = Points.Earned(question, sheet);
        var isBelowBest = method.Combination == "grade"
            ? points > Points.Lowest(question)
            : points < Points.Highest(question);
        if (question.Fatal && isBelowBest)
        {
            yield return new Failure(question.Key, null, "fatal", question.FailureScope.Group);
        }
    }

    /// <summary>S15: a critical question has a value below the limit of the method.</summary>
    private IEnumerable<Failure> ByCritical(Question question)
    {
        if (method.CriticalBelow is { } limit
            && question.Critical
            && !QuestionValue.IsNeutral(question, method)
            && QuestionValue.Of(question, method, Points.Earned(question, sheet)) < limit)
        {
            yield return new Failure(question.Key, null, "critical", question.FailureScope.Group);
        }
    }
}
