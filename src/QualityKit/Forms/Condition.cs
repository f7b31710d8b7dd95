using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>When an item is visible or a score rule applies (rule S2). A condition on a hidden question does not hold. <see cref="When"/> writes them.</summary>
/// <remarks>The kinds are closed: <see cref="AllOf"/>, <see cref="AnyOf"/>, <see cref="Negation"/>, <see cref="AnsweredOption"/>,
/// <see cref="NumberBetween"/>, <see cref="MarkedNotApplicable"/>, <see cref="LeftUnanswered"/>.</remarks>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>The conditions that it is made of.</summary>
    internal abstract ImmutableArray<Condition> Inner { get; }
}
