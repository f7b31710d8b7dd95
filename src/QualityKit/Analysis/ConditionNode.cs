using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>A condition or a part of one, ready to be looked at in sheets and in sets of sheets.</summary>
internal sealed class ConditionNode
{
    public required Condition Condition { get; init; }

    /// <summary>Where it is in the form.</summary>
    public required string Pointer { get; init; }

    public required ConditionTest Test { get; init; }

    public ImmutableArray<ConditionNode> Parts { get; init; } = [];

    /// <summary>The question that a leaf looks at; -1 for a tree.</summary>
    public int Question { get; init; } = -1;

    /// <summary>The position of a leaf among the conditions about its question.</summary>
    public int Leaf { get; init; } = -1;

    /// <summary>This and all parts, outer ones first.</summary>
    public IEnumerable<ConditionNode> All => Parts.SelectMany(part => part.All).Prepend(this);

    /// <summary>The questions looked at.</summary>
    public IEnumerable<int> Questions => All.Where(node => node.Question >= 0).Select(node => node.Question);

    /// <summary>What it can be, from what its leaves can be.</summary>
    public Truth Over(Func<ConditionNode, Truth> leaf) => Condition switch
    {
        AllOf => Parts.Aggregate(Truth.True, (all, part) => Both(all, part.Over(leaf))),
        AnyOf => Parts.Aggregate(Truth.False, (any, part) => Not(Both(Not(any), Not(part.Over(leaf))))),
        Negation => Not(Parts[0].Over(leaf)),
        _ => leaf(this),
    };

    private static Truth Both(Truth left, Truth right) => (left & right & Truth.True) | ((left | right) & Truth.False);

    private static Truth Not(Truth truth) =>
        (truth.HasFlag(Truth.True) ? Truth.False : Truth.None) | (truth.HasFlag(Truth.False) ? Truth.True : Truth.None);
}
