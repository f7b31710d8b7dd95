using System.Collections.Immutable;
using System.Text;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>A form in the format of another product, and everything that became different on the way.</summary>
public sealed record FormExport
{
    /// <summary>The document as UTF-8 JSON; equal forms give equal bytes.</summary>
    public required ImmutableArray<byte> Utf8 { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Everything in the form that was left out or changed: warnings in the order of their pointers, which lead into the form as docs/form-format.md writes it.</summary>
    public ImmutableArray<Issue> Losses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The document as text.</summary>
    public string Text => Encoding.UTF8.GetString(Utf8.AsSpan());
}
