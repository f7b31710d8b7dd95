namespace QualityKit.Reference.Statistics;

/// <summary>A table of ratings: units down, raters across, the category's position or nothing in each cell.</summary>
public sealed class ExactRatings(IReadOnlyList<IReadOnlyList<int?>> rows, IReadOnlyList<ExactNumber> categories)
{
    /// <summary>The units, with the ratings of every rater.</summary>
    public IReadOnlyList<IReadOnlyList<int?>> Rows { get; } = rows;

    /// <summary>The value of every category, unused ones included.</summary>
    public IReadOnlyList<ExactNumber> Categories { get; } = categories;

    /// <summary>How many raters put each unit into each category.</summary>
    public IReadOnlyList<int[]> Counts { get; } =
        [.. rows.Select(row => Enumerable.Range(0, categories.Count).Select(k => row.Count(cell => cell == k)).ToArray())];

    public int Raters => Rows.Count == 0 ? 0 : Rows[0].Count;
}
