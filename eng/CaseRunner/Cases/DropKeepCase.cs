using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Which grades stay when the lowest are dropped or only the highest are kept.</summary>
internal static class DropKeepCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "grades", "operations");
        JsonElement operations = published.Input.RequiredMember("operations");
        ImmutableArray<Item> items = [.. published.Input.RequiredMember("grades").ToList().Select(Item.Of)];

        var comparison = new Comparison();
        foreach (JsonProperty expected in published.Expected.EnumerateObject())
        {
            JsonElement operation = operations.RequiredMember(expected.Name);
            operation.OnlyHas("operation", "dropLowest", "keepHighest", "keepLowest");
            Scorecard card = ItemForm.Of(setting.Method(Grades(operation)), items).Score();
            comparison.Same(expected.Name, Print(expected.Value.ToList().Select(grade => Fraction.From(grade.ToDecimal()))), Print(Kept(card)));
        }

        return comparison;
    }

    /// <summary>What a gradebook drops or keeps.</summary>
    public static Selection SelectionOf(JsonElement source)
    {
        Selection[] given =
        [
            .. Of(source, "dropLowest", Selection.DropLowest),
            .. Of(source, "keepHighest", Selection.KeepHighest),
            .. Of(source, "keepLowest", Selection.KeepLowest),
        ];
        return given switch
        {
            [] => Selection.All,
            [var only] => only,
            _ => throw new UnsupportedCaseException("dropping and keeping at once is not offered"),
        };
    }

    private static IEnumerable<Selection> Of(JsonElement source, string name, Func<int, Selection> select) =>
        (source.OptionalDecimal(name) ?? 0) is not 0 and var count ? [select((int)count)] : [];

    private static ScoringMethod Grades(JsonElement operation) => new()
    {
        Value = QuestionValue.AsPoints,
        Combination = Combination.QuestionWeights,
        Selection = SelectionOf(operation),
    };

    private static IEnumerable<Fraction> Kept(Scorecard card) =>
        card.Questions.Where(question => question.State == QuestionState.Answered).Select(question => question.Points).OfType<Fraction>();

    private static string Print(IEnumerable<Fraction> grades) => "[" + string.Join(" ", grades) + "]";
}
