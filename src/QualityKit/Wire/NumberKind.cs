using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>A decimal that is taken exactly as it is written, in a range.</summary>
internal sealed class NumberKind : ValueKind<decimal>
{
    /// <summary>The least number, included; null for no bound.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The number that it must be above; null for no bound.</summary>
    public decimal? Above { get; init; }

    /// <summary>The highest number, included; null for no bound.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Whether it has no decimal places.</summary>
    public bool IsWhole { get; init; }

    public override bool TryRead(JsonElement json, Place place, out decimal value)
    {
        value = 0;
        return Is(json, JsonValueKind.Number, place)
            && TryTakeExactly(json, place, out value)
            && IsInRange(value, place);
    }

    public override void Describe(SchemaWriter schema)
    {
        schema.Json.Member("type", IsWhole ? "integer" : "number");
        Describe(schema, "minimum", Minimum);
        Describe(schema, "exclusiveMinimum", Above);
        Describe(schema, "maximum", Maximum);
    }

    private static void Describe(SchemaWriter schema, string name, decimal? bound)
    {
        if (bound is { } number)
        {
            schema.Json.Member(name, number);
        }
    }

    private bool TryTakeExactly(JsonElement json, Place place, out decimal value)
    {
        string written = json.GetRawText();
        if (ExactDecimal.TryParse(written, out value))
        {
            if (!IsWhole || decimal.IsInteger(value))
            {
                return true;
            }

            ReportKind(json, place, "integer");
            return false;
        }

        place.Report(IssueCodes.JsonNumberNotExact, ("value", Quoted.Short(written)), ("digits", ExactDecimal.MostDigits));
        return false;
    }

    private bool IsInRange(decimal value, Place place)
    {
        if (value < Minimum)
        {
            place.Report(IssueCodes.JsonNumberTooSmall, ("value", value), ("minimum", Minimum.Value));
            return false;
        }

        if (value <= Above)
        {
            place.Report(IssueCodes.JsonNumberNotAbove, ("value", value), ("bound", Above.Value));
            return false;
        }

        if (value > Maximum)
        {
            place.Report(IssueCodes.JsonNumberTooLarge, ("value", value), ("maximum", Maximum.Value));
            return false;
        }

        return true;
    }
}
