using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Writes what changed between two forms as JSON for programs (docs/differences.md): equal differences give equal bytes.</summary>
public static class FormDiffJson
{
    /// <summary>The changes as <c>qualitykit.formDiff/1</c>, canonical, UTF-8.</summary>
    /// <param name="diff">The changes.</param>
    /// <param name="catalogue">The words of the sentences; English when null.</param>
    public static byte[] Write(FormDiff diff, MessageCatalogue? catalogue = null)
    {
        ArgumentNullException.ThrowIfNull(diff);
        MessageCatalogue words = catalogue ?? MessageCatalogue.English;
        var writer = new CanonicalWriter();
        writer.BeginObject();
        writer.Member("format", "qualitykit.formDiff/1");
        writer.Member("language", words.Language);
        Write(writer, "before", diff.Before);
        Write(writer, "after", diff.After);
        writer.Member("canChangeScores", diff.CanChangeScores);
        writer.BeginArray("changes");
        foreach (FormChange change in diff.Changes)
        {
            Write(writer, change, words);
        }

        writer.EndArray();
        writer.EndObject();
        return writer.ToArray();
    }

    private static void Write(CanonicalWriter writer, string name, EvaluationForm form)
    {
        writer.BeginObject(name);
        writer.Member("id", form.Id.Value);
        writer.Member("key", form.Key);
        writer.Member("version", form.Version);
        writer.EndObject();
    }

    private static void Write(CanonicalWriter writer, FormChange change, MessageCatalogue words)
    {
        writer.BeginObject();
        writer.Member("code", change.Code);
        writer.Member("effect", NameOf(change.Effect));
        writer.Member("pointer", change.Pointer);
        writer.Member("subject", change.Subject);
        writer.Member("text", change.ToText(words));
        writer.BeginObject("arguments");
        foreach (MessageArgument argument in change.Arguments)
        {
            FormWriter.Member(writer, argument.Name, argument.Value);
        }

        writer.EndObject();
        writer.EndObject();
    }

    private static string NameOf(FormChangeEffect effect) => effect switch
    {
        FormChangeEffect.Scores => "scores",
        FormChangeEffect.Wording => "wording",
        _ => "workflow",
    };
}
