using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>A journal document as it was read: all that one command brought about, in order. Its body never changes; only where it is listed does.</summary>
internal sealed record JournalEntry
{
    /// <summary>The document.</summary>
    public required Document Document { get; init; }

    /// <summary>What happened. An event is named by the document's id and the position of its line.</summary>
    public required ImmutableArray<JournalLine> Lines { get; init; }

    /// <summary>For each entity that the lines speak of, the place of this commit among those of the entity, from 1.</summary>
    public required ImmutableArray<JournalPlace> Places { get; init; }

    /// <summary>The command that brought it about.</summary>
    public CommandId Command => new(Document.Key.Id);

    /// <summary>The places of the entities that it has events of.</summary>
    public IEnumerable<JournalPlace> Told => Lines.Where(line => line.IsTold).Select(line => line.Place).Distinct();

    /// <summary>The place of this commit among those of an entity that it speaks of.</summary>
    public JournalPlace PlaceOf(AuditEntity entity) => Places.First(place => place.Kind == entity.Kind && place.Id == entity.Id);

    /// <summary>The entries of one entity's chain, in order.</summary>
    public IEnumerable<AuditRecord> RecordsOf(AuditEntity entity) =>
        Lines.Where(line => line.Place.Kind == entity.Kind && line.Place.Id == entity.Id).Select(line => line.Record).OfType<AuditRecord>();
}
