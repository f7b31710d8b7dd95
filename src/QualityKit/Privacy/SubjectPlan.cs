using System.Collections.Immutable;
using QualityKit.Retention;

namespace QualityKit.Privacy;

/// <summary>What is stored about somebody, where, and what can be done with it now: made before anything is touched.</summary>
public sealed record SubjectPlan
{
    /// <summary>What was asked for.</summary>
    public required SubjectRequestKind Kind { get; init; }

    /// <summary>The steps, by kind and id.</summary>
    public required ImmutableArray<SubjectStep> Steps { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Whether everything can be done now.</summary>
    public bool IsUnblocked => Steps.All(step => step.CanRun);

    /// <summary>Plans a request.</summary>
    /// <param name="kind">What is asked for. An export is never blocked.</param>
    /// <param name="items">Everything that was found.</param>
    /// <param name="holds">The holds of the tenant.</param>
    /// <param name="now">When it is planned: work whose time is over blocks nothing.</param>
    /// <exception cref="ArgumentException">An item is of a kind that <see cref="StoredKind.All"/> does not have.</exception>
    public static SubjectPlan Of(SubjectRequestKind kind, IEnumerable<SubjectItem> items, HoldRegister holds, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(holds);
        return new()
        {
            Kind = kind,
            Steps =
            [
                .. items
                    .DistinctBy(item => (item.Kind, item.Id))
                    .OrderBy(item => item.Kind, StringComparer.Ordinal).ThenBy(item => item.Id, StringComparer.Ordinal)
                    .Select(item => new SubjectStep { Item = item, Fields = Fields(item), Blocks = kind == SubjectRequestKind.Erase ? Blocks(item, holds, now) : [] }),
            ],
        };
    }

    private static ImmutableArray<string> Fields(SubjectItem item) =>
        StoredKind.Find(item.Kind) is { } stored
            ? [.. stored.PersonalFields.Select(field => field.Pointer)]
            : throw new ArgumentException($"there is no kind of document `{item.Kind}`", nameof(item));

    private static ImmutableArray<SubjectBlock> Blocks(SubjectItem item, HoldRegister holds, DateTimeOffset now) =>
    [
        .. (item.Interaction is { } interaction ? holds.On(interaction) : []).Select(hold => new SubjectBlock { By = $"hold {hold}" }),
        .. item.Work.Where(work => work.Until > now).Select(work => new SubjectBlock { By = work.Name, Until = work.Until }),
    ];
}
