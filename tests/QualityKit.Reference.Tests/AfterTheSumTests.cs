using Xunit;
using static QualityKit.Reference.Tests.FormText;

namespace QualityKit.Reference.Tests;

/// <summary>S13 to S19, S21 and S22: rules, bounds, failures, outcome, further scores.</summary>
public sealed class AfterTheSumTests
{
    private static readonly string[] Halves = [Group("g", YesNo("a"), YesNo("b")), Group("h", YesNo("c"), YesNo("d"))];

    [Theory]
    [InlineData("'effect':'raise','amount':{'percent':5}", "11/20")] // 50 + 5
    [InlineData("'effect':'lower','amount':{'percent':5}", "9/20")]
    [InlineData("'effect':'minimum','amount':{'percent':80}", "4/5")]
    [InlineData("'effect':'minimum','amount':{'percent':10}", "1/2")]
    [InlineData("'effect':'setTo','amount':{'percent':10}", "1/10")]
    [InlineData("'group':'g','effect':'setTo','amount':{'percent':100}", "1/2")] // g has 1 already
    [InlineData("'group':'h','effect':'setTo','amount':{'percent':100}", "1")]
    [InlineData("'when':{'notApplicable':'a'},'effect':'setTo','amount':{'percent':10}", "1/2")]
    [InlineData("'when':{'answered':{'question':'c','options':['0']}},'effect':'raise','amount':{'percent':10}", "3/5")]
    public void A_score_rule_S13(string rule, string total) =>
        Assert.Equal(total, Scored.Of(FormWith("", $"'rules':[{{{rule}}}]", Halves), "a=1 b=1 c=0 d=0").Total);

    [Fact]
    public void Score_rules_together_S13()
    {
        // 50 + 10 + 10 - 30 = 40, at least 45 and at least 60: 60. Set to 90 or 70: 70.
        string Rule(string effect, string amount) => $"{{'effect':'{effect}','amount':{{'percent':{amount}}}}}";
        var some = string.Join(',', Rule("raise", "10"), Rule("minimum", "45"), Rule("minimum", "60"), Rule("lower", "30"), Rule("raise", "10"));
        Assert.Equal("3/5", Scored.Of(FormWith("", $"'rules':[{some}]", Halves), "a=1 b=1 c=0 d=0").Total);
        var all = string.Join(',', some, Rule("setTo", "90"), Rule("setTo", "70"));
        Assert.Equal("7/10", Scored.Of(FormWith("", $"'rules':[{all}]", Halves), "a=1 b=1 c=0 d=0").Total);
    }

    [Fact]
    public void A_total_below_zero_becomes_zero_when_the_method_says_so_S14()
    {
        string FormOf(string method) => Form($"'value':'ofLargestMagnitude'{method}", Group("g", Choice("a", "", "0", "-5")));
        Assert.Equal("-1", Scored.Of(FormOf(""), "a=-5").Total);
        Assert.Equal("0", Scored.Of(FormOf(",'floorAtZero':true"), "a=-5").Total);
    }

    [Theory]
    [InlineData("'fatal':true", "b=1", "{question:b,cause:fatal}")]
    [InlineData("'fatal':true,'failureScope':'group'", "b=1", "{question:b,cause:fatal,group:g}")]
    [InlineData("'fatal':true,'failureScope':{'group':'h'}", "b=1", "{question:b,cause:fatal,group:h}")]
    [InlineData("'fatal':true,'excluded':true", "b=0", "{question:b,cause:fatal}")]
    [InlineData("'fatal':true", "b=2", "")]
    [InlineData("'fatal':true", "b=NA", "")]
    [InlineData("'fatal':true", "b=0 [g]", "")]
    [InlineData("'critical':true", "b=0", "{question:b,cause:critical}")]
    [InlineData("'critical':true", "b=1", "")] // exactly 50 % passes
    [InlineData("", "b=-1", "{question:b,option:-1,cause:option,group:g}")]
    [InlineData("'critical':true,'fatal':true", "b=-1", "{question:b,option:-1,cause:option,group:g} {question:b,cause:fatal} {question:b,cause:critical}")]
    public void What_fails_S15(string members, string answers, string failures)
    {
        var question = ChoiceOf("b", members, Option("2", "2"), Option("1", "1"), Option("0", "0"), Option("-1", "-1", "'fails':'group'"));
        var form = Form("'criticalBelow':50", Group("g", question), Group("h", YesNo("c")));
        Assert.Equal(failures, Scored.Of(form, answers + " c=1").Failures);
    }

    [Theory]
    [InlineData("a=3 b=5", "3/4", "3/4")] // (1/2 + 1) / 2; exactly 50 % is not below
    [InlineData("a=2 b=5", "0", "5/8")] // (1/4 + 1) / 2
    public void Zendesk_takes_the_range_of_a_scale_and_fails_below_half_S15(string answers, string total, string raw)
    {
        var form = Form("'value':'ofRange','combination':'questionWeights','criticalBelow':50", Group(
            "g", Choice("a", "'critical':true", "5", "4", "3", "2", "1"), Choice("b", "", "5", "4", "3", "2", "1")));
        var scored = Scored.Of(form, answers);
        Assert.Equal((total, raw), (scored.Total, scored.RawTotal));
    }

