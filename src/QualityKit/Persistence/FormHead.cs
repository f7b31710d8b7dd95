using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Persistence;

/// <summary>The document of a form across its versions.</summary>
internal sealed record FormHead
{
    private const string Format = "qualitykit.form-head/1";

    /// <summary>The identity of the form.</summary>
    public required string Key { get; init; }

    /// <summary>Its folder; null for the root.</summary>
    public required string? Directory { get; init; }

    /// <summary>What its newest version is called.</summary>
    public required string Name { get; init; }

    /// <summary>Whether no evaluation may be created with it any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Its versions, the first first.</summary>
    public ImmutableArray<FormHeadVersion> Versions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was read; null for a form that is to be.</summary>
    public Document? Document { get; init; }

    /// <summary>Where the head of a form is kept.</summary>
    public static DocumentKey KeyOf(string key) => new(Collections.Forms, key);

    /// <summary>What is wrong with creating an evaluation with an archived form.</summary>
    public static Issue ArchivedIssue(string key) => new() { Code = IssueCodes.FormArchived, Arguments = [new() { Name = "form", Value = key }] };

    /// <summary>The head after one more version.</summary>
    public static FormHead After(FormHead? head, EvaluationForm form, PersonId by, DateTimeOffset now) =>
        (head ?? new() { Key = form.Key, Directory = null, Name = "" }) with
        {
            Directory = form.Directory,
            Name = form.Name.Text,
            Versions = [.. head?.Versions ?? [], new(form.Id, form.Version, now, by)],
        };

    /// <summary>A stored head.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static FormHead Read(Document document) => StoredReader.Document(document, Format, json => new FormHead
    {
        Key = json.Text("key"),
        Directory = json.TextOrNull("directory"),
        Name = json.Text("name"),
        IsArchived = json.Flag("archived"),
        Versions = json.Array("versions", member => new FormHeadVersion(
            new FormVersionId(member.Text("id")), (int)member.Number("number"), member.Instant("published"), new(member.Text("by")))),
        Document = document,
    });

    /// <summary>The batch that also stores this head in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Text("key", Key);
                json.Text("directory", Directory);
                json.Text("name", Name);
                json.Flag("archived", IsArchived);
                json.Array("versions", Versions, (member, version) =>
                {
                    member.Text("id", version.Id.Value);
                    member.Number("number", version.Number);
                    member.Instant("published", version.PublishedAt);
                    member.Text("by", version.PublishedBy.Value);
                });
            },
            Document?.Body ?? default);
        IndexEntry entry = FormIndexes.Entry(Directory, Key);
        return Document is null ? batch.Create(KeyOf(Key), body, entry) : batch.Replace(Document.Key, Document.Version, body, entry);
    }
}
