using System.Collections.Immutable;

namespace QualityKit.Exchange;

/// <summary>The parts of a condition and the one operation that combines them, for products whose conditions are flat lists.</summary>
/// <param name="IsAny">Whether one part is enough; of a single part it says nothing.</param>
/// <param name="Parts">The parts.</param>
internal sealed record JoinedParts<T>(bool IsAny, ImmutableArray<T> Parts)
{
    /// <summary>Several as one; null when one of them is, or combines in the other way.</summary>
    public static JoinedParts<T>? Join(bool isAny, IEnumerable<JoinedParts<T>?> conditions)
    {
        JoinedParts<T>?[] all = [.. conditions];
        if (all is [{ } only])
        {
            return only;
        }

        return all.All(condition => condition is not null && (condition.IsAny == isAny || condition.Parts.Length == 1))
            ? new(isAny, [.. all.SelectMany(condition => condition!.Parts)])
            : null;
    }
}
