using Xunit;
using static QualityKit.Reference.Tests.FormText;

namespace QualityKit.Reference.Tests;

/// <summary>S7 to S12: putting questions together.</summary>
public sealed class CombinationTests
{
    [Theory]
    [InlineData("a=100 b=50 c=50 d=0", "3/5")] // 40 + 10 + 10 + 0
    [InlineData("a=100 b=50 c=50 d=NA", "3/4")] // 60 / 80
    public void Amazon_weighs_questions_S7(string answers, string total)
    {
        var form = Form("'combination':'questionWeights'", Group(
            "g", Choice("a", "'weight':40", "100", "0"), Choice("b", "'weight':20", "100", "50", "0"), Choice("c", "'weight':20", "100", "50", "0"), Choice("d", "'weight':20", "100", "0")));
        Assert.Equal(total, Scored.Of(form, answers).Total);
    }

    [Fact]
    public void Genesys_weighs_points_S7()
    {
        // 40 x 1 of 40 x 2, 20 x 1 of 20 x 1: 60 / 100.
        var form = Form("'combination':'weightedPoints'", GroupWith("g", "'weight':40", YesNo("a"), YesNo("b")), GroupWith("h", "'weight':20", YesNo("c")));
        Assert.Equal("3/5", Scored.Of(form, "a=1 b=0 c=1").Total);
    }

    [Fact]
    public void Total_points_ignore_all_weights_S7()
    {
        // 2 of 3.
        var form = Form("'combination':'totalPoints'", GroupWith("g", "'weight':40", YesNo("a", "'weight':9"), YesNo("b")), GroupWith("h", "'weight':20", YesNo("c")));
        Assert.Equal("2/3", Scored.Of(form, "a=1 b=0 c=1").Total);
    }

    [Fact]
    public void Question_weights_ignore_group_weights_S7()
    {
        // (3 x 1 + 1 x 0) / 4.
        var form = Form("'combination':'questionWeights'", GroupWith("g", "'weight':40", YesNo("a", "'weight':3")), GroupWith("h", "'weight':0", YesNo("b")));
        Assert.Equal("3/4", Scored.Of(form, "a=1 b=0").Total);
    }

    [Theory]
    [InlineData("leavesForm", "1/3")] // 5 / (5 + 10)
    [InlineData("staysInGroup", "1/2")] // a takes over the 5 of b: 10 / (10 + 10)
    public void What_is_not_applicable_leaves_the_form_or_stays_in_its_group_S7(string rule, string total)
    {
        var form = Form($"'combination':'weightedPoints','notApplicable':'{rule}'", Group("g", Choice("a", "", "5", "0"), Choice("b", "", "5", "0")), Group("h", Choice("c", "", "10", "0")));
        Assert.Equal(total, Scored.Of(form, "a=5 b=NA c=0").Total);
    }

    [Fact]
    public void A_group_scores_the_same_quotient_at_any_depth_S7()
    {
        // g: (2 + 0 + 1) / (2 + 2 + 1); its inner group: (0 + 1) / (2 + 1).
        var form = Form("'combination':'totalPoints'", Group("g", Choice("a", "", "2", "0"), Group("h", Choice("b", "", "2", "0"), YesNo("c"))));
        var scored = Scored.Of(form, "a=2 b=0 c=1");
        Assert.Equal(("3/5", "1/3"), (scored.Group("g"), scored.Group("h")));
    }

    [Theory]
    [InlineData("leavesForm", "29/36")] // weights 20 and 70: (20 + 52.5) / 90
    [InlineData("staysInGroup", "33/40")] // weights 30 and 70: (30 + 52.5) / 100
    public void Sections_with_one_not_applicable_and_one_half_S8(string rule, string total)
    {
        var form = Form($"'notApplicable':'{rule}'", GroupWith("g", "'weight':30", YesNo("a"), YesNo("b"), YesNo("c")), GroupWith("h", "'weight':70", YesNo("d"), Choice("e", "", "2", "1", "0")));
        Assert.Equal(total, Scored.Of(form, "a=1 b=1 c=NA d=1 e=1").Total);
    }

    [Theory]
    [InlineData("questionWeights", "4/5")] // (3/5 + 1) / 2
    [InlineData("points", "2/3")] // (3 + 1) / (5 + 1)
    public void Within_a_group_by_weights_or_by_points_S8(string within, string total) =>
        Assert.Equal(total, Scored.Of(Form($"'within':'{within}'", Group("g", Choice("a", "", "5", "3", "0"), YesNo("b"))), "a=3 b=1").Total);

    [Fact]
    public void A_pool_of_questions_stands_beside_groups_S8()
    {
        // Pool: (2 x 1 + 1 x 0) / (2 + 1) = 2/3 of weight 2 + 1 = 3; inner group: 0 of weight 2. (3 x 2/3 + 0) / 5.
        var form = Form("'within':'points'", Group("g", YesNo("a", "'weight':2"), YesNo("b"), GroupWith("h", "'weight':2", YesNo("c"))));
        Assert.Equal("2/5", Scored.Of(form, "a=1 b=0 c=0").Total);
    }

