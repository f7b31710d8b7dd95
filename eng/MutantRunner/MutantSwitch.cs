using System.Reflection;

namespace QualityKit.MutantRunner;

/// <summary>
/// The switch that Stryker compiles into the mutated assembly: every mutant is there, and a static field says which one is active.
/// </summary>
internal sealed class MutantSwitch
{
    private const int None = -1;

    private readonly FieldInfo _active;
    private readonly FieldInfo _capture;
    private readonly MethodInfo _coverage;

    public MutantSwitch(Assembly mutated)
    {
        Type control = mutated.GetTypes().SingleOrDefault(type => type.Name == "MutantControl")
            ?? throw new InvalidOperationException($"{mutated.Location} is not mutated");
        _active = control.GetField("ActiveMutant")!;
        _capture = control.GetField("CaptureCoverage")!;
        _coverage = control.GetMethod("GetCoverageData")!;
        Off();
    }

    public void Activate(int mutant) => _active.SetValue(null, mutant);

    public void Off() => _active.SetValue(null, None);

    /// <summary>The mutants that an action reaches.</summary>
    public int[] Covered(Action action)
    {
        _capture.SetValue(null, true);
        _coverage.Invoke(null, null);
        action();
        _capture.SetValue(null, false);
        var data = (IList<int>[])_coverage.Invoke(null, null)!;
        return [.. data[0]];
    }
}
