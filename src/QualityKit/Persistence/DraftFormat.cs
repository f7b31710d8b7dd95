using QualityKit.Evaluations;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How the draft of one person for one evaluation is stored. It is personal as a whole.</summary>
internal static class DraftFormat
{
    private const string Format = "qualitykit.draft/1";

    /// <summary>Where the draft of a person is kept.</summary>
    public static DocumentKey KeyOf(EvaluationId evaluation, People.PersonId owner) => new(Collections.Drafts, $"{evaluation.Value}/{owner.Value}");

    /// <summary>The body.</summary>
    public static byte[] Write(EvaluationDraft draft, ReadOnlyMemory<byte> before = default) => StoredObject.Document(
        Format,
        json =>
        {
            json.Text("evaluation", draft.Evaluation.Value);
            json.Text("owner", draft.Owner.Value);
            json.Text("form", draft.Form.Value);
            json.Instant("saved", draft.SavedAt);
            json.Json("sheet", StoredParts.Sheet(draft.Answers.Sheet));
            json.Array("moments", draft.Answers.Moments, StoredParts.WriteAnswerMoment);
            json.Flag("asksAcknowledgement", draft.Answers.AsksAcknowledgement);
            json.Choice("followUp", draft.Answers.FollowUp);
        },
        before);

    /// <summary>The draft of a document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static EvaluationDraft Read(Document document) => StoredReader.Document(document, Format, json => new EvaluationDraft
    {
        Evaluation = new(json.Text("evaluation")),
        Owner = new(json.Text("owner")),
        Form = new(json.Text("form")),
        SavedAt = json.Instant("saved"),
        Answers = new()
        {
            Sheet = StoredParts.Sheet(json, "sheet"),
            Moments = json.Array("moments", StoredParts.ReadAnswerMoment),
            AsksAcknowledgement = json.Flag("asksAcknowledgement"),
            FollowUp = json.Choice<FollowUp>("followUp"),
        },
    });
}