    [Fact]
    public void A_hidden_question_never_fails_S15()
    {
        var form = Form("", Group("g", YesNo("a"), YesNo("b", "'fatal':true,'visibleWhen':{'answered':{'question':'a','options':['1']}}")));
        Assert.Equal("", Scored.Of(form, "a=0 b=0").Failures);
    }

    [Fact]
    public void A_range_fails_S15()
    {
        var form = Form("", Group("g", Number("n", "", Range("0", "1", "0", "'fails':'form'"), Range("2", "9", "1"))));
        Assert.Equal("{question:n,cause:option}", Scored.Of(form, "n=#1").Failures);
    }

    [Fact]
    public void A_grade_fails_above_its_best_S15()
    {
        var form = Form("'combination':'grade','failure':'outcomeOnly'", Group("g", Choice("a", "'fatal':true", "1", "6")));
        Assert.Equal("", Scored.Of(form, "a=1").Failures);
        var scored = Scored.Of(form, "a=6");
        Assert.Equal(("6", "failed"), (scored.Total, scored.Outcome));
    }

    [Theory]
    [InlineData("zero", "0", "1/2")]
    [InlineData("outcomeOnly", "1/2", "1/2")]
    public void A_failed_form_S16_S17(string failure, string total, string raw)
    {
        var scored = Scored.Of(Form($"'failure':'{failure}'", Group("g", YesNo("a", "'fatal':true"), YesNo("b"))), "a=0 b=1");
        Assert.Equal((total, raw, "failed"), (scored.Total, scored.RawTotal, scored.Outcome));
    }

    [Fact]
    public void Failure_does_not_raise_a_total_below_zero_S16()
    {
        var form = Form("'value':'ofLargestMagnitude'", Group("g", Choice("a", "'fatal':true", "0", "-5")));
        Assert.Equal("-1", Scored.Of(form, "a=-5").Total);
    }

    [Theory]
    [InlineData("'combination':'groupWeights'", "1/2", "3/4")] // g 0 instead of 1/2; h 1
    [InlineData("'combination':'questionWeights'", "1/2", "3/4")] // 2 of 4 instead of 3
    [InlineData("'combination':'totalPoints'", "1/2", "3/4")]
    [InlineData("'combination':'sum'", "2", "3")]
    [InlineData("'combination':'deductions','from':10", "4/5", "9/10")] // (10 - 4 + 2) / 10 instead of (10 - 4 + 3) / 10
    public void A_failed_group_earns_nothing_S16(string method, string total, string raw)
    {
        var scored = Scored.Of(Form(method, Group("g", YesNo("a", "'fatal':true,'failureScope':'group'"), YesNo("b")), Group("h", YesNo("c"), YesNo("d"))), "a=0 b=1 c=1 d=1");
        Assert.Equal((total, raw), (scored.Total, scored.RawTotal));
        Assert.Equal(("true", "false"), (scored.Group("g", "failed"), scored.Group("h", "failed")));
        Assert.Equal("none", scored.Outcome);
    }

    [Fact]
    public void Rules_come_before_failure_at_every_level_S16()
    {
        // g: 1/2, raised to 1, failed: 0. Form: (0 + 1) / 2, raised by 10 %.
        var rules = "'rules':[{'group':'g','effect':'setTo','amount':{'percent':100}},{'effect':'raise','amount':{'percent':10}}]";
        var form = FormWith("", rules, Group("g", YesNo("a", "'fatal':true,'failureScope':'group'"), YesNo("b")), Group("h", YesNo("c")));
        var scored = Scored.Of(form, "a=0 b=1 c=1");
        Assert.Equal(("3/5", "11/10", "0"), (scored.Total, scored.RawTotal, scored.Group("g")));
    }

    [Fact]
    public void When_nothing_is_applicable_there_is_no_total_S17()
    {
        var scored = Scored.Of(FormWith("", "'pass':{'mark':{'percent':50}}", Halves), "a=NA b=NA [h]");
        Assert.Equal((null, null, "none"), (scored.Total, scored.RawTotal, scored.Outcome));
        Assert.Equal(("noScore", "notApplicable"), (scored.Group("g", "state"), scored.Group("h", "state")));
    }

    [Theory]
    [InlineData("'mark':{'percent':50}", "passed")] // exactly on the mark
    [InlineData("'mark':{'percent':50.01}", "failed")]
    [InlineData("'questionMinimum':{'percent':1}", "failed")] // c and d have 0
    [InlineData("'questionMinimum':{'percent':0}", "passed")]
    [InlineData("'mark':{'percent':50},'questionMinimum':{'percent':1}", "failed")]
    public void Who_passes_S18(string pass, string outcome) =>
        Assert.Equal(outcome, Scored.Of(FormWith("", $"'pass':{{{pass}}}", Halves), "a=1 b=1 c=0 d=0").Outcome);

