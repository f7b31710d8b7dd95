namespace QualityKit.Testing.Conformance;

/// <summary>One promise of a contract, and the steps that hold a provider to it. Run it in any test framework: a theory over the cases takes three lines.</summary>
public sealed class ConformanceCase
{
    private readonly Func<CancellationToken, Task> _run;

    internal ConformanceCase(string name, Func<CancellationToken, Task> run) => (Name, _run) = (name, run);

    /// <summary>What is promised, the same in every release: <c>documents.a batch is all or nothing</c>.</summary>
    public string Name { get; }

    /// <summary>Holds the provider to the promise.</summary>
    /// <param name="cancellationToken">Stops the case.</param>
    /// <exception cref="ConformanceException">The provider does not keep it; the message says what was expected and what came.</exception>
    public Task RunAsync(CancellationToken cancellationToken = default) => Task.Run(() => _run(cancellationToken), cancellationToken);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
