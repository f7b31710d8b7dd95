using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Makes another root the ring's, once it wraps every key.</summary>
public sealed record AdoptRoot : KeyCommand
{
    /// <summary>Which root.</summary>
    public required string Root { get; init; }

    internal override KeyOutcome Apply(KeySituation at)
    {
        if (Root == at.Ring.Root)
        {
            return KeyOutcome.Unchanged(at.Ring);
        }

        RingKey? bare = at.Ring.Keys.FirstOrDefault(key => key.State != KeyState.Destroyed && key.Wraps.All(wrap => wrap.Root != Root));
        return bare is not null || at.Ring.Keys.IsEmpty
            ? KeyOutcome.Refused(IssueCodes.RootWrapsTooFew, ("root", Root), ("key", bare?.Id ?? default))
            : KeyOutcome.Changed(at.Ring.Under(Root, at.Ring.Keys), new KeyFact { Code = KeyFactCodes.RootAdopted, Root = Root });
    }
}
