using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace QualityKit.Exchange.Sdc;

/// <summary>A value of one of the types that answers have.</summary>
internal sealed record SdcValue
{
    private static readonly ImmutableArray<string> Types =
        ["Boolean", "Decimal", "Integer", "Date", "DateTime", "Time", "String", "Uri", "Coding", "Quantity", "Reference"];

    /// <summary>The type, as the member ends: <c>Coding</c> of <c>valueCoding</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What options are found by: the code, the text, the number.</summary>
    public required string Text { get; init; }

    /// <summary>What an option is found by that has this value: of a coding with a system, both.</summary>
    public string Token => System is null ? Text : $"{System}|{Text}";

    /// <summary>The system of a coding; null when it has none.</summary>
    public string? System { get; init; }

    /// <summary>The number, of a number.</summary>
    public decimal? Number { get; init; }

    /// <summary>The element, of a coding.</summary>
    public SourceObject? Coding { get; init; }

    /// <summary>The value of an element; null when it has none.</summary>
    /// <param name="owner">The element.</param>
    /// <param name="prefix">What its member begins with: <c>value</c> or <c>answer</c>.</param>
    public static SdcValue? Of(SourceObject owner, string prefix)
    {
        foreach (string type in Types)
        {
            string member = prefix + type;
            if (owner.Has(member))
            {
                return Read(owner, member, type);
            }
        }

        return null;
    }

    private static SdcValue? Read(SourceObject owner, string member, string type)
    {
        switch (type)
        {
            case "Boolean":
                return new() { Type = type, Text = owner.Flag(member) ? SdcFormat.Yes : SdcFormat.No };
            case "Decimal" or "Integer":
                return owner.Number(member) is { } number
                    ? new() { Type = type, Text = number.ToString(CultureInfo.InvariantCulture), Number = number }
                    : null;
            case "Coding":
                SourceObject? coding = owner.Object(member);
                return coding is null ? null : new() { Type = type, Text = coding.Text("code") ?? Shown(coding), System = coding.Text("system"), Coding = coding };
            case "Quantity" or "Reference":
                owner.LeaveOut(member);
                return null;
            default:
                return owner.Text(member) is { } text ? new() { Type = type, Text = text } : null;
        }
    }

    private static string Shown(SourceObject coding) =>
        coding.Peek("display") is { ValueKind: JsonValueKind.String } display ? display.GetString()! : "";
}
