using System.Reflection;

namespace QualityKit.MutantRunner;

/// <summary>
/// The switch that Stryker compiles into the mutated assembly: every mutant is there, and a static field says which one is active.
/// </summary>
internal sealed class MutantSwitch
{
    private const int None = -1;

    private readonly FieldInfo _active;
    private readonly FieldInfo _seen;
    private readonly int _count;

    /// <param name="mutated">The assembly, with the <see cref="QuickSwitch"/> installed.</param>
    /// <param name="count">Above the number of every mutant in it.</param>
    public MutantSwitch(Assembly mutated, int count)
    {
        Type control = mutated.GetTypes().SingleOrDefault(type => type.Name == "MutantControl")
            ?? throw new InvalidOperationException($"{mutated.Location} is not mutated");
        _active = control.GetField("ActiveMutant")!;
        _seen = control.GetField(QuickSwitch.Seen) ?? throw new InvalidOperationException($"{mutated.Location} has no quick switch");
        _count = count;
        Off();
    }

    public void Activate(int mutant) => _active.SetValue(null, mutant);

    public void Off() => _active.SetValue(null, None);

    /// <summary>The mutants that an action reaches.</summary>
    public int[] Covered(Action action)
    {
        byte[] seen = new byte[_count];
        _seen.SetValue(null, seen);
        action();
        _seen.SetValue(null, null);
        return [.. Enumerable.Range(0, _count).Where(mutant => seen[mutant] != 0)];
    }
}
