using QualityKit.Architecture.Tests.Code;
using Xunit;

namespace QualityKit.Architecture.Tests.Hygiene;

public sealed class HygieneTests
{
    private const string IssueCodes = "docs/issue-codes.md";

    private const int PragmaLimit = 5;

    // Put together here so that this file does not break the rule that it tests.
    private static readonly string MachinePath = "/" + "home/someone/project";

    private static readonly string RegistryHost = "nuget" + ".org";

    private static readonly HashSet<string> Folders = [.. Repository.Files.Where(file => file.Contains('/', StringComparison.Ordinal)).Select(file => file.Split('/')[0])];

    [Fact]
    public void No_text_names_a_build_machine_or_the_host_of_a_registry() =>
        Violations.AssertNone(
            Texts().SelectMany(file => TextRules.BuildMachines(file, Repository.Read(file))),
            "Write paths relative to the repository; name packages, not where they come from.");

    [Fact]
    public void Every_relative_link_in_the_documents_leads_somewhere() =>
        Violations.AssertNone(
            Files(".md").SelectMany(file => TextRules.BrokenLinks(file, Repository.Read(file), Exists)),
            "Correct the link, or add what it points to.");

    // Decisions and the changelog speak of what there was at their time.
    [Fact]
    public void Every_path_that_the_documents_name_is_there() =>
        Violations.AssertNone(
            Files(".md").Where(file => file != "CHANGELOG.md" && !file.StartsWith("docs/adr/", StringComparison.Ordinal))
                .SelectMany(file => TextRules.BrokenPaths(file, Repository.Read(file), Folders, Exists)),
            "Correct the path, or drop the sentence about what is gone.");

    [Fact]
    public void Every_issue_code_is_documented()
    {
        if (File.Exists(Repository.FullPath(IssueCodes)))
        {
            Violations.AssertNone(
                TextRules.UndocumentedCodes(Sources("src/").Select(Repository.Read), Repository.Read(IssueCodes)),
                "Say what the code means and how to put it right.");
        }
    }

    [Fact]
    public void Warnings_are_suppressed_in_editorconfig_not_by_pragmas()
    {
        List<string> pragmas = [.. Sources("").SelectMany(file => Enumerable.Repeat(file, TextRules.Pragmas(Repository.Read(file))))];

        Assert.True(pragmas.Count <= PragmaLimit, $"{pragmas.Count} pragmas, more than {PragmaLimit}: {string.Join(", ", pragmas)}");
    }

    // The one thing of layout that neither the compiler's analyzers nor `dotnet format whitespace` looks at.
    [Fact]
    public void Using_directives_stand_in_order() =>
        Violations.AssertNone(Sources("").SelectMany(file => TextRules.UnorderedUsings(file, Repository.Read(file))), "Run `dotnet format`.");

    [Fact]
    public void A_using_directive_out_of_order_is_reported()
    {
        const string text = "// Why.\nusing System.Text;\nusing A.B;\nusing A;\nusing System;\nusing static B.C;\nusing D = A.B;\nusing static A.C;\n\nusing var x = M();\nusing E;\n";

        Assert.Equal(
            ["a.cs: `using A;` stands behind `using A.B;`", "a.cs: `using System;` stands behind `using A;`", "a.cs: `using static A.C;` stands behind `using D = A.B;`"],
            TextRules.UnorderedUsings("a.cs", text));
        Assert.Empty(TextRules.UnorderedUsings("a.cs", "using System;\nusing System.Text;\nusing a;\nusing A.B;\nusing AB;\nusing static System.Math;\nusing static A.C;\nusing D = A.B;\n"));
    }

    [Fact]
    public void A_path_of_a_machine_or_a_host_of_a_registry_is_reported()
    {
        Assert.Equal(
            [$"a.md(2): `{MachinePath}` is a path of one machine", $"a.md(1): `{RegistryHost}` names the host of a package registry"],
            TextRules.BuildMachines("a.md", $"from {RegistryHost}\nin {MachinePath}\n"));
        Assert.Empty(TextRules.BuildMachines("a.md", "https://example.org/home/page, src/tmp/x, ${TMPDIR:-/tmp}, docs/work/x"));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_reported()
    {
        const string text = "[a](../b.md#part) [c](missing.md) [d](https://example.org) [e](#here) `[f](code.md)` ![g](/pic.png)";

        Assert.Equal(
            ["docs/x/y.md: the link to `missing.md` leads nowhere"],
            TextRules.BrokenLinks("docs/x/y.md", text, target => target is "docs/b.md" or "pic.png"));
    }

    [Fact]
    public void A_path_that_is_not_there_is_reported()
    {
        const string text = "`src/A.cs` `src/B.cs` | `src/C/` | `src/*/D.cs` `other/E.cs` `3/5`\n```\n`src/F.cs`\n```\n";

        Assert.Equal(
            ["a.md: there is no `src/B.cs`", "a.md: there is no `src/C/`"],
            TextRules.BrokenPaths("a.md", text, new HashSet<string> { "src" }, path => path == "src/A.cs"));
    }

    [Fact]
    public void An_issue_code_without_documentation_is_reported() =>
        Assert.Equal(
            ["QK1002 is declared in src and missing from docs/issue-codes.md"],
            TextRules.UndocumentedCodes(["\"QK1001\", \"QK1002\"", "QK1002 XQK1003 QK10045"], "## QK1001"));

    [Fact]
    public void Pragmas_are_counted() => Assert.Equal(2, TextRules.Pragmas("#pragma warning disable A\n  #pragma warning disable\n#pragma warning restore A"));

    private static IEnumerable<string> Files(string suffix) =>
        Repository.Files.Where(file => file.EndsWith(suffix, StringComparison.Ordinal));

    private static IEnumerable<string> Sources(string folder) => Files(".cs").Where(file => file.StartsWith(folder, StringComparison.Ordinal));

    private static IEnumerable<string> Texts() => Repository.Files.Where(file => !Repository.Read(file).Contains('\0', StringComparison.Ordinal));

    private static bool Exists(string path) => File.Exists(Repository.FullPath(path)) || Directory.Exists(Repository.FullPath(path));
}
