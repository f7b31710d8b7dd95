using System.Text;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Why a score is what it is: a tree that names every number and adds up to the total exactly (rule S21).</summary>
public sealed class ScoreExplanation
{
    private readonly Rounding _rounding;

    internal ScoreExplanation(ExplanationNode root, string language, Rounding rounding)
    {
        Root = root;
        Language = language;
        _rounding = rounding;
    }

    /// <summary>The line of the form; its amount is the total, null when there is none.</summary>
    public ExplanationNode Root { get; }

    /// <summary>The language of the words, a BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>The explanation for people: one line each, what it adds to the total in front, inner lines further in.</summary>
    public override string ToString()
    {
        var lines = new List<(string Amount, string Text)>();
        Collect(Root, 0, lines);
        int width = lines.Max(line => line.Amount.Length);
        var text = new StringBuilder();
        foreach ((string amount, string line) in lines)
        {
            text.Append(amount.PadLeft(width)).Append("  ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private void Collect(ExplanationNode node, int depth, List<(string Amount, string Text)> lines)
    {
        lines.Add((node.Amount?.ToString(_rounding) ?? "", new string(' ', 2 * depth) + node.Text));
        foreach (ExplanationNode child in node.Children)
        {
            Collect(child, depth + 1, lines);
        }
    }
}
