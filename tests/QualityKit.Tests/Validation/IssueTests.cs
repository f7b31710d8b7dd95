using QualityKit.Validation;

namespace QualityKit.Tests.Validation;

public sealed class IssueTests
{
    [Fact]
    public void An_issue_reads_as_code_place_and_sentence() =>
        Assert.Equal(
            "QK1026 at /groups/0/weight: the weight `-1` is negative; use 0 or more",
            new Issue { Code = IssueCodes.NegativeWeight, Pointer = "/groups/0/weight", Arguments = [new() { Name = "weight", Value = -1 }] }.ToString());

    [Fact]
    public void An_issue_of_the_whole_has_no_place_to_read() =>
        Assert.Equal("QK1023: the form has no groups; add one with questions", new Issue { Code = IssueCodes.NoGroups }.ToString());

    [Fact]
    public void An_issue_is_an_error_unless_it_says_so() => Assert.Equal(Severity.Error, new Issue { Code = "X" }.Severity);

    [Fact]
    public void An_issue_without_arguments_has_an_empty_list() =>
        Assert.Empty(new Issue { Code = "X", Arguments = default }.Arguments);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a/b", "a~1b")]
    [InlineData("a~b", "a~0b")]
    [InlineData("~1", "~01")]
    public void A_segment_of_a_pointer_is_escaped(string segment, string expected) => Assert.Equal(expected, IssueList.Escape(segment));

    [Fact]
    public void A_list_knows_whether_it_has_errors()
    {
        var issues = new IssueList();
        issues.Warning("W", "/a", ("name", 1));
        Assert.False(issues.HasErrors);
        issues.AddRange([new Issue { Code = "W", Severity = Severity.Warning }]);
        Assert.False(issues.HasErrors);
        issues.AddRange([new Issue { Code = "E" }]);
        Assert.True(issues.HasErrors);
        issues.AddRange([new Issue { Code = "W", Severity = Severity.Warning }]);
        Assert.True(issues.HasErrors);
        Assert.Equal(["W", "W", "E", "W"], issues.ToImmutable().Select(issue => issue.Code));
        Assert.Equal(4, issues.Count);
    }

    [Fact]
    public void An_exception_of_one_error_reads_as_that_error()
    {
        var failure = new ValidationFailedException([new Issue { Code = IssueCodes.NoGroups }, new Issue { Code = "W", Severity = Severity.Warning }]);

        Assert.Equal("QK1023: the form has no groups; add one with questions", failure.Message);
        Assert.Equal(2, failure.Issues.Length);
    }

    [Fact]
    public void An_exception_of_several_errors_lists_them()
    {
        var failure = new ValidationFailedException([new Issue { Code = "A" }, new Issue { Code = "B", Pointer = "/b" }]);

        Assert.Equal(string.Join(Environment.NewLine, "2 errors:", "A: A", "B at /b: B"), failure.Message);
    }

    [Fact]
    public void An_exception_without_issues_has_an_empty_list()
    {
        var failure = new ValidationFailedException(default);

        Assert.Empty(failure.Issues);
        Assert.StartsWith("0 errors:", failure.Message, StringComparison.Ordinal);
    }
}
