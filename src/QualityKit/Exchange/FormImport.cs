using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>A form that was made from the document of another product, and everything that became different on the way.</summary>
public sealed record FormImport
{
    /// <summary>The form. It may be wrong by the rules of forms; then <see cref="Losses"/> says so with <c>QK4030</c>.</summary>
    public required FormDraft Draft { get; init; }

    /// <summary>Everything in the document that was left out, changed or interpreted: warnings in the order of their pointers, which lead into the document.</summary>
    /// <remarks>At most 10,000 are listed; a last one says when there are more.</remarks>
    public ImmutableArray<Issue> Losses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Which part of the document became what in the draft, in document order: what it takes to bring answers over as well.</summary>
    public ImmutableArray<ImportedPart> Parts { get; init => field = value.IsDefault ? [] : value; } = [];
}
