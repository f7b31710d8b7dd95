using System.Collections.Immutable;

namespace QualityKit.Testing.Keys;

/// <summary>A case and what it needs: of the wrapper, and of the harness.</summary>
internal sealed record KeyCase(string Name, Func<KeyBench, Task> Run)
{
    public bool NeedsBoundContext { get; init; }

    public bool NeedsDestruction { get; init; }

    public ImmutableArray<KeyControl> Controls { get; init; } = [];
}
