using QualityKit.Storage.Keys;

namespace QualityKit.Storage.Hosting;

/// <summary>A root of keys that a host has.</summary>
public sealed class KeyRoot : IDisposable
{
    private readonly IKeyWrapper _wrapper;

    internal KeyRoot(string name, IKeyWrapper wrapper)
    {
        (Name, _wrapper) = (name, wrapper);
        Wrapper = new(wrapper);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What wraps.</summary>
    public CheckedKeyWrapper Wrapper { get; }

    /// <summary>Disposes the wrapper, where it can be.</summary>
    public void Dispose() => (_wrapper as IDisposable)?.Dispose();

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
