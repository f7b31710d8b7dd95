using System.Text.RegularExpressions;
using QualityKit.Architecture.Tests.Code;
using Xunit;

namespace QualityKit.Architecture.Tests.Guards;

/// <summary>The page of recording safety: each rule and each failure story has a test, and the tests that it names are there.</summary>
public sealed partial class GuardsPageTests
{
    private const int Rules = 23;
    private const int Stories = 21;

    private static readonly string Page = Repository.Read("docs/recording-safety.md");

    [Fact]
    public void Every_rule_and_every_story_names_a_test()
    {
        string[] rows = [.. Page.Split('\n').Where(line => Row().IsMatch(line))];

        Assert.Equal(
            [.. Enumerable.Range(1, Rules).Select(number => $"R{number}"), .. Enumerable.Range(1, Stories).Select(number => $"S{number}")],
            rows.Select(row => Row().Match(row).Groups["id"].Value));
        Assert.All(rows, row => Assert.Matches(Test(), row));
    }

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        ILookup<string, string> files = Repository.Files.Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file).Split('.')[0], StringComparer.Ordinal);

        Assert.All(
            Test().Matches(Page),
            test => Assert.True(
                files[test.Groups["class"].Value].Any(file => Regex.IsMatch(Repository.Read(file), $@"public (async )?\w+ {test.Groups["method"].Value}\(")),
                $"there is no test {test.Value}"));
    }

    [GeneratedRegex(@"^\| (?<id>[RS]\d+) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<class>\w+Tests)\.(?<method>\w+)`")]
    private static partial Regex Test();
}
