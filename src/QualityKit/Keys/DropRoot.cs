using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Removes every wrap by a root that is the ring's no more.</summary>
public sealed record DropRoot : KeyCommand
{
    /// <summary>Which root.</summary>
    public required string Root { get; init; }

    internal override KeyOutcome Apply(KeySituation at) =>
        Root == at.Ring.Root ? KeyOutcome.Refused(IssueCodes.RootInUse, ("root", Root))
        : at.Ring.Keys.All(key => key.Wraps.All(wrap => wrap.Root != Root)) ? KeyOutcome.Unchanged(at.Ring)
        : KeyOutcome.Changed(
            at.Ring.Under(at.Ring.Root, at.Ring.Keys.Select(key => key with { Wraps = [.. key.Wraps.Where(wrap => wrap.Root != Root)] })),
            new KeyFact { Code = KeyFactCodes.RootDropped, Root = Root });
}