    [Fact]
    public void A_pool_is_there_as_far_as_its_points_are_S8()
    {
        // g: presence 5/6, value 3/5; h: 1. (5/6 x 3/5 + 1) / (5/6 + 1) = (3/2) / (11/6).
        var form = Form("'within':'points','notApplicable':'leavesForm'", Group("g", Choice("a", "", "5", "3", "0"), YesNo("b")), Group("h", YesNo("c")));
        Assert.Equal("9/11", Scored.Of(form, "a=3 b=NA c=1").Total);
    }

    [Theory]
    [InlineData("staysInGroup", "1/4")] // g: (1 + 0) / 2 = 1/2; total (1/2 + 0) / 2
    [InlineData("leavesForm", "2/7")] // i: f 1/2, value 0; g: 1 / (1 + 1/2) = 2/3 with f (1 + 1/2) / 2 = 3/4; total (3/4 x 2/3) / (3/4 + 1)
    public void Presence_goes_up_the_tree_S8(string rule, string total)
    {
        var form = Form($"'notApplicable':'{rule}'", Group("g", YesNo("q"), Group("i", YesNo("a"), YesNo("b"))), Group("h", YesNo("c")));
        Assert.Equal(total, Scored.Of(form, "q=1 a=0 b=NA c=0").Total);
    }

    [Fact]
    public void Bonus_questions_of_a_group_count_beside_the_normal_ones_S8()
    {
        // Normal 1 and 0 of weight 1 each, bonus 1 of weight 0.5: 1.5 / 2.
        var form = Form("", Group("g", YesNo("a"), YesNo("b"), YesNo("c", "'bonus':true,'weight':0.5")));
        Assert.Equal("3/4", Scored.Of(form, "a=1 b=0 c=1").Total);
    }

    [Theory]
    [InlineData("questionWeights")]
    [InlineData("points")]
    public void A_group_of_bonus_questions_alone_is_a_bonus_item_S8(string within)
    {
        // h: (3 x 1 + 1 x 0) / 4 = 3/4 of weight 2, added to g's 1/2 of weight 4: (2 + 1.5) / 4.
        var form = Form($"'within':'{within}'", GroupWith("g", "'weight':4", YesNo("a"), YesNo("b")), GroupWith("h", "'weight':2", YesNo("c", "'bonus':true,'weight':3"), YesNo("d", "'bonus':true")));
        var scored = Scored.Of(form, "a=1 b=0 c=1 d=0");
        Assert.Equal(("7/8", "3/4"), (scored.Total, scored.Group("h")));
    }

    [Fact]
    public void A_form_of_bonus_questions_alone_has_no_total_S8() =>
        Assert.Null(Scored.Of(Form("", Group("g", YesNo("a", "'bonus':true"))), "a=1").Total);

    [Fact]
    public void A_group_of_weight_0_changes_nothing_outside_itself_S8()
    {
        var scored = Scored.Of(Form("", Group("g", YesNo("a")), GroupWith("h", "'weight':0", YesNo("b"))), "a=1 b=0");
        Assert.Equal(("1", "0"), (scored.Total, scored.Group("h")));
    }

    [Fact]
    public void A_sum_multiplies_weights_down_the_tree_S9()
    {
        // 2 x 3 x 5 + 2 x 1 x -1.
        var form = Form("'combination':'sum'", GroupWith("g", "'weight':2", Choice("a", "'weight':3", "5", "0"), Choice("b", "", "0", "-1")));
        Assert.Equal("28", Scored.Of(form, "a=5 b=-1").Total);
    }

    [Fact]
    public void Deductions_start_at_a_number_S9()
    {
        // (100 - 5 - 2 x (10 - 4) + 3) / 100; a group has no score of its own.
        var form = Form("'combination':'deductions','from':100", Group("g", Choice("a", "", "0", "-5"), Choice("b", "'weight':2", "10", "4"), Choice("c", "'bonus':true", "3", "0")));
        var scored = Scored.Of(form, "a=-5 b=4 c=3");
        Assert.Equal(("43/50", null), (scored.Total, scored.Group("g")));
    }