    [Theory]
    [InlineData("2", "passed")]
    [InlineData("1.9", "failed")]
    public void A_grade_passes_up_to_its_mark_S18(string mark, string outcome) => Assert.Equal(
        outcome,
        Scored.Of(FormWith("'combination':'grade','failure':'outcomeOnly'", $"'pass':{{'mark':{{'grade':{mark}}}}}", Group("g", Choice("a", "", "1", "2"))), "a=2").Outcome);

    [Theory]
    [InlineData("a=1 b=1 c=1 d=1", "Excellent")]
    [InlineData("a=1 b=1 c=1 d=0", "Good")] // 75, both ends included
    [InlineData("a=1 b=1 c=0 d=0", null)] // 50 lies in the gap
    [InlineData("a=1 b=0 c=0 d=0", "Poor")] // 25
    [InlineData("a=0 b=0 c=0 d=0", "Bad")]
    public void A_score_has_a_band_S18(string answers, string? band)
    {
        var bands = "'bands':[{'name':'Poor','top':{'percent':25}},{'name':'Bad','top':{'percent':0}},{'name':'Good','minimum':{'percent':60},'top':{'percent':75}},{'name':{'text':'Excellent'},'minimum':{'percent':90}}]";
        Assert.Equal(band, Scored.Of(FormWith("", bands, Halves), answers).Band);
    }

    [Theory]
    [InlineData("weighted", "2/3", "1/3")] // 40 of 60, 20 of 60
    [InlineData("raw", "1/2", "1/2")]
    public void Critical_and_other_questions_S19(string basis, string critical, string nonCritical)
    {
        var form = Form($"'combination':'weightedPoints','critical':'{basis}'", GroupWith("g", "'weight':40", YesNo("a", "'critical':true"), YesNo("b")), GroupWith("h", "'weight':20", YesNo("c", "'critical':true"), YesNo("d")));
        var scored = Scored.Of(form, "a=1 b=0 c=0 d=1");
        Assert.Equal((critical, nonCritical), (scored.Critical, scored.NonCritical));
    }

    [Fact]
    public void A_tag_has_a_score_across_groups_S19()
    {
        // a and c, in groups of weights 3 and 1: (3 x 1 + 1 x 0) / 4; nothing tagged z was answered.
        var form = Form("", GroupWith("g", "'weight':3", YesNo("a", "'tags':['x']"), YesNo("b")), Group("h", YesNo("c", "'tags':['x']"), YesNo("d", "'tags':['z']")));
        var scored = Scored.Of(form, "a=1 b=0 c=0 d=NA");
        Assert.Equal(("3/4", null), (scored.Tag("x"), scored.Tag("z")));
        Assert.Null(scored.Critical);
    }

    [Fact]
    public void Every_question_says_what_it_adds_S21()
    {
        // g weighs 3 of 4, its questions 1 and 2 of 3.
        var form = Form("", GroupWith("g", "'weight':3", YesNo("a"), YesNo("b", "'weight':2")), Group("h", Choice("c", "", "2", "1", "0")));
        var scored = Scored.Of(form, "a=0 b=1 c=1");
        Assert.Equal(("1/4", "0"), (scored.Question("a", "appliedWeight"), scored.Question("a", "contribution")));
        Assert.Equal(("1/2", "1/2"), (scored.Question("b", "appliedWeight"), scored.Question("b", "contribution")));
        Assert.Equal(("1/4", "1/8"), (scored.Question("c", "appliedWeight"), scored.Question("c", "contribution")));
        Assert.Equal(("3/4", "1/2"), (scored.Group("g", "appliedWeight"), scored.Group("g", "contribution")));
    }

    [Fact]
    public void In_a_pool_a_question_weighs_its_points_S21()
    {
        // 5 and 1 of 6.
        var scored = Scored.Of(Form("'within':'points'", Group("g", Choice("a", "", "5", "3", "0"), YesNo("b"))), "a=3 b=1");
        Assert.Equal(("5/6", "1/2"), (scored.Question("a", "appliedWeight"), scored.Question("a", "contribution")));
    }

    [Theory]
    [InlineData("totalPoints", "7")] // 5 + 2
    [InlineData("weightedPoints", "54")] // 2 x (5 x 5 + 2)
    public void What_is_possible_S22(string combination, string possible)
    {
        var form = Form($"'combination':'{combination}'", GroupWith("g", "'weight':2", Choice("a", "'weight':5", "5", "0"), Choice("b", "", "2", "0"), YesNo("c"), YesNo("d", "'bonus':true")));
        Assert.Equal(possible, Scored.Of(form, "a=0 b=2 c=NA d=1").Possible);
    }
}
