namespace QualityKit.Storage.Keys;

/// <summary>What a wrapper is, as data.</summary>
public sealed record KeyWrapperCapabilities
{
    /// <summary>Which provider wrapped a key, kept beside what it wrapped: 1 to 64 lower-case letters, digits or <c>-</c>, starting with a letter; the same for ever.</summary>
    public required string ProviderId { get; init; }

    /// <summary>Whether what was wrapped for one tenant and context is <see cref="KeyAnswer.Wrong"/> for another. If not, <see cref="CheckedKeyWrapper"/> binds them.</summary>
    public required bool BindsContext { get; init; }

    /// <summary>Whether it can destroy a key version (<see cref="IKeyDestroyer"/>), so that nothing wrapped by it opens again anywhere.</summary>
    public required bool CanDestroy { get; init; }
}
