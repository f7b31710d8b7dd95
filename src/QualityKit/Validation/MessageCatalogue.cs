using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace QualityKit.Validation;

/// <summary>The words for every code, in one language. Replace words with <see cref="With"/>, or start your own language from another.</summary>
public sealed class MessageCatalogue
{
    private readonly ImmutableDictionary<string, string> _templates;

    private MessageCatalogue(string language, ImmutableDictionary<string, string> templates)
    {
        Language = language;
        _templates = templates;
    }

    /// <summary>English, the language of exceptions and logs.</summary>
    public static MessageCatalogue English { get; } = Load("en");

    /// <summary>Danish.</summary>
    public static MessageCatalogue Danish { get; } = Load("da");

    /// <summary>German.</summary>
    public static MessageCatalogue German { get; } = Load("de");

    /// <summary>The BCP 47 tag of the language.</summary>
    public string Language { get; }

    /// <summary>Every code that has words, in ordinal order.</summary>
    public IEnumerable<string> Codes => _templates.Keys.Order(StringComparer.Ordinal);

    /// <summary>A catalogue of another language with the words of this one, to be replaced.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public MessageCatalogue ForLanguage(string language)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        return new(language, _templates);
    }

    /// <summary>A catalogue with other words for a code.</summary>
    /// <param name="code">The code of an issue or of a line of an explanation.</param>
    /// <param name="template">The words; <c>{name}</c> stands for the argument of that name.</param>
    public MessageCatalogue With(string code, string template)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(template);
        return new(Language, _templates.SetItem(code, template));
    }

    /// <summary>The words for a code before its arguments are filled in; null when the catalogue has none.</summary>
    public string? Template(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _templates.GetValueOrDefault(code);
    }

    /// <summary>The sentence for a code; a code without words gives the code itself.</summary>
    public string Format(string code, ImmutableArray<MessageArgument> arguments)
    {
        ArgumentNullException.ThrowIfNull(code);
        string template = Template(code) ?? code;
        return arguments.IsDefaultOrEmpty ? template : Fill(template, arguments);
    }

    /// <summary>The sentence of an issue.</summary>
    public string Format(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return Format(issue.Code, issue.Arguments);
    }

    // One pass, so that a value that happens to contain {another} is left as it is.
    private static string Fill(string template, ImmutableArray<MessageArgument> arguments)
    {
        var text = new StringBuilder(template.Length + 32);
        int position = 0;
        while (position < template.Length)
        {
            int open = template.IndexOf('{', position);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            string name = template[(open + 1)..close];
            MessageArgument? argument = arguments.FirstOrDefault(candidate => candidate.Name == name);
            text.Append(template, position, open - position);
            text.Append(argument is null ? template[open..(close + 1)] : Print(argument.Value));
            position = close + 1;
        }

        return text.Append(template, position, template.Length - position).ToString();
    }

    private static string Print(object value) =>
        value is IFormattable formattable
            ? formattable.ToString(null, CultureInfo.InvariantCulture)
            : value.ToString() ?? "";

    private static MessageCatalogue Load(string language)
    {
        var templates = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Assembly assembly = typeof(MessageCatalogue).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith($"Messages/{language}/", StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using JsonDocument document = JsonDocument.Parse(stream);
            templates.AddRange(document.RootElement.EnumerateObject()
                .Select(member => KeyValuePair.Create(member.Name, member.Value.GetString()!)));
        }

        return new(language, templates.ToImmutable());
    }
}
