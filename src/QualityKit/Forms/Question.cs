namespace QualityKit.Forms;

/// <summary>A question, or a block of text among the questions. The kinds are closed: <see cref="ChoiceQuestion"/>, <see cref="MultiSelectQuestion"/>,
/// <see cref="NumberQuestion"/>, <see cref="TextQuestion"/>, <see cref="DateQuestion"/>, <see cref="InformationBlock"/>.</summary>
public abstract record Question : FormItem
{
    private protected Question()
    {
    }

    /// <summary>The words of the question.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>What helps to answer it; null for none.</summary>
    public LocalizedText? Help { get; init; }

    /// <summary>What a message says it takes.</summary>
    internal abstract string Takes { get; }

    internal override bool IsGroup => false;
}