    [Fact]
    public void A_grade_is_a_weighted_mean_of_points_S9()
    {
        // Group g: (2 x 1 + 1 x 4) / 3 = 2; group h: 5. (3 x 2 + 1 x 5) / 4.
        var form = Form("'combination':'grade','failure':'outcomeOnly'", GroupWith("g", "'weight':3", Choice("a", "'weight':2", "1", "6"), Choice("b", "", "1", "4")), Group("h", Choice("c", "", "1", "5")));
        var scored = Scored.Of(form, "a=1 b=4 c=5");
        Assert.Equal("11/4", scored.Total);
        Assert.Equal("grade", scored.Card["total"]!["unit"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("'dropLowest':2", "1")] // 100 and 100 stay
    [InlineData("'keepHighest':3", "5/6")] // 100, 100 and 50 stay
    [InlineData("'keepHighest':9", "5/8")] // all stay: 250 / 400
    [InlineData("'keepLowest':1", "0")] // 0 stays
    [InlineData("'keepLowest':2", "1/4")] // 0 and 50 stay
    [InlineData("'keepLowest':9", "5/8")] // all stay
    [InlineData("'keepMiddle':true", "3/4")] // 50 and 100 stay
    [InlineData("'keepMostFrequent':true", "1")] // 100 and 100 stay
    public void The_lowest_are_dropped_S10(string method, string total)
    {
        var form = Form($"'combination':'questionWeights',{method}", Group("g", Choice("a", "", "100", "50", "0"), Choice("b", "", "100", "50", "0")), Group("h", Choice("c", "", "100", "50", "0"), Choice("d", "", "100", "50", "0")));
        Assert.Equal(total, Scored.Of(form, "a=100 b=0 c=50 d=100").Total);
    }

    [Theory]
    [InlineData("keepMiddle", "a=100 b=0 c=50", "1/2")] // the middle one of three
    [InlineData("keepMiddle", "a=100", "1")]
    [InlineData("keepMostFrequent", "a=100 b=0 c=50 d=0", "0")]
    [InlineData("keepMostFrequent", "a=0 b=0 c=50 d=50", "1/2")] // of two as frequent the highest
    [InlineData("keepMostFrequent", "a=100 b=0 c=50", "1")] // each once
    public void The_middle_or_the_most_frequent_is_kept_S10(string member, string answers, string total)
    {
        var form = Form($"'combination':'questionWeights','{member}':true", Group("g", Optional("a"), Optional("b"), Optional("c"), Optional("d")));
        Assert.Equal(total, Scored.Of(form, answers).Total);

        static string Optional(string key) => Choice(key, "'required':false", "100", "50", "0");
    }

    [Fact]
    public void In_group_weights_each_group_drops_its_own_S10()
    {
        // g keeps 1, h keeps 1/2: 3/4.
        var form = Form("'dropLowest':1", Group("g", YesNo("a"), YesNo("b")), Group("h", Choice("c", "", "2", "1", "0"), YesNo("d")));
        Assert.Equal("3/4", Scored.Of(form, "a=1 b=0 c=1 d=0").Total);
    }

    [Fact]
    public void Of_equal_values_the_lighter_then_the_earlier_key_is_dropped_S10()
    {
        var form = Form("'combination':'questionWeights','dropLowest':2", Group("g", YesNo("b"), YesNo("a"), YesNo("c", "'weight':0.5"), YesNo("d", "'weight':2")));
        var scored = Scored.Of(form, "a=1 b=1 c=1 d=1");
        var dropped = scored.Questions.Where(line => line["state"]!.GetValue<string>() == "dropped").Select(line => line["key"]!.GetValue<string>());
        Assert.Equal(["a", "c"], dropped);
    }

    [Fact]
    public void Bonus_goes_beyond_full_unless_capped_S11_S14()
    {
        // (1 + 1 + 0.4) / 2.
        string FormOf(string method) => Form($"'combination':'questionWeights'{method}", Group("g", YesNo("a"), YesNo("b"), YesNo("c", "'bonus':true,'weight':0.4")));
        Assert.Equal("6/5", Scored.Of(FormOf(""), "a=1 b=1 c=1").Total);
        Assert.Equal("1", Scored.Of(FormOf(",'capAtFull':true"), "a=1 b=1 c=1").Total);
    }

    [Theory]
    [InlineData("questionWeights")]
    [InlineData("groupWeights")]
    public void Extra_credit_is_added_to_the_mean_S11(string combination)
    {
        // 20 x 2 + (40 + 70) / 2.
        var form = Form($"'value':'asPoints','bonus':'toMean','combination':'{combination}'", Group("g", Choice("a", "", "40", "0"), Choice("b", "", "70", "0"), Choice("c", "'bonus':true,'weight':2", "20", "0")));
        Assert.Equal("95", Scored.Of(form, "a=40 b=70 c=20").Total);
    }

    [Theory]
    [InlineData("noScore", null)]
    [InlineData("warning", "1")]
    public void Too_few_answers_S12(string effect, string? total)
    {
        // One is answered; the one filled in does not help.
        var form = Form($"'notApplicable':'fullMarks','leastAnswers':2,'leastAnswersEffect':'{effect}'", Group("g", YesNo("a"), YesNo("b")));
        var scored = Scored.Of(form, "a=1 b=NA");
        Assert.Equal(total, scored.Total);
        Assert.True(scored.Card["belowLeastAnswers"]!.GetValue<bool>());
    }
}
