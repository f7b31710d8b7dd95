using Xunit;
using static QualityKit.Reference.Tests.FormText;

namespace QualityKit.Reference.Tests;

/// <summary>S1 and S4 to S6: what one question is worth.</summary>
public sealed class QuestionTests
{
    // Weights 50, 25, 25; answers 100, 50 and N/A; another group, of weight 0, with 0 and 0.
    private static readonly string[] GqmGroups =
    [
        Group("g", Choice("a", "'weight':50", "100", "50", "0"), Choice("b", "'weight':25", "100", "50", "0"), Choice("c", "'weight':25", "100", "50", "0")),
        GroupWith("other", "'weight':0", Choice("d", "", "100", "50", "0"), Choice("e", "", "100", "50", "0")),
    ];

    [Fact]
    public void Decimals_add_up_exactly_S1() =>
        Assert.Equal("3/10", Scored.Of(Form("'combination':'sum'", Group("g", Choice("a", "", "0.1", "0"), Choice("b", "", "0.2", "0"))), "a=0.1 b=0.2").Total);

    [Fact]
    public void A_third_is_a_third_S1() =>
        Assert.Equal("1/3", Scored.Of(Form("", Group("g", YesNo("a"), YesNo("b"), YesNo("c"))), "a=1 b=0 c=0").Total);

    [Theory]
    [InlineData("m=x+y", "3")] // 3 + 2 + 1 for z unselected = 6, capped at 3
    [InlineData("m=x", "3")] // 3 - 1 + 1 = 3
    [InlineData("m=y+z", "-2")] // 0 + 2 - 4 = -2
    [InlineData("m=", "0")] // 0 - 1 + 1
    public void A_multiple_selection_adds_up_to_its_cap_S4(string answers, string points)
    {
        // Highest 3 + 2 + 1 = 6, at most the cap 3.
        var form = Form("'value':'ofFixedScale','scale':10", Group("g", MultiSelect(
            "m", "'cap':3", Option("x", "3"), Option("y", "2", "'unselected':-1"), Option("z", "-4", "'unselected':1"))));
        var scored = Scored.Of(form, answers);
        Assert.Equal(points, scored.Question("m", "points"));
        Assert.Equal("3", scored.Question("m", "highest"));
    }

    [Theory]
    [InlineData("n=#0", "1")]
    [InlineData("n=#1.5", "1")]
    [InlineData("n=#2", "4")]
    [InlineData("n=#3", "4")]
    public void A_number_earns_the_points_of_the_range_that_holds_it_ends_included_S4(string answers, string points)
    {
        var form = Form("", Group("g", Number("n", "'step':0.5", Range("0", "1.5", "1"), Range("2", "3", "4"))));
        Assert.Equal(points, Scored.Of(form, answers).Question("n", "points"));
    }

    [Fact]
    public void A_bonus_option_adds_points_and_leaves_the_highest_alone_S4()
    {
        var form = Form("", Group("g", ChoiceOf("a", "", Option("star", "6", "'bonus':true"), Option("yes", "5"), Option("no", "0"))));
        var scored = Scored.Of(form, "a=star");
        Assert.Equal(("6", "5", "6/5"), (scored.Question("a", "points"), scored.Question("a", "highest"), scored.Total));
    }

    [Theory]
    [InlineData("'value':'ofMaximum'", "3/8")]
    [InlineData("'value':'ofRange'", "13/18")] // (3 - -10) / (8 - -10)
    [InlineData("'value':'ofFixedScale','scale':12", "1/4")]
    [InlineData("'value':'ofLargestMagnitude'", "3/10")]
    [InlineData("'value':'asPoints'", "3")]
    public void A_value_is_earned_over_possible_S5(string method, string value)
    {
        var scored = Scored.Of(Form(method, Group("g", Choice("a", "", "8", "3", "-10"))), "a=3");
        Assert.Equal(value, scored.Question("a", "value"));
        Assert.Equal(value, scored.Total);
    }

    [Fact]
    public void A_neutral_question_is_left_out_of_means_and_counts_where_points_are_added_S5()
    {
        // a: 10 of 10; b: -5 of 0 possible. Means: 10/10. Points: (10 - 5) / 10.
        var groups = new[] { Group("g", Choice("a", "", "10", "0"), Choice("b", "", "0", "-5")) };
        var means = Scored.Of(Form("", groups), "a=10 b=-5");
        Assert.Equal(("1", "neutral"), (means.Total, means.Question("b", "state")));
        var points = Scored.Of(Form("'combination':'totalPoints'", groups), "a=10 b=-5");
        Assert.Equal(("1/2", "answered"), (points.Total, points.Question("b", "state")));
        Assert.Equal("1/2", Scored.Of(Form("'within':'points'", groups), "a=10 b=-5").Total);
    }

