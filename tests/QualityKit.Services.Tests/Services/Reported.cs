using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Retention;
using QualityKit.Services.Tests.Stores;

namespace QualityKit.Services.Tests.Services;

/// <summary>Interactions to report.</summary>
internal static class Reported
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static Interaction Call(string id = "call-1", string agent = "anna", string tier = "gold") => new()
    {
        Id = new(id),
        Tenant = Center.Tenant,
        Media = MediaType.Voice,
        Direction = Direction.Inbound,
        StartedAt = Start,
        EndedAt = Start.AddMinutes(10),
        Segments =
        [
            new()
            {
                Id = new("s1"),
                From = Start,
                Participants = [new() { Role = ParticipantRole.Customer }, new() { Role = ParticipantRole.Agent, Person = new PersonId(agent) }],
                Attributes = AttributeSet.Empty.With("note", AttributeValue.Of("allergic to nuts")),
            },
        ],
        Attributes = AttributeSet.Empty.With("tier", AttributeValue.Of(tier)).With("amount", AttributeValue.Of(12.50m)).With("phone", AttributeValue.Of("+45 12 34 56 78")),
    };

    /// <summary>A policy that keeps so many days.</summary>
    public static RetentionClaim[] Keep(int days) => [new() { Policy = "keep", KeepAtLeast = RetentionPeriod.Days(days) }];
}
