namespace QualityKit.Exchange;

/// <summary>What a part of an imported document became.</summary>
public enum ImportedPartKind
{
    /// <summary>The form.</summary>
    Form = 0,

    /// <summary>A group.</summary>
    Group = 1,

    /// <summary>A question or an information block.</summary>
    Question = 2,

    /// <summary>An option of a choice or a multiple selection.</summary>
    Option = 3,

    /// <summary>The answer that selects an option of a multiple selection, where the product has one.</summary>
    Selected = 4,

    /// <summary>The answer that leaves an option of a multiple selection unselected, where the product has one.</summary>
    Unselected = 5,
}
