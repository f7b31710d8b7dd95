using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>The leaves of a condition in document order, found without recursion; a condition beyond a limit shows none.</summary>
internal sealed class ConditionOutline
{
    public const int MaximumLevels = 32;
    public const int MaximumLeaves = 1_000;

    private ConditionOutline(string pointer) => Pointer = pointer;

    /// <summary>Where the whole condition is.</summary>
    public string Pointer { get; }

    public ImmutableArray<ConditionLeaf> Leaves { get; private init; } = [];

    /// <summary>Where its negations are.</summary>
    public ImmutableArray<string> Negations { get; private init; } = [];

    public bool IsTooDeep { get; private init; }

    public bool IsTooLarge { get; private init; }

    public static ConditionOutline Of(Condition condition, string pointer)
    {
        var leaves = ImmutableArray.CreateBuilder<ConditionLeaf>();
        var negations = ImmutableArray.CreateBuilder<string>();
        var pending = new Stack<(Condition? Condition, string Pointer, int Level)>([(condition, pointer, 1)]);
        while (pending.TryPop(out (Condition? Condition, string Pointer, int Level) next))
        {
            if (next.Level > MaximumLevels)
            {
                return new(pointer) { IsTooDeep = true };
            }

            if (next.Condition is Negation)
            {
                negations.Add(next.Pointer);
            }

            ImmutableArray<Condition> parts = Parts(next.Condition);
            if (parts.IsEmpty)
            {
                leaves.Add(new(next.Condition, next.Pointer));
            }

            // Whatever is pending has a leaf of its own, so the sum is known before the parts are looked at.
            if (leaves.Count + pending.Count + parts.Length > MaximumLeaves)
            {
                return new(pointer) { IsTooLarge = true };
            }

            for (int position = parts.Length - 1; position >= 0; position--)
            {
                pending.Push((parts[position], PartPointer(next.Condition!, next.Pointer, position), next.Level + 1));
            }
        }

        return new(pointer) { Leaves = leaves.ToImmutable(), Negations = negations.ToImmutable() };
    }

    private static ImmutableArray<Condition> Parts(Condition? condition) => condition switch
    {
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        Negation negation => [negation.Part],
        _ => [],
    };

    private static string PartPointer(Condition condition, string pointer, int position) => condition switch
    {
        AllOf => $"{pointer}/all/{position}",
        AnyOf => $"{pointer}/any/{position}",
        _ => pointer + "/not",
    };
}
