using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>The weights a combination uses: those of the form, or 1 everywhere (S19, basis raw).</summary>
internal sealed class Weights
{
    private readonly bool allOne;

    private Weights(bool allOne) => this.allOne = allOne;

    public static Weights OfForm { get; } = new(allOne: false);

    public static Weights AllOne { get; } = new(allOne: true);

    /// <summary>The own weight of a question (w) or group.</summary>
    public ExactNumber Own(Item item) => allOne ? ExactNumber.One : item.Weight;

    /// <summary>W: the product of a question's weight and the weights of all groups around it.</summary>
    public ExactNumber Whole(Question question) =>
        question.GroupsAround().Aggregate(Own(question), (product, group) => product * Own(group));
}
