using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Short parts of sentences in the words of one language.</summary>
internal sealed class Phrases(MessageCatalogue catalogue)
{
    public string Language => catalogue.Language;

    public string? Find(string code) => catalogue.Template(code);

    public string Word(string code, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var typed = ImmutableArray.CreateBuilder<MessageArgument>(arguments.Length);
        foreach ((string name, object value) in arguments)
        {
            typed.Add(new() { Name = name, Value = value });
        }

        return catalogue.Format(code, typed.MoveToImmutable());
    }
}
