using System.Collections.Immutable;

namespace QualityKit.Interactions;

/// <summary>Interactions held against the media that is kept: what has lost its other half.</summary>
public sealed record MediaReconciliation
{
    /// <summary>Media that no interaction links to and whose interaction is not there, by id: they escape every policy until somebody links or deletes them.</summary>
    public required ImmutableArray<MediaSource> Orphans { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Media that no interaction links to although its interaction is there: adding the link mends it.</summary>
    public required ImmutableArray<MediaSource> Unlinked { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Interactions that link to media which is not kept, with the ids of what is missing.</summary>
    public required ImmutableArray<MissingMedia> Missing { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Holds interactions against media.</summary>
    /// <param name="interactions">The interactions; of two with one id, both count.</param>
    /// <param name="kept">All media that is kept.</param>
    public static MediaReconciliation Of(IEnumerable<Interaction> interactions, IEnumerable<MediaSource> kept)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        ArgumentNullException.ThrowIfNull(kept);
        ImmutableArray<Interaction> all = [.. interactions];
        ImmutableArray<MediaSource> sources = [.. kept.OrderBy(source => source.Id, StringComparer.Ordinal)];
        var known = sources.Select(source => source.Id).ToHashSet(StringComparer.Ordinal);
        var linked = all.SelectMany(interaction => interaction.Links).Select(link => link.Id).ToHashSet(StringComparer.Ordinal);
        var ids = all.Select(interaction => interaction.Id).ToHashSet();
        ILookup<bool, MediaSource> loose = sources
            .Where(source => !linked.Contains(source.Id))
            .ToLookup(source => source.Interaction is { } interaction && ids.Contains(interaction));
        return new()
        {
            Orphans = [.. loose[false]],
            Unlinked = [.. loose[true]],
            Missing =
            [
                .. all
                    .Select(interaction => new MissingMedia { Interaction = interaction.Id, Ids = [.. interaction.Links.Select(link => link.Id).Where(id => !known.Contains(id))] })
                    .Where(missing => !missing.Ids.IsEmpty),
            ],
        };
    }
}
