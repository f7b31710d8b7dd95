using System.Text.RegularExpressions;

namespace QualityKit.Architecture.Tests.Hygiene;

/// <summary>What no committed text may hold, and what it must keep true.</summary>
internal static partial class TextRules
{
    public static IEnumerable<string> BuildMachines(string file, string text) =>
        Each(file, text, MachinePath(), "is a path of one machine").Concat(Each(file, text, RegistryHost(), "names the host of a package registry"));

    /// <summary>The links of a Markdown file to files that do not exist.</summary>
    public static IEnumerable<string> BrokenLinks(string file, string text, Func<string, bool> exists) =>
        MarkdownLink().Matches(WithoutCode(text))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !HasScheme().IsMatch(target) && !target.StartsWith('#'))
            .Where(target => !exists(Resolve(file, target.Split('#')[0])))
            .Select(target => $"{file}: the link to `{target}` leads nowhere");

    /// <summary>The paths in back-ticks that begin with a folder of the repository and lead nowhere. A path with a wildcard names no file.</summary>
    public static IEnumerable<string> BrokenPaths(string file, string text, IReadOnlySet<string> folders, Func<string, bool> exists) =>
        RepositoryPath().Matches(FencedCode().Replace(text, ""))
            .Select(match => match.Groups["path"].Value)
            .Where(path => folders.Contains(path.Split('/')[0]) && !exists(path.TrimEnd('/')))
            .Select(path => $"{file}: there is no `{path}`");

    public static IEnumerable<string> UndocumentedCodes(IEnumerable<string> sources, string documentation) =>
        sources.SelectMany(source => IssueCode().Matches(source).Select(match => match.Value))
            .Distinct()
            .Where(code => !documentation.Contains(code, StringComparison.Ordinal))
            .Select(code => $"{code} is declared in src and missing from docs/issue-codes.md");

    /// <summary>The using directives that begin a file and stand where `dotnet format` would not put them: namespaces, System first, then static ones, then aliases, each by name.</summary>
    public static IEnumerable<string> UnorderedUsings(string file, string source)
    {
        List<string> usings = [.. source.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd()).TakeWhile(line => line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal) || Directive().IsMatch(line))
            .Where(line => Directive().IsMatch(line))];
        return usings.Zip(usings.Skip(1)).Where(pair => Compare(pair.First, pair.Second) > 0).Select(pair => $"{file}: `{pair.Second}` stands behind `{pair.First}`");
    }

    public static int Pragmas(string source) => DisablePragma().Count(source);

    private static int Compare(string first, string second)
    {
        (int Rank, string[] Names) one = PlaceOf(first);
        (int Rank, string[] Names) other = PlaceOf(second);
        int difference = one.Rank - other.Rank;
        for (int name = 0; difference == 0 && name < Math.Min(one.Names.Length, other.Names.Length); name++)
        {
            difference = StringComparer.OrdinalIgnoreCase.Compare(one.Names[name], other.Names[name]);
        }

        return difference != 0 ? difference : one.Names.Length - other.Names.Length;
    }

    private static (int Rank, string[] Names) PlaceOf(string directive)
    {
        Match match = Directive().Match(directive);
        int kind = match.Groups["alias"].Success ? 2 : match.Groups["static"].Success ? 1 : 0;
        string[] names = (match.Groups["alias"].Success ? match.Groups["alias"].Value : match.Groups["name"].Value).Split('.');
        return ((2 * kind) + (names[0] == "System" ? 0 : 1), names);
    }

    private static IEnumerable<string> Each(string file, string text, Regex pattern, string problem) =>
        text.Split('\n').SelectMany((line, index) => pattern.Matches(line).Select(match => $"{file}({index + 1}): `{match.Value}` {problem}"));

    private static string WithoutCode(string markdown) => CodeSpan().Replace(markdown, "");

    private static string Resolve(string file, string target)
    {
        string start = target.StartsWith('/') ? "" : Path.GetDirectoryName(file) ?? "";
        return Path.GetRelativePath(Path.GetFullPath("."), Path.GetFullPath(Path.Combine(start, Uri.UnescapeDataString(target).TrimStart('/'))))
            .Replace('\\', '/');
    }

    [GeneratedRegex(@"(?<![\w.~$})\]/-])/(work|farm|home|root|tmp)(/[\w.-]+)+")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"(api\.)?nuget\.org|registry\.npmjs\.org|deb\.debian\.org|pypi\.org", RegexOptions.IgnoreCase)]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"!?\[[^\]]*\]\((?<target>[^)\s]+)[^)]*\)")]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^using (?<static>static )?((?<alias>\w+) = )?(?<name>[\w.<>, ]+);$")]
    private static partial Regex Directive();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedCode();

    [GeneratedRegex(@"`(?<path>[\w.-]+/[\w./-]*)`")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex HasScheme();

    [GeneratedRegex(@"\bQK\d{4}\b")]
    private static partial Regex IssueCode();

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable\b", RegexOptions.Multiline)]
    private static partial Regex DisablePragma();
}
