using QualityKit.Architecture.Tests.Code;
using Xunit;

namespace QualityKit.Architecture.Tests.Snippets;

public sealed class SnippetTests
{
    [Fact]
    public void Every_snippet_of_the_documents_compiles_and_prints_what_the_documents_say() =>
        Violations.AssertNone(
            Documents().SelectMany(file => SnippetReader.Read(file, Repository.Read(file))).SelectMany(SnippetRunner.Problems),
            "Correct the snippet; CONTRIBUTING.md lists the comments that steer how it is compiled.");

    [Fact]
    public void The_quick_start_of_the_readme_is_the_sample() =>
        Assert.Contains($"```csharp\n{Repository.Read("samples/QuickStart/Program.cs").ReplaceLineEndings("\n").Trim()}\n```", Repository.Read("README.md").ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("int x = \"text\";", "CS0029")]
    [InlineData("public int Twice(int x) => y;", "CS0103")]
    [InlineData("class A { NoSuchType B; }", "CS0246")]
    public void A_snippet_that_does_not_compile_is_reported(string code, string error) =>
        Assert.Contains(Problems($"```csharp\n{code}\n```"), problem => problem.Contains(error, StringComparison.Ordinal));

    [Theory]
    [InlineData("Console.WriteLine(1);")]
    [InlineData("public int Twice(int x) => 2 * x;")]
    [InlineData("public sealed record A { public required string B { get; init; } }")]
    [InlineData("await Task.Yield();")]
    public void Statements_members_and_types_compile(string code) => Assert.Empty(Problems($"```csharp\n{code}\n```"));

    [Fact]
    public void A_block_can_continue_the_one_before_it() =>
        Assert.Empty(Problems("```csharp\nint x = 1;\n```\nThen:\n<!-- snippet: continues -->\n```csharp\nConsole.WriteLine(x);\n```\n<!-- output -->\n```text\n1\n```"));

    [Fact]
    public void A_block_that_continues_another_promises_only_what_it_prints_itself() =>
        Assert.Empty(Problems("```csharp\nConsole.WriteLine(1);\n```\n<!-- snippet: continues -->\n```csharp\nConsole.WriteLine(2);\n```\n<!-- output -->\n```text\n2\n```"));

    [Fact]
    public void A_block_can_be_given_code_that_the_reader_does_not_see() =>
        Assert.Empty(Problems("<!-- snippet: given int x = 1; -->\n```csharp\nx++;\n```"));

    [Fact]
    public void A_block_is_skipped_only_with_a_reason()
    {
        Assert.Empty(Problems("<!-- snippet: skip needs a server -->\n```csharp\nnonsense\n```"));
        Assert.Equal(["a.md(2): skipped without a reason"], Problems("<!-- snippet: skip -->\n```csharp\nnonsense\n```"));
    }

    [Theory]
    [InlineData("Console.WriteLine(2);")]
    [InlineData("throw new InvalidOperationException();")]
    [InlineData("class A;")]
    public void An_output_that_is_not_the_promised_one_is_reported(string code) =>
        Assert.Contains(
            Problems($"```csharp\n{code}\n```\n\n<!-- output -->\n```text\n1\n```"),
            problem => problem.Contains("a.md(1): prints", StringComparison.Ordinal));

    [Theory]
    [InlineData("snippet: contineus")]
    [InlineData("snippet: skips it")]
    [InlineData("snippet: continues")]
    public void A_comment_that_cannot_be_obeyed_is_an_error(string comment) =>
        Assert.Throws<FormatException>(() => SnippetReader.Read("a.md", $"<!-- {comment} -->\n```csharp\n```"));

    [Fact]
    public void Blocks_in_other_languages_are_left_alone() => Assert.Empty(SnippetReader.Read("a.md", "```sh\nls\n```\n```\nx\n```"));

    private static IEnumerable<string> Documents() => Repository.Files.Where(file =>
        file == "README.md" || (file.StartsWith("docs/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal)));

    private static IEnumerable<string> Problems(string markdown) => SnippetReader.Read("a.md", markdown).SelectMany(SnippetRunner.Problems);
}
