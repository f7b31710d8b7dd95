using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>The texts that people wrote in one evaluation, each with its salt, apart from whatever refers to them. Taking one out erases it.</summary>
internal sealed record ContentsDocument
{
    private const string Format = "qualitykit.contents/1";

    /// <summary>Whose texts they are.</summary>
    public required EvaluationId Evaluation { get; init; }

    /// <summary>The texts, in the order in which they came.</summary>
    public ImmutableArray<PersonalContent> Contents { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was read; null where nothing is stored.</summary>
    public Document? Document { get; init; }

    /// <summary>Where the texts of an evaluation are kept.</summary>
    public static DocumentKey KeyOf(EvaluationId evaluation) => new(Collections.Contents, evaluation.Value);

    /// <summary>Stored texts.</summary>
    /// <exception cref="InvalidDataException">They are of another format, or damaged.</exception>
    public static ContentsDocument Read(Document document) => StoredReader.Document(document, Format, json => new ContentsDocument
    {
        Evaluation = new(document.Key.Id),
        Contents = json.Array("contents", member => new PersonalContent { Id = new(member.Text("id")), Salt = new(member.Text("salt")), Text = member.Text("text") }),
        Document = document,
    });

    /// <summary>The batch that also stores these texts in the place of what was read; none at all are no document.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        if (Contents.IsEmpty)
        {
            return Document is null ? batch : batch.Delete(Document.Key, Document.Version);
        }

        byte[] body = StoredObject.Document(
            Format,
            json => json.Keyed("contents", Contents, ("id", content => content.Id.Value), (member, content) =>
            {
                member.Text("id", content.Id.Value);
                member.Text("salt", content.Salt.Value);
                member.Text("text", content.Text);
            }),
            Document?.Body ?? default);
        return Document is null ? batch.Create(KeyOf(Evaluation), body) : batch.Replace(Document.Key, Document.Version, body);
    }
}
