using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Rescoring;
using QualityKit.Tests.Rescoring;
using QualityKit.Wire;

namespace QualityKit.Tests.Wire;

/// <summary>Reports for programs.</summary>
public sealed class WhatIfReportJsonTests
{
    private static readonly WhatIfCase[] Cases =
    [
        Chats.Plain("a", "yes", "partly", "anna"),
        Chats.Case("b", "greeting=yes solved=yes identity=no"),
        Chats.Case("c", "greeting=x"),
    ];

    private static readonly JsonNode Json = JsonNode.Parse(WhatIfReportJson.Write(Chats.WhatIf.Report(Cases)))!;

    [Fact]
    public void It_has_every_part_of_the_report() => Assert.Equal(
        [
            "format", "compared", "skipped", "provisional", "sameUnit", "before", "after", "meanChange", "rises", "falls", "same", "largestRises",
            "largestFalls", "outcomes", "toFailed", "toPassed", "newFailures", "bands", "subjects", "misfits",
        ],
        Json.AsObject().Select(member => member.Key));

    [Theory]
    [InlineData("format", "\"qualitykit.what-if-report/1\"")]
    [InlineData("compared", "2")]
    [InlineData("skipped", """{"count":1,"ids":["c"],"reasons":[{"name":"QK2002","count":1},{"name":"QK2007","count":1}]}""")]
    [InlineData("sameUnit", "true")]
    [InlineData("meanChange", """{"unit":"share","value":"-3/10"}""")]
    [InlineData("falls", "1")]
    [InlineData("largestRises", "[]")]
    [InlineData("largestFalls", """[{"id":"b","before":{"unit":"share","value":"3/5"},"after":{"unit":"share","value":"0"},"change":{"unit":"share","value":"-3/5"}}]""")]
    [InlineData("toFailed", """{"count":2,"ids":["a","b"],"reasons":[]}""")]
    [InlineData("newFailures", """{"count":1,"ids":["b"],"reasons":[{"name":"identity","count":1}]}""")]
    [InlineData("bands", """[{"before":"Good","after":null,"count":1},{"before":"Good","after":"Good","count":1}]""")]
    [InlineData("subjects", """[{"subject":"anna","compared":1,"scoredBefore":1,"meanBefore":{"unit":"share","value":"3/5"},"scoredAfter":1,"meanAfter":{"unit":"share","value":"3/5"},"crossing":"toFailed","toFailed":1,"toPassed":0}]""")]
    [InlineData("misfits", "[]")]
    [InlineData("provisional", "0")]
    public void Numbers_are_exact_and_names_are_plain(string member, string value) => Assert.Equal(value, Json[member]!.ToJsonString());

    [Fact]
    public void Each_side_has_its_form_and_where_its_scores_lie()
    {
        Assert.Equal(
            $$"""{"form":"{{Chats.Stricter.Id}}","scored":2,"mean":{"unit":"share","value":"3/10"},"ratioOfSums":{"unit":"share","value":"33/115"},"passed":0,"failed":2,"passRate":"0","formFailed":1,"binWidth":{"unit":"share","value":"1/100"},"lowerQuartile":{"from":"0","to":"1/100"},"median":{"from":"0","to":"1/100"},"upperQuartile":{"from":"3/5","to":"61/100"},"distribution":[{"from":"0","to":"1/100","count":1},{"from":"3/5","to":"61/100","count":1}]}""",
            Json["after"]!.ToJsonString());
        Assert.Equal(Chats.Form.Id.Value, (string?)Json["before"]!["form"]);
    }

    [Fact]
    public void Pairs_of_outcomes_are_all_there()
    {
        Assert.Equal(9, Json["outcomes"]!.AsArray().Count);
        Assert.Equal("""{"before":"passed","after":"failed","count":2}""", Json["outcomes"]![5]!.ToJsonString());
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        JsonNode empty = JsonNode.Parse(WhatIfReportJson.Write(Chats.WhatIf.Report([])))!;

        Assert.Equal((null, null, null, null), (empty["meanChange"], empty["before"]!["mean"], empty["before"]!["median"], empty["after"]!["passRate"]));
    }

    [Fact]
    public void Bins_without_an_end_say_so()
    {
        EvaluationForm form = Chats.Changed(form => form, item => item is ChoiceQuestion { Key: "greeting" } choice
            ? choice with { IsBonus = true, Options = [choice.Options[0] with { Points = 1000 }, choice.Options[1] with { Points = -1000 }] }
            : item);
        JsonNode json = JsonNode.Parse(WhatIfReportJson.Write(WhatIf.Between(form, form).Report([Chats.Plain("a", "yes", "yes"), Chats.Plain("b", "no", "no")])))!;

        Assert.Equal("""[{"from":null,"to":"0","count":1},{"from":"1","to":null,"count":1}]""", json["before"]!["distribution"]!.ToJsonString());
    }

    [Fact]
    public void A_misfit_names_its_option_where_it_has_one()
    {
        EvaluationForm after = Chats.Changed(form => form with { Groups = [form.Groups[1]] }, item => item is ChoiceQuestion { Key: "solved" } choice ? choice with { Options = [choice.Options[0], choice.Options[2]] } : item);
        JsonNode json = JsonNode.Parse(WhatIfReportJson.Write(WhatIf.Between(Chats.Form, after).Report(Cases[..1])))!;

        Assert.Equal(
            """[{"kind":"questionGone","key":"greeting","count":1},{"kind":"optionGone","key":"solved","option":"partly","count":1}]""",
            json["misfits"]!.ToJsonString());
    }
}
