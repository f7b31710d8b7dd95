using System.Text;
using System.Text.Json;
using QualityKit.Interactions;
using QualityKit.Tests.Interactions;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Wire;

public sealed class InteractionJsonTests
{
    private static readonly string Json = InteractionJson.WriteText(Calls.Full);

    [Fact]
    public void What_is_written_reads_back_to_the_same_bytes()
    {
        Interaction read = InteractionJson.Read(Calls.Full.Tenant, InteractionJson.Write(Calls.Full)).Value;

        Assert.Equal(Json, InteractionJson.WriteText(read));
        Assert.Equal(Calls.Full.Tenant, read.Tenant);
        Assert.True(read.Check(Calls.Schema).IsValid);
        Assert.Equal(Calls.Full.SilenceTime, read.SilenceTime);
        Assert.Equal(AttributeValue.Of(12.5m), Assert.Single(read.Attributes["amount"]));
    }

    [Fact]
    public void The_same_instant_in_another_zone_is_the_same_bytes() =>
        Assert.Equal(Json, InteractionJson.WriteText(Calls.Full with { StartedAt = Calls.Noon.ToOffset(TimeSpan.FromHours(5)) }));

    [Fact]
    public void It_is_laid_out_for_people_on_request() =>
        Assert.Equal(Json, InteractionJson.WriteText(InteractionJson.Read(new("acme"), InteractionJson.WriteText(Calls.Full, indented: true)).Value));

    [Fact]
    public void The_smallest_interaction_is_five_members()
    {
        const string Smallest = """{"format":"qualitykit.interaction/1","id":"c","media":"chat","direction":"outbound","startedAt":"2026-01-05T13:00:00.5+01:00"}""";

        Interaction read = InteractionJson.Read(new("acme"), Smallest).Value;

        Assert.Equal(Calls.Noon.AddSeconds(0.5), read.StartedAt);
        Assert.Equal(Smallest.Replace("13:00:00.5+01:00", "12:00:00.5Z", StringComparison.Ordinal), InteractionJson.WriteText(read));
    }

    [Theory]
    [InlineData("\"voice\",\"direction\"", "\"fax\",\"direction\"", IssueCodes.JsonNotAllowed, "/media")]
    [InlineData("2026-01-05T12:10:00Z\",\"language\"", "2026-01-05 12:10\",\"language\"", IssueCodes.JsonBadInstant, "/endedAt")]
    [InlineData("2026-01-05T12:10:00Z\",\"language\"", "2026-02-30T12:10:00Z\",\"language\"", IssueCodes.JsonBadInstant, "/endedAt")]
    [InlineData("2026-01-05T12:10:00Z\",\"language\"", "2026-01-05T12:10:00\",\"language\"", IssueCodes.JsonBadInstant, "/endedAt")]
    [InlineData("\"from\":60", "\"from\":-60", IssueCodes.JsonNumberTooSmall, "/holds/0/from")]
    [InlineData("\"type\":\"flag\"", "\"type\":\"money\"", IssueCodes.JsonNotAllowed, "/attributes/vip/0/type")]
    [InlineData("\"queue\"", "\"line\"", IssueCodes.JsonUnknownMember, "/segments/0/line")]
    public void What_is_not_of_the_format_is_named_with_its_place(string right, string wrong, string code, string pointer)
    {
        string json = new StringBuilder(Json).Replace(right, wrong, Json.IndexOf(right, StringComparison.Ordinal), right.Length).ToString();

        Issue issue = Assert.Single(InteractionJson.Read(new("acme"), json).Errors);

        Assert.Equal((code, pointer), (issue.Code, issue.Pointer));
    }

    [Fact]
    public void The_schema_accepts_what_is_written()
    {
        var schema = new JsonSchemaSubset(JsonDocument.Parse(InteractionJson.Schema).RootElement);

        Assert.True(schema.Accepts(JsonDocument.Parse(Json).RootElement));
        Assert.False(schema.Accepts(JsonDocument.Parse(Json.Replace("\"voice\"", "\"fax\"", StringComparison.Ordinal)).RootElement));
    }

    [Fact]
    public void No_text_form_prints_an_attribute()
    {
        Assert.DoesNotContain("12 34", Calls.Full.ToString(), StringComparison.Ordinal);
        Assert.Equal("segment s1", Calls.Full.Segments[0].ToString());
    }
}
