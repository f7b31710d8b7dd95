using System.Text;

namespace QualityKit.Tests.Scoring;

/// <summary>The laws as docs/scoring.md shows them.</summary>
internal static class LawTable
{
    private static readonly (LawColumn Column, string Title)[] Columns =
    [
        (LawColumn.GroupWeights, "`GroupWeights` `(QuestionWeights)`"),
        (LawColumn.GroupPoints, "`GroupWeights` `(Points)`"),
        (LawColumn.QuestionWeights, "`Question` `Weights`"),
        (LawColumn.WeightedPoints, "`Weighted` `Points`"),
        (LawColumn.TotalPoints, "`Total` `Points`"),
        (LawColumn.Deductions, "`Deductions`"),
        (LawColumn.Sum, "`Sum`"),
        (LawColumn.Grade, "`Grade`"),
        (LawColumn.Bonus, "with bonus"),
        (LawColumn.DropKeep, "with drop lowest, keep highest"),
        (LawColumn.KeepOthers, "with keep lowest, middle, most frequent"),
        (LawColumn.OutcomeOnly, "with `outcomeOnly`"),
        (LawColumn.Rules, "with rules"),
        (LawColumn.Fills, "with filled N/A"),
    ];

    public static IEnumerable<LawColumn> Combinations => Enum.GetValues<LawColumn>().Where(column => column < LawColumn.Bonus);

    public static IEnumerable<LawColumn> Parts => Enum.GetValues<LawColumn>().Where(column => column >= LawColumn.Bonus);

    public static string Render()
    {
        var examples = new List<string>();
        var text = new StringBuilder();
        text.Append("| law | ").AppendJoin(" | ", Columns.Select(column => column.Title)).Append(" |\n|");
        text.AppendJoin("|", Columns.Select(_ => ":-:").Prepend("---")).Append("|\n");
        foreach (Law law in Laws.All)
        {
            text.Append("| ").Append(law.Name).Append(" | ").AppendJoin(" | ", Columns.Select(column => Cell(law, column.Column, examples))).Append(" |\n");
        }

        text.Append('\n');
        foreach (Law law in Laws.All)
        {
            text.Append("- *").Append(law.Name).Append("*: ").Append(law.Meaning).Append(".\n");
        }

        text.Append("\nCounter-examples, each a test of this name in `LawCounterExamples`:\n\n");
        text.AppendJoin("", examples.Select(example => $"{examples.IndexOf(example) + 1}. `{example}`\n"));
        return text.ToString();
    }

    private static string Cell(Law law, LawColumn column, List<string> examples)
    {
        if (law.HoldsFor(column))
        {
            return "✓";
        }

        string example = law.CounterExample(column);
        if (!examples.Contains(example))
        {
            examples.Add(example);
        }

        return $"{examples.IndexOf(example) + 1}";
    }
}