    [Theory]
    [InlineData("leavesForm", "2/3")] // 2 of 3 answered
    [InlineData("staysInGroup", "2/3")]
    [InlineData("fullMarks", "3/4")]
    [InlineData("zero", "1/2")]
    [InlineData("groupMean", "2/3")] // (2 + 2/3) / 4
    [InlineData("groupPossibleMean", "5/8")] // (2 + 1/2) / 4
    [InlineData("formMean", "2/3")]
    public void Equal_questions_one_of_them_not_applicable_S6(string rule, string total)
    {
        var groups = Group("g", YesNo("a"), YesNo("b"), YesNo("c"), YesNo("d"));
        Assert.Equal(total, Scored.Of(Form($"'notApplicable':'{rule}'", groups), "a=1 b=1 c=0 d=NA").Total);
        Assert.Equal(total, Scored.Of(Form($"'notApplicable':'{rule}','combination':'questionWeights'", groups), "a=1 b=1 c=0 d=NA").Total);
        Assert.Equal(total, Scored.Of(Form($"'notApplicable':'{rule}','combination':'weightedPoints'", groups), "a=1 b=1 c=0 d=NA").Total);
    }

    [Theory]
    [InlineData("groupMean", "13/16")] // c = 75 %: 50 + 12.5 + 18.75 = 81.25 %
    [InlineData("groupPossibleMean", "3/4")] // c = 50 %: 50 + 12.5 + 12.5
    [InlineData("staysInGroup", "5/6")] // 62.5 / 75
    [InlineData("leavesForm", "5/6")]
    [InlineData("formMean", "23/32")] // c = (100 + 50 + 0 + 0) / 4 = 37.5 %: 62.5 + 9.375 = 71.875 %
    [InlineData("fullMarks", "7/8")]
    [InlineData("zero", "5/8")]
    public void The_methods_of_Genesys_for_not_applicable_S6(string rule, string total)
    {
        var scored = Scored.Of(Form($"'notApplicable':'{rule}'", GqmGroups), "a=100 b=50 c=NA d=0 e=0");
        Assert.Equal(total, scored.Group("g"));
        Assert.Equal(total, scored.Total);
    }

    [Fact]
    public void A_mean_of_no_answers_leaves_the_question_out_S6()
    {
        var scored = Scored.Of(Form("'notApplicable':'groupMean'", Group("g", YesNo("a")), Group("h", YesNo("b"))), "a=NA b=1");
        Assert.Equal(("1", "notApplicable"), (scored.Total, scored.Question("a", "state")));
    }

    [Fact]
    public void Means_leave_out_bonus_questions_and_bonus_options_S6()
    {
        // Only b takes part: d is filled with 0. (0 + 0 + 2 for the starred c + the bonus 1) / 3 normal = 1.
        var form = Form("'notApplicable':'groupMean'", Group(
            "g", YesNo("a", "'bonus':true"), YesNo("b"), ChoiceOf("c", "", Option("star", "2", "'bonus':true"), Option("yes", "1"), Option("no", "0")), YesNo("d")));
        var scored = Scored.Of(form, "a=1 b=0 c=star d=NA");
        Assert.Equal(("0", "filled"), (scored.Question("d", "value"), scored.Question("d", "state")));
        Assert.Equal("1", scored.Total);
    }

    [Theory]
    [InlineData("fullMarks", "9")] // 4 + 5
    [InlineData("zero", "4")]
    public void Filled_points_of_a_sum_S6(string rule, string total) => Assert.Equal(
        total,
        Scored.Of(Form($"'combination':'sum','notApplicable':'{rule}'", Group("g", Choice("a", "", "4", "2"), Choice("b", "", "5", "2"))), "a=4 b=NA").Total);

    [Theory]
    [InlineData("fullMarks", "3/2")] // best grade 1: (2 + 1) / 2
    [InlineData("zero", "4")] // worst grade 6: (2 + 6) / 2
    public void Filled_grades_S6(string rule, string total) => Assert.Equal(
        total,
        Scored.Of(Form($"'combination':'grade','failure':'outcomeOnly','notApplicable':'{rule}'", Group("g", Choice("a", "", "1", "2"), Choice("b", "", "1", "6"))), "a=2 b=NA").Total);

    [Theory]
    [InlineData("'unanswered':'asNotApplicable'", "1", "unanswered")]
    [InlineData("'unanswered':'asZero'", "1/2", "filled")]
    [InlineData("'notApplicable':'fullMarks'", "1", "filled")]
    public void An_optional_question_left_unanswered_S6(string method, string total, string state)
    {
        var scored = Scored.Of(Form(method, Group("g", YesNo("a"), YesNo("b", "'required':false"))), "a=1");
        Assert.Equal((total, state), (scored.Total, scored.Question("b", "state")));
    }

    [Fact]
    public void A_preview_leaves_required_questions_out_until_they_are_answered_S6()
    {
        var scored = Scored.Of(Form("'notApplicable':'zero','unanswered':'asZero'", Group("g", YesNo("a"), YesNo("b"))), "a=1", preview: true);
        Assert.Equal(("1", "unanswered"), (scored.Total, scored.Question("b", "state")));
        Assert.True(scored.Card["provisional"]!.GetValue<bool>());
    }

    [Fact]
    public void A_bonus_question_is_never_filled_S6()
    {
        var scored = Scored.Of(Form("'notApplicable':'fullMarks'", Group("g", YesNo("a"), YesNo("b", "'bonus':true"))), "a=1 b=NA");
        Assert.Equal(("1", "notApplicable"), (scored.Total, scored.Question("b", "state")));
    }
}
