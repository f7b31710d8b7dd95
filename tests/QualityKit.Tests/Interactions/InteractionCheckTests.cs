using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Tests.Interactions;

public sealed class InteractionCheckTests
{
    private static readonly Interaction Full = Calls.Full;

    public static TheoryData<string> Wrongs => [.. Cases.Select(one => $"{one.Code} at {one.Pointer}")];

    private static readonly (string Code, string Pointer, Interaction Wrong)[] Cases =
    [
        (IssueCodes.ExternalIdInvalid, "/id", Full with { Id = new("") }),
        (IssueCodes.ExternalIdInvalid, "/segments/1/participants/1/person", With(1, Full.Segments[1].Participants[1] with { Person = new("a\0") })),
        (IssueCodes.ExternalIdInvalid, "/segments/1/participants/1/key", With(1, Full.Segments[1].Participants[1] with { Key = "\ud800" })),
        (IssueCodes.ExternalIdInvalid, "/links/0/id", Full with { Links = [Full.Links[0] with { Id = new string('æ', 65) }] }),
        (IssueCodes.UndefinedValue, "/media", Full with { Media = (MediaType)9 }),
        (IssueCodes.UndefinedValue, "/gaps/0/reason", Full with { Gaps = [Full.Gaps[0] with { Reason = (GapReason)9 }] }),
        (IssueCodes.TimesReversed, "/endedAt", new() { Id = new("c"), Tenant = new("t"), Media = MediaType.Chat, Direction = Direction.Inbound, StartedAt = Calls.Noon, EndedAt = Calls.Noon.AddTicks(-1) }),
        (IssueCodes.TimesReversed, "/segments/0/until", With(0, Full.Segments[0] with { Until = Full.StartedAt.AddTicks(-1) })),
        (IssueCodes.TimesReversed, "/holds/0/until", Full with { Holds = [Calls.Stretch(5, 4)] }),
        (IssueCodes.TimeOutside, "/segments/0/from", With(0, Full.Segments[0] with { From = Full.StartedAt.AddTicks(-1) })),
        (IssueCodes.TimeOutside, "/segments/1/until", With(1, Full.Segments[1] with { Until = Full.EndedAt!.Value.AddTicks(1) })),
        (IssueCodes.TimeOutside, "/segments/1/from", With(1, Full.Segments[1] with { From = Full.EndedAt!.Value.AddTicks(1), Until = null })),
        (IssueCodes.TimeOutside, "/silences/0/from", Full with { Silences = [Calls.Stretch(-1, 1)] }),
        (IssueCodes.TimeOutside, "/links/1/covers/until", Full with { Links = [Full.Links[0], Full.Links[1] with { Covers = Calls.Stretch(0, 601) }] }),
        (IssueCodes.StretchesOverlap, "/gaps/0", Full with { Gaps = [Gap(15, 30), Gap(10, 20)] }),
        (IssueCodes.StretchesOverlap, "/holds/2", Full with { Holds = [Calls.Stretch(0, 100), Calls.Stretch(200, 210), Calls.Stretch(50, 60)] }),
        (IssueCodes.IdTwice, "/segments/1/id", With(1, Full.Segments[1] with { Id = Full.Segments[0].Id })),
        (IssueCodes.IdTwice, "/links/1/id", Full with { Links = [Full.Links[0], Full.Links[0]] }),
        (IssueCodes.UnknownParticipant, "/consents/0/participant", Full with { Consents = [new() { Participant = "stranger", Status = ConsentStatus.Given }] }),
        (IssueCodes.ParticipantTwice, "/segments/1/participants/1", With(1, Full.Segments[1].Participants[1] with { Automaton = new() { Name = "b", Version = "1" } })),
        (IssueCodes.UnknownAttribute, "/attributes/a~1b", Full with { Attributes = AttributeSet.Empty.With("a/b", AttributeValue.Of("x")) }),
        (IssueCodes.AttributeKindMismatch, "/attributes/tier", Full with { Attributes = AttributeSet.Empty.With("tier", AttributeValue.Of(1)) }),
        (IssueCodes.AttributeSeveral, "/attributes/vip", Full with { Attributes = AttributeSet.Empty.With("vip", AttributeValue.Of(true)).With("vip", AttributeValue.Of(false)) }),
        (IssueCodes.AttributeElsewhere, "/attributes/skill", Full with { Attributes = AttributeSet.Empty.With("skill", AttributeValue.Of("x")) }),
        (IssueCodes.AttributeElsewhere, "/segments/0/attributes/tier", With(0, Full.Segments[0] with { Attributes = AttributeSet.Empty.With("tier", AttributeValue.Of("x")) })),
        (IssueCodes.EmptyText, "/tags/0", Full with { Tags = [" "] }),
        (IssueCodes.EmptyText, "/segments/0/queue", With(0, Full.Segments[0] with { Queue = "" })),
    ];

    [Fact]
    public void A_call_that_is_right_passes() => Assert.Same(Full, Full.Check(Calls.Schema).Value);

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void What_is_wrong_is_named_with_its_place(string expected)
    {
        Interaction wrong = Cases.Single(one => $"{one.Code} at {one.Pointer}" == expected).Wrong;

        Issue issue = Assert.Single(wrong.Check(Calls.Schema).Errors);

        Assert.Equal(expected, $"{issue.Code} at {issue.Pointer}");
    }

    [Fact]
    public void All_that_is_wrong_is_reported_at_once()
    {
        Interaction wrong = Full with { Id = new(""), Media = (MediaType)9, Holds = [Calls.Stretch(5, 4)], Tags = [""] };

        Assert.Equal(4, wrong.Check(Calls.Schema).Errors.Length);
        Assert.False(wrong.Check(Calls.Schema).IsValid);
    }

    [Fact]
    public void A_required_attribute_is_asked_for_where_it_was_declared()
    {
        AttributeSchema schema = AttributeSchema.Of(
        [
            .. Calls.Schema.Declarations,
            new() { Name = "case", Kind = AttributeKind.Text, IsRequired = true },
            new() { Name = "leg", Kind = AttributeKind.Text, IsRequired = true, IsOfSegment = true },
        ]).Value;

        Assert.Equal(
            [("QK6307", "/segments/0/attributes"), ("QK6307", "/segments/1/attributes"), ("QK6307", "/attributes")],
            Full.Check(schema).Errors.Select(issue => (issue.Code, issue.Pointer)));
    }

    [Fact]
    public void What_touches_does_not_overlap()
    {
        Interaction touching = Full with { Holds = [Calls.Stretch(0, 10), Calls.Stretch(10, 20)], Gaps = [Gap(20, 30), Gap(10, 20)] };

        Assert.True(touching.Check(Calls.Schema).IsValid);
    }

    private static Interaction With(int position, Segment segment) => Full with { Segments = Full.Segments.SetItem(position, segment) };

    private static Interaction With(int position, Participant participant) =>
        With(position, Full.Segments[position] with { Participants = Full.Segments[position].Participants.SetItem(1, participant) });

    private static RecordingGap Gap(double from, double until) =>
        new() { From = TimeSpan.FromSeconds(from), Until = TimeSpan.FromSeconds(until), Reason = GapReason.Loss };
}
