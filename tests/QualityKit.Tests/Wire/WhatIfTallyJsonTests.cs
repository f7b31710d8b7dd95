using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Tests.Rescoring;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Wire;

/// <summary>Tallies that are stored and gone on with.</summary>
public sealed class WhatIfTallyJsonTests
{
    private static readonly WhatIfCase[] Cases =
    [
        Chats.Plain("a", "yes", "yes", "anna"),
        Chats.Plain("b", "yes", "partly", "bo"),
        Chats.Case("c", "greeting=yes solved=yes identity=no", "anna"),
        Chats.Case("d", "greeting=yes solved=no identity=no"),
        Chats.Case("e", "greeting=x"),
        Chats.Case("f", "greeting=x"),
    ];

    private static readonly WhatIfTally Tally = Chats.Tally(Chats.WhatIf, new() { Largest = 2, Listed = 3 }, Cases);

    private static string Text => System.Text.Encoding.UTF8.GetString(WhatIfTallyJson.Write(Tally));

    [Fact]
    public void A_tally_that_was_read_is_the_one_that_was_written()
    {
        WhatIfTally read = WhatIfTallyJson.Read(WhatIfTallyJson.Write(Tally), Chats.WhatIf).Value;

        Assert.Equal(Text, System.Text.Encoding.UTF8.GetString(WhatIfTallyJson.Write(read)));
        Assert.Equal(Tally.Report().ToString(), read.Report().ToString());
        Assert.Equal((6, 2, "f", 2, 3), (read.Count, read.Skipped, read.LastId, read.Limits.Largest, read.Limits.Listed));
        Assert.Equal(Tally.Report().LargestFalls[0], read.Report().LargestFalls[0]);
    }

