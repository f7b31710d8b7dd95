using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Adds the wrap of a key by a root, or replaces it. A root rotates by doing so for every key, in any order, as often as it breaks off; then it is adopted.</summary>
public sealed record WrapKeyByRoot : KeyCommand
{
    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    /// <summary>The key under the root.</summary>
    public required RootWrap Wrap { get; init; }

    /// <summary>The check value of the key that was wrapped, made from the key that the fresh wrap gave back.</summary>
    public required ReadOnlyMemory<byte> CheckValue { get; init; }

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Find(Key) switch
    {
        null => KeyOutcome.Refused(IssueCodes.KeyUnknown, ("key", Key)),
        { State: KeyState.Destroyed } => KeyOutcome.Refused(IssueCodes.KeyStateForbids, ("key", Key), ("state", KeyText.Of(KeyState.Destroyed))),
        { } key when !key.CheckValue.Span.SequenceEqual(CheckValue.Span) => KeyOutcome.Refused(IssueCodes.KeyCheckDiffers, ("key", Key)),
        { } key when key.Wraps.Any(IsSame) => KeyOutcome.Unchanged(at.Ring),
        { } key => Replace(at, key with { Wraps = [.. key.Wraps.Where(wrap => wrap.Root != Wrap.Root), Wrap] }),
    };

    private bool IsSame(RootWrap wrap) =>
        wrap.Root == Wrap.Root && wrap.Key.KeyVersion == Wrap.Key.KeyVersion && wrap.Key.Ciphertext.Span.SequenceEqual(Wrap.Key.Ciphertext.Span);

    private KeyOutcome Replace(KeySituation at, RingKey key) => KeyMaterial.AreWraps(key.Wraps)
        ? KeyOutcome.Changed(at.Ring.With(key), new KeyFact { Code = KeyFactCodes.Wrapped, Key = Key, Root = Wrap.Root })
        : KeyOutcome.Refused(IssueCodes.KeyMaterialIncomplete, ("key", Key), ("root", Wrap.Root));
}
