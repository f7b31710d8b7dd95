using System.Text.Json;
using QualityKit.Validation;
using QualityKit.Wire;
using Xunit;

namespace QualityKit.Tests.Wire;

public sealed class JsonVectorTests
{
    private static string Folder => RepositoryFile.Path("tests/vectors/json");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_issue_of_a_document_comes_with_its_code_and_pointer(string name)
    {
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name, "issues.json")));
        Assert.NotEmpty(expected.RootElement.GetProperty("provenance").GetString()!);
        string[] issues = [.. expected.RootElement.GetProperty("issues").EnumerateArray()
            .Select(issue => $"{issue.GetProperty("code").GetString()} {issue.GetProperty("pointer").GetString()}")];

        byte[] input = File.ReadAllBytes(Path.Combine(Folder, name, "input.json"));
        (bool isValid, IEnumerable<Issue> found) = expected.RootElement.GetProperty("reads").GetString() == "form"
            ? Result(FormJson.Read(input))
            : Result(AnswerSheetJson.Read(input));

        Assert.Equal(issues, found.Select(issue => $"{issue.Code} {issue.Pointer}"));
        Assert.Equal(issues.Length == 0, isValid);
    }

    [Fact]
    public void Every_code_of_reading_has_a_case_or_a_test_of_its_own()
    {
        string[] ofTheirOwn =
        [
            IssueCodes.JsonTooLarge, IssueCodes.JsonTooManyQuestions, IssueCodes.JsonTooManyGroups, IssueCodes.JsonTooManyIssues,
            IssueCodes.JsonTooManyElements,
        ];
        string cases = string.Concat(Directory.GetDirectories(Folder).Select(path => File.ReadAllText(Path.Combine(path, "issues.json"))));

        Assert.All(
            MessageCatalogue.English.Codes.Where(code => code.StartsWith("QK3", StringComparison.Ordinal)).Except(ofTheirOwn),
            code => Assert.Contains(code, cases, StringComparison.Ordinal));
    }

    private static (bool IsValid, IEnumerable<Issue> Issues) Result<T>(Validated<T> read)
        where T : class => (read.IsValid, read.Issues);
}
