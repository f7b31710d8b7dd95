using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>Puts the lines of an explanation into words: one language, one rounding.</summary>
internal sealed class Wording(Rounding rounding, MessageCatalogue catalogue)
{
    public string Language => catalogue.Language;

    public string In(LocalizedText text) => text.ToString(catalogue.Language);

    public string Word(string code, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        catalogue.Format(code, Shown(Typed(arguments)));

    public static Score Amount(Scorecard card, Fraction amount) => new(amount, card.Form.Method.Unit);

    public ExplanationNode Line(string code, string subject, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        ImmutableArray<MessageArgument> typed = Typed(arguments);
        return new() { Code = code, Subject = subject, Arguments = typed, Text = catalogue.Format(code, Shown(typed)) };
    }

    private static ImmutableArray<MessageArgument> Typed(ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var typed = ImmutableArray.CreateBuilder<MessageArgument>(arguments.Length);
        foreach ((string name, object value) in arguments)
        {
            typed.Add(new MessageArgument { Name = name, Value = value });
        }

        return typed.MoveToImmutable();
    }

    // Numbers stay exact in the arguments and are rounded in the words only.
    private ImmutableArray<MessageArgument> Shown(ImmutableArray<MessageArgument> arguments) =>
    [
        .. arguments.Select(argument => argument.Value switch
        {
            Score score => argument with { Value = score.ToString(rounding) },
            Fraction number => argument with { Value = number.ToString(rounding.Digits, rounding.Midpoint) },
            _ => argument,
        }),
    ];
}