    [Fact]
    public void It_names_both_forms_and_where_it_stopped_and_no_answers()
    {
        JsonObject json = JsonNode.Parse(Text)!.AsObject();

        Assert.Equal(("qualitykit.what-if/1", Chats.Form.Id.Value, Chats.Stricter.Id.Value, "f"), ((string?)json["format"], (string?)json["before"], (string?)json["after"], (string?)json["last"]));
        Assert.DoesNotContain("greeting", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("last", JsonNode.Parse(WhatIfTallyJson.Write(Chats.WhatIf.Tally()))!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void It_follows_its_schema()
    {
        using JsonDocument schema = JsonDocument.Parse(WhatIfTallyJson.Schema);
        using JsonDocument json = JsonDocument.Parse(Text);
        using JsonDocument empty = JsonDocument.Parse(WhatIfTallyJson.Write(Chats.WhatIf.Tally()));

        Assert.True(new JsonSchemaSubset(schema.RootElement).Accepts(json.RootElement));
        Assert.True(new JsonSchemaSubset(schema.RootElement).Accepts(empty.RootElement));
    }

    [Fact]
    public void Misfits_bands_and_numbers_in_points_come_back()
    {
        WhatIf whatIf = WhatIf.Between(Chats.InPoints, (Chats.InPoints.Edit() with
        {
            Groups = [Chats.InPoints.Groups[1]],
            Bands = [new() { Name = "Rich", Minimum = Score.Points(500) }],
        }).Publish().Value);
        WhatIfTally tally = Chats.Tally(whatIf, null, Chats.Plain("a", "yes", "yes"), Chats.Plain("b", "yes", "partly"));
        WhatIfTally read = WhatIfTallyJson.Read(WhatIfTallyJson.Write(tally), whatIf).Value;

        Assert.Equal(tally.Report().ToString(), read.Report().ToString());
        Assert.Equal(Score.Points(-20), read.Report().LargestFalls[0].Change);
        Assert.Equal(tally.Report().Misfits.Single(), read.Report().Misfits.Single());
        Assert.Equal("Rich", read.Report().Bands[1].After?.Name.Text);
    }

    [Fact]
    public void A_tally_of_several_runs_has_no_place_after_reading_either()
    {
        WhatIfTally merged = Chats.Tally(Chats.WhatIf, null, Cases[..1]);
        merged.Merge(Chats.Tally(Chats.WhatIf, null, Cases[1..]));
        WhatIfTally read = WhatIfTallyJson.Read(WhatIfTallyJson.Write(merged), Chats.WhatIf).Value;

        Assert.Null(read.LastId);
        Assert.Throws<InvalidOperationException>(() => read.Remaining(Cases));
        Assert.Empty(WhatIfTallyJson.Read(WhatIfTallyJson.Write(Chats.WhatIf.Tally()), Chats.WhatIf).Value.Remaining([]));
    }

    [Fact]
    public void A_tally_of_other_forms_is_refused()
    {
        WhatIf backwards = WhatIf.Between(Chats.Stricter, Chats.Form);
        Validated<WhatIfTally> read = WhatIfTallyJson.Read(Text, backwards);

        Assert.Equal([(IssueCodes.WhatIfOtherForm, "/before"), (IssueCodes.WhatIfOtherForm, "/after")], read.Issues.Select(issue => (issue.Code, issue.Pointer)));
        Assert.Contains($"and it is to go on with `{Chats.Stricter.Id}`", read.Issues[0].Message, StringComparison.Ordinal);
        Assert.Equal("/after", WhatIfTallyJson.Read(Text, WhatIf.Between(Chats.Form, Chats.Form)).Issues.Single().Pointer);
    }

    public static TheoryData<string, string, string> Contradictions => new()
    {
        { "outcomes/0", "1", "QK5103 /bands" },
        { "bands/0/count", "7", "QK5103 /bands" },
        { "bands/0/before", "2", "QK5105 /bands/0/before, QK5104 /bands/1" },
        { "scoresBefore/bins/7", "1", "QK5103 /scoresBefore/bins" },
        { "scoresAfter/bins/7", "1", "QK5103 /scoresAfter/bins" },
        { "scoresBefore/formFailed", "5", "QK5103 /scoresBefore/formFailed" },
        { "scoresAfter/formFailed", "5", "QK5103 /scoresAfter/formFailed" },
        { "scoresAfter/formFailed", "1", "QK5103 /newFailures/count" },
        { "changes/same", "3", "QK5103 /changes/rises" },
        { "changes/falls", "1", "QK5103 /changes/largestFalls" },
        { "changes/largestFalls/0/after", "\"1\"", "QK5104 /changes/largestFalls/0, QK5104 /changes/largestFalls/1" },
        { "changes/largestFalls/0/after", "\"3/5\"", "QK5104 /changes/largestFalls/0, QK5104 /changes/largestFalls/1" },
        { "changes/largestFalls/1/after", "\"-1\"", "QK5104 /changes/largestFalls/1" },
        { "toFailed/count", "3", "QK5103 /toFailed/count, QK5103 /toFailed/ids" },
        { "toPassed/count", "1", "QK5103 /toPassed/count, QK5103 /toPassed/ids" },
        { "newFailures/count", "1", "QK5103 /newFailures/ids, QK5103 /newFailures/reasons/0" },
        { "newFailures/ids/0", "\"z\"", "QK5104 /newFailures/ids/1" },
        { "skipped/reasons/0/name", "\"QK9999\"", "QK5104 /skipped/reasons/1" },
        { "skipped/reasons/1/name", "\"QK2002\"", "QK5104 /skipped/reasons/1" },
        { "skipped/reasons/0/count", "3", "QK5103 /skipped/reasons/0" },
        { "provisional", "5", "QK5103 /provisional" },
        { "subjects/0/subject", "\"cleo\"", "QK5104 /subjects/1" },
        { "subjects/0/subject", "\"bo\"", "QK5104 /subjects/1" },
        { "subjects/0/countBefore", "3", "QK5103 /subjects/0" },
        { "subjects/0/countAfter", "3", "QK5103 /subjects/0" },
        { "subjects/0/toPassed", "2", "QK5103 /subjects/0" },
        { "subjects/0/compared", "4", "QK5103 /subjects" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Counts_that_contradict_each_other_are_refused_and_named(string member, string value, string issues)
    {
        Validated<WhatIfTally> read = WhatIfTallyJson.Read(With(member, value), Chats.WhatIf);

        Assert.False(read.IsValid);
        Assert.Equal(issues, string.Join(", ", read.Issues.Select(issue => $"{issue.Code} {issue.Pointer}")));
    }

    [Fact]
    public void An_empty_tally_stopped_nowhere()
    {
        JsonObject json = JsonNode.Parse(WhatIfTallyJson.Write(Chats.WhatIf.Tally()))!.AsObject();
        json["last"] = "a";

        Issue issue = WhatIfTallyJson.Read(json.ToJsonString(), Chats.WhatIf).Issues.Single();
        Assert.Equal((IssueCodes.WhatIfCountsContradict, "/last"), (issue.Code, issue.Pointer));
    }

    [Theory]
    [InlineData("changes/sum", "\"1/0\"")]
    [InlineData("changes/sum", "\"+1\"")]
    [InlineData("changes/sum", "\"1/-2\"")]
    [InlineData("changes/sum", "\"1.5\"")]
    [InlineData("changes/sum", "\"\"")]
    [InlineData("changes/sum", "\"--1\"")]
    [InlineData("changes/sum", "\" 1\"")]
    public void What_is_no_fraction_is_refused(string member, string value)
    {
        Issue issue = WhatIfTallyJson.Read(With(member, value), Chats.WhatIf).Issues.Single();
        Assert.Equal((IssueCodes.WhatIfBadFraction, "/" + member), (issue.Code, issue.Pointer));

        using JsonDocument schema = JsonDocument.Parse(WhatIfTallyJson.Schema);
        using JsonDocument json = JsonDocument.Parse(With(member, value));
        Assert.False(new JsonSchemaSubset(schema.RootElement).Accepts(json.RootElement));
    }

    [Fact]
    public void A_fraction_has_at_most_100000_characters()
    {
        Assert.True(WhatIfTallyJson.Read(With("changes/sum", $"\"{new string('7', 100_000)}\""), Chats.WhatIf).IsValid);
        Assert.Equal(IssueCodes.WhatIfBadFraction, WhatIfTallyJson.Read(With("changes/sum", $"\"{new string('7', 100_001)}\""), Chats.WhatIf).Issues.Single().Code);
    }

    [Fact]
    public void A_sum_that_could_not_be_read_again_is_not_written()
    {
        WhatIfTally longest = WhatIfTallyJson.Read(With("changes/sum", $"\"{new string('7', 100_000)}\""), Chats.WhatIf).Value;
        Assert.NotEmpty(WhatIfTallyJson.Write(longest));
        WhatIfTally tally = WhatIfTallyJson.Read(With("changes/sum", $"\"{new string('9', 100_000)}\""), Chats.WhatIf).Value;
        tally.Merge(tally);

        Assert.Equal("the exact sum `sum` has 100001 characters; at most 100000 can be stored", Assert.Throws<InvalidOperationException>(() => WhatIfTallyJson.Write(tally)).Message);
    }

    [Theory]
    [InlineData("outcomes", "[1]", IssueCodes.JsonTooFewElements, "/outcomes")]
    [InlineData("provisional", "-1", IssueCodes.JsonNumberTooSmall, "/provisional")]
    [InlineData("provisional", "1000000000000001", IssueCodes.JsonNumberTooLarge, "/provisional")]
    [InlineData("largest", "1001", IssueCodes.JsonNumberTooLarge, "/largest")]
    [InlineData("listed", "100001", IssueCodes.JsonNumberTooLarge, "/listed")]
    [InlineData("last", "\"\"", IssueCodes.JsonTextEmpty, "/last")]
    [InlineData("toFailed/idz", "[]", IssueCodes.JsonMisspeltMember, "/toFailed/idz")]
    [InlineData("format", "\"qualitykit.what-if/2\"", IssueCodes.JsonNewerFormat, "/format")]
    public void What_does_not_follow_the_format_is_refused(string member, string value, string code, string pointer)
    {
        Issue issue = Assert.Single(WhatIfTallyJson.Read(With(member, value), Chats.WhatIf).Issues);
        Assert.Equal((code, pointer), (issue.Code, issue.Pointer));
    }

    [Fact]
    public void Every_member_is_needed_but_the_place()
    {
        string[] members = [.. JsonNode.Parse(Text)!.AsObject().Select(member => member.Key)];
        Validated<WhatIfTally> read = WhatIfTallyJson.Read("{}", Chats.WhatIf);

        Assert.All(read.Issues, issue => Assert.Equal(IssueCodes.JsonMissingMember, issue.Code));
        Assert.Equal(members.Except(["last"]), read.Issues.Select(issue => (string)issue.Arguments[0].Value));
    }

    [Fact]
    public void Rubbish_is_refused_without_an_exception()
    {
        Assert.Equal(IssueCodes.JsonMalformed, WhatIfTallyJson.Read("rubbish", Chats.WhatIf).Issues.Single().Code);
        Assert.Equal(IssueCodes.JsonWrongKind, WhatIfTallyJson.Read("[]"u8, Chats.WhatIf).Issues.Single().Code);
    }

    [Fact]
    public void Every_kind_of_misfit_has_a_name() =>
        Assert.All(Enum.GetValues<MisfitKind>(), kind => Assert.Contains($"\"{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}\"", WhatIfTallyJson.Schema, StringComparison.Ordinal));

    [Fact]
    public void Nothing_may_be_null()
    {
        Assert.Throws<ArgumentNullException>("tally", () => WhatIfTallyJson.Write(null!));
        Assert.Throws<ArgumentNullException>("json", () => WhatIfTallyJson.Read((string)null!, Chats.WhatIf));
        Assert.Throws<ArgumentNullException>("whatIf", () => WhatIfTallyJson.Read("{}", null!));
        Assert.Throws<ArgumentNullException>("whatIf", () => WhatIfTallyJson.Read("{}"u8, null!));
        Assert.Throws<ArgumentNullException>("report", () => WhatIfReportJson.Write(null!));
    }

    private static string With(string member, string value)
    {
        JsonObject json = JsonNode.Parse(Text)!.AsObject();
        string[] path = member.Split('/');
        JsonNode node = path[..^1].Aggregate((JsonNode)json, (inner, step) => (int.TryParse(step, out int position) ? inner[position] : inner[step])!);
        JsonNode? replacement = JsonNode.Parse(value);
        if (int.TryParse(path[^1], out int last))
        {
            node[last] = replacement;
        }
        else
        {
            node[path[^1]] = replacement;
        }

        return json.ToJsonString();
    }
}
