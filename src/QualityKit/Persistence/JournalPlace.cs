using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>The place of a commit among those of one entity.</summary>
/// <param name="Kind">The kind of the entity.</param>
/// <param name="Id">Its id.</param>
/// <param name="Place">The place, from 1, without gaps.</param>
internal sealed record JournalPlace(string Kind, string Id, long Place)
{
    /// <summary>Where it is listed.</summary>
    public IndexEntry In(string index) => new(index, IndexValue.Of(Kind), IndexValue.Of(Id), IndexValue.Of((decimal)Place));
}
