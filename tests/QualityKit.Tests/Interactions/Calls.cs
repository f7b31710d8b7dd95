using QualityKit.Interactions;

namespace QualityKit.Tests.Interactions;

/// <summary>A call with everything that an interaction can have.</summary>
internal static class Calls
{
    public static DateTimeOffset Noon { get; } = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    public static AttributeSchema Schema { get; } = AttributeSchema.Of(
    [
        new() { Name = "tier", Kind = AttributeKind.Text },
        new() { Name = "amount", Kind = AttributeKind.Number },
        new() { Name = "vip", Kind = AttributeKind.Flag, IsSingle = true },
        new() { Name = "ordered", Kind = AttributeKind.Instant },
        new() { Name = "owner", Kind = AttributeKind.Person },
        new() { Name = "phone", Kind = AttributeKind.Text, IsPersonal = true },
        new() { Name = "skill", Kind = AttributeKind.Text, IsOfSegment = true },
    ]).Value;

    public static Interaction Full { get; } = new()
    {
        Id = new("call-1"),
        Tenant = new("acme"),
        Media = MediaType.Voice,
        Direction = Direction.Inbound,
        StartedAt = Noon,
        EndedAt = Noon.AddMinutes(10),
        Language = "da-DK",
        Segments =
        [
            new()
            {
                Id = new("s1"),
                From = Noon,
                Until = Noon.AddMinutes(4),
                Queue = "billing",
                WrapUps = ["transferred"],
                Participants =
                [
                    new() { Role = ParticipantRole.Customer, Key = "customer" },
                    new() { Role = ParticipantRole.Automaton, Key = "bot", Automaton = new() { Name = "Vera", Version = "2" } },
                ],
                Attributes = AttributeSet.Empty.With("skill", AttributeValue.Of("invoices")),
            },
            new()
            {
                Id = new("s2"),
                From = Noon.AddMinutes(4),
                Until = Noon.AddMinutes(10),
                Queue = "retention",
                WrapUps = ["solved", "callback"],
                Participants =
                [
                    new() { Role = ParticipantRole.Customer, Key = "customer" },
                    new() { Role = ParticipantRole.Agent, Key = "agent", Person = new("anna") },
                    new() { Role = ParticipantRole.Monitor, Person = new("sue") },
                ],
            },
        ],
        Holds = [Stretch(60, 90)],
        Silences = [Stretch(80, 100), Stretch(200, 230)],
        Gaps = [new() { From = TimeSpan.FromSeconds(210), Until = TimeSpan.FromSeconds(220), Reason = GapReason.SecurePause }],
        Jurisdictions = ["DK"],
        Consents =
        [
            new() { Participant = "customer", Status = ConsentStatus.Given, At = Noon },
            new() { Participant = "customer", Status = ConsentStatus.Withdrawn, At = Noon.AddDays(1) },
        ],
        Links = [new() { Id = "r-1", Media = MediaType.Voice }, new() { Id = "r-2", Media = MediaType.Screen, Covers = Stretch(0, 300.5) }],
        Tags = ["complaint"],
        Attributes = AttributeSet.Empty
            .With("tier", AttributeValue.Of("gold")).With("tier", AttributeValue.Of("old"))
            .With("amount", AttributeValue.Of(12.50m)).With("vip", AttributeValue.Of(true))
            .With("ordered", AttributeValue.Of(Noon.AddDays(-3))).With("owner", AttributeValue.Of(new QualityKit.People.PersonId("anna")))
            .With("phone", AttributeValue.Of("+45 12 34 56 78")),
    };

    public static Stretch Stretch(double from, double until) => new() { From = TimeSpan.FromSeconds(from), Until = TimeSpan.FromSeconds(until) };
}
