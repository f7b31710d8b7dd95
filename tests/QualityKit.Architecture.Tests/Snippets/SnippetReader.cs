using System.Text.RegularExpressions;

namespace QualityKit.Architecture.Tests.Snippets;

/// <summary>Finds the C# blocks of a Markdown file.</summary>
internal static partial class SnippetReader
{
    public static IReadOnlyList<Snippet> Read(string file, string text)
    {
        List<Snippet> snippets = [];
        List<Block> blocks = [.. Blocks(text)];
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Language == "csharp")
            {
                Block? next = i + 1 < blocks.Count ? blocks[i + 1] : null;
                snippets.Add(Build(file, blocks[i], next, snippets.LastOrDefault()));
            }
        }

        return snippets;
    }

    private static Snippet Build(string file, Block block, Block? next, Snippet? before)
    {
        string place = $"{file}({block.Line})";
        (string verb, string argument) = Steering(block.Comment);
        return new Snippet
        {
            Place = place,
            Before = verb == "continues" ? (before ?? throw new FormatException($"{place}: nothing to continue")).Code : "",
            Own = verb switch
            {
                "given" => $"{argument}\n{block.Text}",
                "" or "skip" or "continues" => block.Text,
                _ => throw new FormatException($"{place}: unknown comment `{block.Comment}`"),
            },
            SkipReason = verb == "skip" ? argument : null,
            Output = next is { Language: "text", Comment: "output" } ? next.Text : null,
        };
    }

    private static (string Verb, string Argument) Steering(string comment)
    {
        const string Prefix = "snippet:";
        if (!comment.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return ("", "");
        }

        string[] words = comment[Prefix.Length..].Trim().Split(' ', 2);
        return (words[0], words.Length == 2 ? words[1].Trim() : "");
    }

    private static IEnumerable<Block> Blocks(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        string comment = "";
        for (int i = 0; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is { Success: true } fence)
            {
                int end = Array.FindIndex(lines, i + 1, line => line.Trim() == "```");
                if (end < 0)
                {
                    throw new FormatException($"a block that starts at line {i + 1} never ends");
                }

                yield return new Block(fence.Groups[1].Value, i + 1, string.Join('\n', lines[(i + 1)..end]), comment);
                i = end;
                comment = "";
            }
            else if (lines[i].Trim().Length > 0)
            {
                comment = HiddenComment().Match(lines[i]).Groups[1].Value;
            }
        }
    }

    [GeneratedRegex(@"^\s*```(\w*)\s*$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*<!--\s*(.*?)\s*-->\s*$")]
    private static partial Regex HiddenComment();

    private sealed record Block(string Language, int Line, string Text, string Comment);
}
