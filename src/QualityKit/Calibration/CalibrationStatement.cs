using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Calibration;

/// <summary>A sentence of a calibration report: a code with its arguments, so that it can be said in any language.</summary>
public sealed record CalibrationStatement
{
    /// <summary>What is said: one of <see cref="CalibrationCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The values that the sentence speaks of, numbers rounded for reading.</summary>
    public ImmutableArray<MessageArgument> Arguments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The sentence.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) => (catalogue ?? MessageCatalogue.English).Format(Code, Arguments);

    /// <summary>The sentence in English.</summary>
    public override string ToString() => ToText();

    internal static CalibrationStatement Of(string code, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var values = ImmutableArray.CreateBuilder<MessageArgument>(arguments.Length);
        foreach ((string name, object value) in arguments)
        {
            values.Add(new MessageArgument { Name = name, Value = value });
        }

        return new() { Code = code, Arguments = values.MoveToImmutable() };
    }
}
