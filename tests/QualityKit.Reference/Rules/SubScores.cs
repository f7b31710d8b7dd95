using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S19: critical and tag scores, before rules, bounds and failure.</summary>
internal sealed class SubScores(Form form, IReadOnlyList<Standing> standings)
{
    public ExactNumber? Critical => ByBasis(question => question.Critical);

    public ExactNumber? NonCritical => ByBasis(question => !question.Critical);

    /// <summary>Every tag of the form, ordinal.</summary>
    public IEnumerable<string> Tags =>
        form.Whole.AllQuestions().SelectMany(question => question.Tags).Distinct().Order(StringComparer.Ordinal);

    public ExactNumber? OfTag(string tag) => Weighted(question => question.Tags.Contains(tag), Weights.OfForm);

    private ExactNumber? ByBasis(Func<Question, bool> isPart)
    {
        if (form.Method.Critical == "weighted")
        {
            return Weighted(isPart, Weights.OfForm);
        }

        return form.Method.ValuesArePoints ? Weighted(isPart, Weights.AllOne) : Raw(isPart);
    }

    /// <summary>S19: the method's own combination, with every other question treated as hidden.</summary>
    private ExactNumber? Weighted(Func<Question, bool> isPart, Weights weights) =>
        Combinations.Of(form, weights, Part(isPart), ScoreRules.None).Score(form.Whole, Combination.NothingFailed);

    /// <summary>S19: the sum of e over the sum of m of the normal questions, without weights.</summary>
    private ExactNumber? Raw(Func<Question, bool> isPart)
    {
        var counted = Part(isPart).Where(standing => standing.Counts).ToList();
        var possible = ExactNumber.Sum(counted.Where(standing => standing.IsNormal).Select(standing => standing.Possible));
        return possible.IsZero ? null : ExactNumber.Sum(counted.Select(standing => standing.Earned)) / possible;
    }

    private List<Standing> Part(Func<Question, bool> isPart) =>
        standings.Where(standing => isPart(standing.Question)).ToList();
}
