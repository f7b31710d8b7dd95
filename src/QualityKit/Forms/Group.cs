using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>A section of a form: questions and further groups in order.</summary>
public sealed record Group : FormItem
{
    /// <summary>What people call it.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Its weight, from 0; what it means depends on the method. Default 1.</summary>
    public decimal Weight { get; init; } = 1;

    /// <summary>Whether the group as a whole can be marked N/A; default no.</summary>
    public bool AllowsNotApplicable { get; init; }

    /// <summary>Bands for the score of the group; they are not inherited.</summary>
    public ImmutableArray<Band> Bands { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Questions and further groups, in order.</summary>
    public ImmutableArray<FormItem> Items { get; init => field = value.IsDefault ? [] : value; } = [];

    internal override bool IsGroup => true;
}
