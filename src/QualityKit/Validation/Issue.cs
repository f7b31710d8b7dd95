using System.Collections.Immutable;

namespace QualityKit.Validation;

/// <summary>One thing that is wrong, or looks wrong, with content that a person wrote.</summary>
public sealed record Issue
{
    /// <summary>The stable code, such as <c>QK1003</c>; docs/issue-codes.md lists them.</summary>
    public required string Code { get; init; }

    /// <summary>Whether it must be corrected.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>Where it is, as a JSON pointer (RFC 6901) into the exchange format of the content; empty for the whole.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>The values that the sentence speaks of, by name.</summary>
    public ImmutableArray<MessageArgument> Arguments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The sentence in English; <see cref="MessageCatalogue"/> has other languages.</summary>
    public string Message => MessageCatalogue.English.Format(Code, Arguments);

    /// <summary>Code, place and sentence in one line.</summary>
    public override string ToString() => Pointer.Length == 0 ? $"{Code}: {Message}" : $"{Code} at {Pointer}: {Message}";
}
