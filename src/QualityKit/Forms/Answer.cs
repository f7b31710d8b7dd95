namespace QualityKit.Forms;

/// <summary>An answer to a question. The kinds are closed: <see cref="SelectedOptions"/>, <see cref="NumberAnswer"/>, <see cref="TextAnswer"/>,
/// <see cref="DateAnswer"/>, <see cref="NotApplicableAnswer"/>.</summary>
public abstract record Answer
{
    private protected Answer()
    {
    }

    /// <summary>What a message calls an answer of this kind.</summary>
    internal abstract string Noun { get; }
}
