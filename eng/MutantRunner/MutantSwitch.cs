using System.Reflection;
using System.Runtime.CompilerServices;

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
    private readonly List<Action> _caches;

    /// <param name="mutated">The assembly, with the <see cref="QuickSwitch"/> installed.</param>
    /// <param name="count">Above the number of every mutant in it.</param>
    public MutantSwitch(Assembly mutated, int count)
    {
        Type control = mutated.GetTypes().SingleOrDefault(type => type.Name == "MutantControl")
            ?? throw new InvalidOperationException($"{mutated.Location} is not mutated");
        _active = control.GetField("ActiveMutant")!;
        _seen = control.GetField(QuickSwitch.Seen) ?? throw new InvalidOperationException($"{mutated.Location} has no quick switch");
        _count = count;
        _caches = [.. CachesOf(mutated)];
        Off();
    }

    /// <summary>Empties what the library keeps for objects of its callers, so that a test which uses an object of another works everything out anew.</summary>
    public void EmptyCaches() => _caches.ForEach(empty => empty());

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

    private static IEnumerable<Action> CachesOf(Assembly mutated) =>
        from type in mutated.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>)
        select field.FieldType.GetMethod("Clear")!.CreateDelegate<Action>(field.GetValue(null));
}
