using QualityKit.Forms;
using QualityKit.Validation;
using static QualityKit.Tests.Forms.SampleForm;

namespace QualityKit.Tests.Forms;

public sealed class FormLimitsTests
{
    public static TheoryData<string> Names => LimitCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_at_the_limit_keeps_to_it(string name)
    {
        LimitCase limit = LimitCases.Named(name);

        Assert.Empty(Breaches(limit.Within, limit.Limits));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_beyond_the_limit_gives_one_error_with_its_code_and_place(string name)
    {
        LimitCase limit = LimitCases.Named(name);

        Issue issue = Assert.Single(Breaches(limit.Beyond, limit.Limits));

        Assert.Equal((limit.Code, limit.Pointer, Severity.Error), (issue.Code, issue.Pointer, issue.Severity));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Limits_add_to_the_usual_issues_and_come_after_them(string name)
    {
        LimitCase limit = LimitCases.Named(name);

        Assert.Equal(limit.Beyond.Check().Select(issue => issue.ToString()), limit.Beyond.Check(limit.Limits)[..^1].Select(issue => issue.ToString()));
    }

    [Fact]
    public void Limits_that_say_nothing_limit_nothing() =>
        Assert.All(LimitCases.All, limit => Assert.Empty(Breaches(limit.Beyond, LimitCase.House)));

    [Fact]
    public void Publishing_does_not_look_at_limits() =>
        Assert.True((With() with { Name = new string('n', 129) }).Publish().IsValid);

    [Fact]
    public void Every_breach_is_reported_at_once()
    {
        FormLimits limits = LimitCase.House with { NameLength = LimitRange.AtMost(3), MostQuestions = 0, QuestionTextLength = LimitRange.AtMost(2), KeyPattern = "k" };

        Assert.Equal(
            [
                (IssueCodes.TextOverLimit, "/name"), (IssueCodes.QuestionsOverLimit, "/groups"), (IssueCodes.KeyOutsidePattern, "/groups/0/key"),
                (IssueCodes.KeyOutsidePattern, "/groups/0/items/0/key"), (IssueCodes.TextOverLimit, "/groups/0/items/0/text"),
                (IssueCodes.KeyOutsidePattern, "/groups/0/items/0/options/0/key"), (IssueCodes.KeyOutsidePattern, "/groups/0/items/0/options/1/key"),
            ],
            Breaches(With(), limits).Select(issue => (issue.Code, issue.Pointer)));
    }

    [Fact]
    public void A_form_full_of_holes_is_checked_without_an_exception()
    {
        FormDraft holes = new()
        {
            Key = null!,
            Name = null!,
            Language = null!,
            Settings = null!,
            Method = null!,
            Groups =
            [
                null!,
                new() { Key = null!, Title = null!, Items = [null!, Ask.YesNo("a", "A?") with { Key = null!, Text = null!, Options = [null!], FailureScope = null!, IsFatal = true, VisibleWhen = new AllOf { Parts = [null!] } }] },
                new() { Key = "b", Title = "B", Items = [Ask.MultiSelect("m", "M?") with { Options = [null!] }, Ask.Number("n", "N?") with { Ranges = [null!], VisibleWhen = new Negation { Part = null! } }] },
            ],
        };

        Assert.NotEmpty(holes.Check(FormLimits.AmazonConnect));
        Assert.NotEmpty(holes.Check(FormLimits.GenesysCloud with { Name = null!, Options = null!, Points = null! }));
    }

    [Fact]
    public void A_form_that_is_too_large_is_not_held_against_limits() =>
        Assert.Equal([IssueCodes.TooManyQuestions], OfQuestions(10_001).Check(FormLimits.AmazonConnect).Select(issue => issue.Code));

    [Fact]
    public void A_draft_is_not_checked_against_nothing() =>
        Assert.Throws<ArgumentNullException>(() => With().Check(null!));

    [Theory]
    [InlineData("(")]
    [InlineData("a)|(b")]
    [InlineData("a(?=b)")]
    [InlineData("(a)\\1")]
    public void A_pattern_that_cannot_be_matched_in_linear_time_is_refused(string pattern) =>
        Assert.ThrowsAny<ArgumentException>(() => LimitCase.House with { KeyPattern = pattern });

    [Fact]
    public void A_refused_pattern_is_named() =>
        Assert.Contains("`a(?=b)`", Assert.Throws<ArgumentException>(() => LimitCase.House with { KeyPattern = "a(?=b)" }).Message, StringComparison.Ordinal);

    [Fact]
    public void A_pattern_can_be_taken_away() => Assert.Null((FormLimits.AmazonConnect with { KeyPattern = null }).KeyPattern);

    [Fact]
    public void A_range_turned_round_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LimitRange.Between(2, 1.9m));
        Assert.Equal((2m, 2m), (LimitRange.Between(2, 2).Least, LimitRange.Between(2, 2).Most));
    }

    [Fact]
    public void Limits_are_values()
    {
        Assert.Equal(FormLimits.AmazonConnect, FormLimits.AmazonConnect with { MostQuestions = 100, Points = LimitRange.Between(0, 10) });
        Assert.NotEqual(FormLimits.AmazonConnect, FormLimits.AmazonConnect with { MostQuestions = 101 });
    }

    [Theory]
    [InlineData("version", "this is version 6, and the house keeps at most 5; start a form with another key")]
    [InlineData("long name", "the text has 6 characters, and the house takes at most 5; shorten it")]
    [InlineData("question weights below the total", "the weights of the questions add up to 99.9, and the house wants 100; change weights by 0.1")]
    [InlineData("failure of a group", "the failure reaches `group`, which the house does not offer; let it reach `form`")]
    [InlineData("failure of a group around", "the failure reaches `far`, which the house does not offer; let it reach `form`, `around`")]
    [InlineData("languages", "the house has no forms in `en-GB`; use one of `de-DE`, `en-US`")]
    [InlineData("key of a group as of a question", "the key `greeting` is already used at `/groups/0/items/0`, and the house wants groups and questions to differ; choose another")]
    [InlineData("source of a kind", "the condition looks at `steps`, and the house has none that look at questions of the kind `multiSelect`; look at another")]
    [InlineData("levels inside one that is too deep", "the group lies 3 levels deep, and the house takes at most 2; move it up")]
    public void A_breach_says_what_is_the_matter(string name, string message)
    {
        LimitCase limit = LimitCases.All.First(limit => limit.Name.EndsWith(name, StringComparison.Ordinal) || limit.Name.StartsWith("most " + name, StringComparison.Ordinal));

        Assert.Equal(message, Assert.Single(Breaches(limit.Beyond, limit.Limits)).Message);
    }

    private static IEnumerable<Issue> Breaches(FormDraft draft, FormLimits limits) =>
        draft.Check(limits).Where(issue => issue.Code.StartsWith("QK12", StringComparison.Ordinal));
}
