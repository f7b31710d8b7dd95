using QualityKit.Forms;
using QualityKit.Storage.Documents;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Persistence;

/// <summary>How the draft of a form is stored: in its exchange format, which has a version of its own.</summary>
internal static class FormDraftFormat
{
    /// <summary>Where the draft of a form is kept.</summary>
    public static DocumentKey KeyOf(string key) => new(Collections.FormDrafts, key);

    /// <summary>The body.</summary>
    /// <exception cref="ValidationFailedException">The draft holds what could not be read again.</exception>
    public static byte[] Write(FormDraft draft)
    {
        byte[] body = FormJson.Write(draft);
        _ = FormJson.Read(body).Value;
        return body;
    }

    /// <summary>The draft of a document.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static FormDraft Read(Document document) => FormJson.Read(document.Body.Span).TryGetValue(out FormDraft? draft)
        ? draft
        : throw new InvalidDataException($"`{document.Key}` is damaged: it cannot be read as a form");
}
