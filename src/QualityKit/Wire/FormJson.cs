using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Forms as JSON in the format <c>qualitykit.form/1</c> (docs/form-format.md).</summary>
/// <remarks>Reading never throws, whatever the bytes: everything that is wrong comes back at once, each issue with its code
/// and JSON pointer. It refuses documents of more than 16 MB, 128 levels, 10,000 questions or 1,000 groups, and lists at most 1,000 issues.</remarks>
public static class FormJson
{
    private static readonly DocumentFormat<FormDraft> Format = new(FormNames.Format, FormTable.Table, FormSize.Check);

    /// <summary>The JSON Schema (draft 2020-12) of the format, made from the tables that reading follows.</summary>
    /// <remarks>It cannot say everything: two members of one name, and numbers with too many digits, only reading finds.</remarks>
    public static string Schema => Format.Schema;

    /// <summary>The canonical bytes of a draft: equal forms give equal bytes.</summary>
    /// <exception cref="InvalidOperationException">The groups or conditions are nested deeper than 1,000 levels of JSON.</exception>
    public static byte[] Write(FormDraft form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return FormWriter.Write(form);
    }

    /// <summary>The canonical bytes of a published form, of which its id is the hash.</summary>
    public static byte[] Write(EvaluationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return [.. form.CanonicalBytes];
    }

    /// <summary>A draft as text.</summary>
    /// <param name="form">The draft.</param>
    /// <param name="indented">Whether it is laid out for people; otherwise it is the canonical text.</param>
    /// <exception cref="InvalidOperationException">The groups or conditions are nested deeper than 1,000 levels of JSON.</exception>
    public static string WriteText(FormDraft form, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(form);
        var writer = new CanonicalWriter(indented);
        FormWriter.Write(writer, form);
        return writer.ToString();
    }

    /// <summary>A published form as text.</summary>
    /// <param name="form">The form.</param>
    /// <param name="indented">Whether it is laid out for people; otherwise it is the canonical text.</param>
    public static string WriteText(EvaluationForm form, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(form);
        return WriteText(form.Edit() with { Version = form.Version }, indented);
    }

    /// <summary>Reads a draft, strictly; whether it can be published is not looked at.</summary>
    /// <param name="utf8">The document; a byte order mark before it is passed over.</param>
    public static Validated<FormDraft> Read(ReadOnlySpan<byte> utf8)
    {
        var issues = new ReadIssues();
        return Drafted(Format.Read(utf8, issues), issues);
    }

    /// <summary>Reads a draft, strictly; whether it can be published is not looked at.</summary>
    public static Validated<FormDraft> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var issues = new ReadIssues();
        return Drafted(Format.Read(json, issues), issues);
    }

    /// <summary>Reads a form and publishes it; what is wrong with the document and with the form comes together.</summary>
    /// <remarks>Where content could not be read, the form is not checked as well: what is left of it would mislead.</remarks>
    /// <param name="utf8">The document; a byte order mark before it is passed over.</param>
    public static Validated<EvaluationForm> ReadPublished(ReadOnlySpan<byte> utf8)
    {
        var issues = new ReadIssues();
        return Published(Format.Read(utf8, issues), issues);
    }

    /// <inheritdoc cref="ReadPublished(ReadOnlySpan{byte})"/>
    /// <param name="json">The document.</param>
    public static Validated<EvaluationForm> ReadPublished(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var issues = new ReadIssues();
        return Published(Format.Read(json, issues), issues);
    }

    private static Validated<FormDraft> Drafted(FormDraft? form, ReadIssues issues) =>
        new(issues.HasErrors ? null : form, issues.ToImmutable());

    private static Validated<EvaluationForm> Published(FormDraft? form, ReadIssues issues)
    {
        if (form is null || issues.HasLostContent)
        {
            return new(null, issues.ToImmutable());
        }

        if (!issues.HasErrors)
        {
            return form.Publish();
        }

        return new(null, [.. issues.ToImmutable(), .. form.Check()]);
    }
}
