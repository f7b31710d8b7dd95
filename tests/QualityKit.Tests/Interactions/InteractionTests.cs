using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Tests.Interactions;

public sealed class InteractionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_agents_are_those_who_served()
    {
        var interaction = new Interaction
        {
            Id = new("call"),
            Tenant = new("acme"),
            Media = MediaType.Voice,
            Direction = Direction.Inbound,
            StartedAt = Noon,
            Segments =
            [
                new() { Id = new("1"), From = Noon, Participants = [Who(ParticipantRole.Customer, null), Who(ParticipantRole.Agent, "anna"), Who(ParticipantRole.Monitor, "sue")] },
                new() { Id = new("2"), From = Noon, Participants = [Who(ParticipantRole.Agent, "arne"), Who(ParticipantRole.Agent, "anna"), Who(ParticipantRole.Agent, null)] },
            ],
        };

        Assert.Equal([new PersonId("anna"), new PersonId("arne")], interaction.Agents.ToArray());
        Assert.Equal("interaction call", interaction.ToString());
    }

    [Fact]
    public void Only_a_person_is_somebody()
    {
        Assert.Equal(new PersonId("anna"), Subject.Of(new PersonId("anna")).Who);
        Assert.Null(new Subject.Automaton { Name = "bot", Version = "2" }.Who);
    }

    [Fact]
    public void Parts_are_equal_by_what_they_name()
    {
        Assert.Equal<InteractionPart>(new InteractionPart.Segments { Ids = [new("a"), new("b")] }, new InteractionPart.Segments { Ids = [new("a"), new("b")] });
        Assert.Equal(new InteractionPart.Segments { Ids = [new("a")] }.GetHashCode(), new InteractionPart.Segments { Ids = [new("a")] }.GetHashCode());
        Assert.NotEqual<InteractionPart>(new InteractionPart.Segments { Ids = [new("a")] }, new InteractionPart.Segments { Ids = [new("b")] });
        Assert.NotEqual(InteractionPart.All, InteractionPart.NotRecorded);
        Assert.NotEqual<InteractionPart>(new InteractionPart.Message { Id = "a" }, new InteractionPart.Session { Id = "a" });
    }

    [Fact]
    public void Every_part_but_nothing_is_of_an_interaction()
    {
        InteractionPart[] parts = [InteractionPart.All, new InteractionPart.Segments { Ids = [] }, new InteractionPart.Message { Id = "m" }, new InteractionPart.Session { Id = "s" }];

        Assert.All(parts, part => Assert.True(part.IsOfInteraction));
        Assert.False(InteractionPart.NotRecorded.IsOfInteraction);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(1, 0, false)]
    [InlineData(-1, 0, false)]
    public void A_range_begins_and_then_ends(int from, int until, bool expected) =>
        Assert.Equal(expected, new MediaMoment.Range { From = TimeSpan.FromSeconds(from), Until = TimeSpan.FromSeconds(until) }.IsWellFormed);

    private static Participant Who(ParticipantRole role, string? person) => new() { Role = role, Person = person is null ? null : new PersonId(person) };
}
