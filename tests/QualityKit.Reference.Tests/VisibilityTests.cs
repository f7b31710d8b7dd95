using Xunit;
using static QualityKit.Reference.Tests.FormText;

namespace QualityKit.Reference.Tests;

public sealed class VisibilityTests
{
    [Theory]
    [InlineData("'answered':{'question':'c','options':['1']}", "c=1", true)]
    [InlineData("'answered':{'question':'c','options':['1']}", "c=0", false)]
    [InlineData("'answered':{'question':'c','options':['1']}", "c=NA", false)]
    [InlineData("'answered':{'question':'c','options':['1']}", "c=1 [first]", false)]
    [InlineData("'answered':{'question':'m','options':['x','y']}", "m=y", true)]
    [InlineData("'answered':{'question':'m','options':['x','y']}", "m=z", false)]
    [InlineData("'answered':{'question':'m','options':['x','y'],'match':'all'}", "m=x+y+z", true)]
    [InlineData("'answered':{'question':'m','options':['x','y'],'match':'all'}", "m=x", false)]
    [InlineData("'answered':{'question':'m','options':['x','y'],'match':'exactly'}", "m=y+x", true)]
    [InlineData("'answered':{'question':'m','options':['x','y'],'match':'exactly'}", "m=x+y+z", false)]
    [InlineData("'number':{'question':'n','minimum':2,'maximum':3}", "n=#2", true)]
    [InlineData("'number':{'question':'n','minimum':2,'maximum':3}", "n=#3", true)]
    [InlineData("'number':{'question':'n','minimum':2,'maximum':3}", "n=#4", false)]
    [InlineData("'number':{'question':'n','minimum':2}", "n=#9", true)]
    [InlineData("'number':{'question':'n','maximum':2}", "n=#3", false)]
    [InlineData("'number':{'question':'n','maximum':2}", "", false)]
    [InlineData("'notApplicable':'c'", "c=NA", true)]
    [InlineData("'notApplicable':'c'", "c=1 [first]", true)]
    [InlineData("'notApplicable':'c'", "c=1", false)]
    [InlineData("'unanswered':'t'", "", true)]
    [InlineData("'unanswered':'t'", "t=~words", false)]
    [InlineData("'unanswered':'c'", "c=NA", false)]
    [InlineData("'unanswered':'c'", "[first]", false)]
    [InlineData("'all':[{'notApplicable':'c'},{'unanswered':'t'}]", "c=NA", true)]
    [InlineData("'all':[{'notApplicable':'c'},{'unanswered':'t'}]", "c=1", false)]
    [InlineData("'any':[{'notApplicable':'c'},{'unanswered':'t'}]", "c=1", true)]
    [InlineData("'not':{'notApplicable':'c'}", "c=NA", false)]
    public void A_condition_decides_what_is_present_S2(string condition, string answers, bool isPresent)
    {
        var form = Form(
            "",
            Group(
                "first",
                YesNo("c"),
                MultiSelect("m", "", Option("x", "1"), Option("y", "1"), Option("z", "1")),
                Number("n", "", Range("0", "10", "1")),
                Text("t")),
            Group("second", YesNo("q", $"'visibleWhen':{{{condition}}}")));
        var scored = Scored.Of(form, answers + " q=1", preview: true);
        Assert.Equal(isPresent ? "answered" : "hidden", scored.Question("q", "state"));
    }

    [Fact]
    public void Hiding_cascades_past_answers_left_behind_S2()
    {
        // b is hidden by a; the answer left behind b cannot show c. Only a counts: 0 of 1.
        var form = Form("", Group("g", YesNo("a"), YesNo("b", When("a", "1")), YesNo("c", When("b", "1"))));
        var scored = Scored.Of(form, "a=0 b=1 c=1");
        Assert.Equal("0", scored.Total);
        Assert.Equal("hidden", scored.Question("c", "state"));
    }

    [Fact]
    public void What_is_in_a_hidden_group_is_hidden_S2()
    {
        var form = Form("", Group("g", YesNo("a")), GroupWith("h", When("a", "1"), Group("i", YesNo("b"))));
        var scored = Scored.Of(form, "a=0 b=1");
        Assert.Equal("hidden", scored.Question("b", "state"));
        Assert.Equal(("hidden", "hidden"), (scored.Group("h", "state"), scored.Group("i", "state")));
    }

    [Fact]
    public void A_question_that_a_negation_hides_may_show_another_S2()
    {
        // c holds when 'b is answered 1' does not hold, and that does not hold because b is hidden.
        var form = Form("", Group("g", YesNo("a"), YesNo("b", When("a", "1")), YesNo("c", "'visibleWhen':{'not':{'answered':{'question':'b','options':['1']}}}")));
        Assert.Equal("answered", Scored.Of(form, "a=0 b=1 c=1").Question("c", "state"));
    }

    [Fact]
    public void The_first_state_that_fits_wins_S3()
    {
        var form = Form("", Group("g", YesNo("a"), YesNo("b", "'excluded':true," + When("a", "1")), YesNo("c", "'excluded':true"), YesNo("d"), YesNo("e", "'required':false"), Text("t")));
        var scored = Scored.Of(form, "a=0 b=NA c=NA d=1 t=~words [g]");
        var all = scored.Questions.Select(line => $"{line["key"]} {line["state"]}");

        // a is marked N/A through its group, so 'a is 1' is false and b is hidden before it is excluded.
        Assert.Equal(["a notApplicable", "b hidden", "c excluded", "d notApplicable", "e notApplicable", "t excluded"], all);
        Assert.Equal("notApplicable", scored.Group("g", "state"));
    }

    private static string When(string question, string option) =>
        $"'visibleWhen':{{'answered':{{'question':'{question}','options':['{option}']}}}}";
}
