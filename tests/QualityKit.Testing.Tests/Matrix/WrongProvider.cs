using System.Collections.Immutable;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Tests.Matrix;

/// <summary>A right provider that was changed in one place, and the case that names its fault.</summary>
internal sealed record WrongProvider(string Name, string Caught, Needs Needs, Func<ConformanceOptions, ImmutableArray<ConformanceCase>> Cases)
{
    public override string ToString() => Name;
}
