using System.Globalization;
using QualityKit.Auditing;
using QualityKit.Events;
using QualityKit.People;
using QualityKit.Persistence;

namespace QualityKit.Services;

/// <summary>Makes events of journal lines.</summary>
internal static class EventReader
{
    /// <summary>How many lines of one commit an event's number leaves room for.</summary>
    private const long LinesPerPlace = 100_000;

    /// <summary>The version of events whose line says none.</summary>
    private const int FirstVersion = 1;

    /// <summary>The event of a line; null when it is none, or is of another entity, or somebody changed it so that it says nothing.</summary>
    public static QualityEvent? Of(JournalEntry entry, int line, AuditEntity? entity = null)
    {
        if (line >= entry.Lines.Length || entry.Lines[line] is not { IsTold: true, Fact: { } fact, Place: { } place } || (entity is not null && fact.Entity != entity))
        {
            return null;
        }

        return new QualityEvent
        {
            Id = new(string.Create(CultureInfo.InvariantCulture, $"{entry.Command}/{line}")),
            Code = fact.Action,
            Version = FirstVersion,
            Entity = fact.Entity,
            Number = (place.Place * LinesPerPlace) + line,
            Command = entry.Command,
            Actor = new PersonId(fact.Actor),
            At = fact.At,
            Details = fact.Facts,
        };
    }
}
