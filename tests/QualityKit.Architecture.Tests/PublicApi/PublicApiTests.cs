using Microsoft.CodeAnalysis.CSharp;
using QualityKit.Architecture.Tests.Code;
using Xunit;

namespace QualityKit.Architecture.Tests.PublicApi;

public sealed class PublicApiTests
{
    public static TheoryData<string> Projects => [.. Repository.Projects.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_public_api_is_the_one_that_was_written_down(string name)
    {
        SourceProject project = Repository.Projects.Single(candidate => candidate.Name == name);
        IReadOnlyList<string> actual = PublicApiLister.Lines(Compiled.Project(project));
        string shipped = Existing($"{project.Folder}/{PublicApiText.ShippedFile}");
        string unshippedFile = $"{project.Folder}/{PublicApiText.UnshippedFile}";
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1")
        {
            File.WriteAllText(Repository.FullPath(unshippedFile), PublicApiText.UpdatedUnshipped(shipped, actual));
        }

        Violations.AssertNone(
            new PublicApiText(shipped, Existing(unshippedFile)).Differences(actual),
            $"If the change of {name}'s public API is meant, run `eng/public-api` and commit what it writes.");
    }

    [Fact]
    public void The_lister_writes_the_lines_that_the_analyzer_would_write()
    {
        CSharpCompilation compilation = Compiled.Texts(("src/Planted/Planted.cs", PlantedApi.Source));

        Assert.Equal(PlantedApi.Lines, PublicApiLister.Lines(compilation));
    }

    [Fact]
    public void Every_way_in_which_the_files_and_the_code_can_differ_is_reported()
    {
        PublicApiText text = new(
            "#nullable enable\nA\nB\nC\n*REMOVED*D\n",
            "A\n*REMOVED*B\n*REMOVED*E\nF\n");

        Assert.Equal(
            [
                "the first line of PublicAPI.Unshipped.txt must be `#nullable enable`",
                "PublicAPI.Shipped.txt cannot hold a removal: *REMOVED*D",
                "removed but never shipped: E",
                "marked as removed but still there: B",
                "listed twice: A",
                "in the code but not listed: G",
                "listed but not in the code: C",
                "listed but not in the code: *REMOVED*D",
                "listed but not in the code: F",
            ],
            text.Differences(["A", "B", "G"]));
    }

    [Fact]
    public void An_update_keeps_what_was_shipped_and_marks_what_is_gone()
    {
        string updated = PublicApiText.UpdatedUnshipped("#nullable enable\nA\nB\n", ["B", "C"]);

        Assert.Equal("#nullable enable\n*REMOVED*A\nC\n", updated);
        Assert.Empty(new PublicApiText("#nullable enable\nA\nB\n", updated).Differences(["B", "C"]));
    }

    private static string Existing(string file) => File.Exists(Repository.FullPath(file)) ? Repository.Read(file) : "";
}
