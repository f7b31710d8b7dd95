namespace QualityKit.Benchmarks;

/// <summary>The scorer that most teams write first: decimals, dictionaries and LINQ. The baseline of the benchmarks.</summary>
internal sealed class NaiveScorer(NaiveForm form)
{
    /// <summary>Scores one sheet: option keys by question key, null for N/A.</summary>
    public NaiveResult Score(IReadOnlyDictionary<string, string?> answers)
    {
        var groups = new List<NaiveGroupResult>();
        bool failed = false;
        decimal total = 0;
        decimal weights = 0;
        foreach (NaiveGroup group in form.Groups)
        {
            decimal earned = 0;
            decimal possible = 0;
            foreach (NaiveQuestion question in group.Questions.Where(question => IsVisible(question, answers)))
            {
                if (!answers.TryGetValue(question.Key, out string? option) || option is null)
                {
                    continue;
                }

                decimal points = question.Options.First(candidate => candidate.Key == option).Points;
                decimal highest = question.Options.Max(candidate => candidate.Points);
                if (highest == 0)
                {
                    continue;
                }

                earned += question.Weight * points / highest;
                possible += question.Weight;
                failed |= question.IsFatal && points < highest;
            }

            decimal? score = possible == 0 ? null : earned / possible;
            groups.Add(new NaiveGroupResult(group.Key, score));
            total += group.Weight * (score ?? 0);
            weights += score is null ? 0 : group.Weight;
        }

        decimal? raw = weights == 0 ? null : total / weights;
        decimal? final = failed ? 0 : raw;
        return new NaiveResult(final, raw, failed, !failed && final >= form.PassMark, groups);
    }

    private static bool IsVisible(NaiveQuestion question, IReadOnlyDictionary<string, string?> answers) =>
        question.VisibleWhen is null
        || (answers.TryGetValue(question.VisibleWhen.Question, out string? option) && option == question.VisibleWhen.Option);
}
