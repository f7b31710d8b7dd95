using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>A bulk job as it is stored, and the stretch that it works on.</summary>
internal sealed record JobDocument
{
    private const string Format = "qualitykit.job/1";

    /// <summary>The job.</summary>
    public required BulkJob Job { get; init; }

    /// <summary>What it works on; null between two stretches.</summary>
    public JobStretch? Stretch { get; init; }

    /// <summary>What was read; null for one that is to be.</summary>
    public Document? Document { get; init; }

    /// <summary>Where a job is kept.</summary>
    public static DocumentKey KeyOf(JobId job) => new(Collections.Jobs, "job/" + job.Value);

    /// <summary>A stored job.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static JobDocument Read(Document document) => StoredReader.Document(document, Format, json => new JobDocument
    {
        Job = new()
        {
            Id = new(json.Text("id")),
            Action = json.Choice<JobAction>("action"),
            Query = json.ObjectOrNull("query", PredicateParts.Read),
            Owner = new(json.Text("owner")),
            PlannedAt = json.Instant("planned"),
            StartAt = json.InstantOrNull("start"),
            Status = json.Choice<JobStatus>("status"),
            Cursor = json.TextOrNull("cursor"),
            Counts = new() { Processed = (long)json.Number("processed"), Failed = (long)json.Number("failed"), Skipped = (long)json.Number("skipped") },
            FailureCode = json.TextOrNull("failure"),
        },
        Stretch = json.ObjectOrNull("stretch", stretch => new JobStretch([.. stretch.Texts("interactions").Select(id => new InteractionId(id))], stretch.TextOrNull("next"))),
        Document = document,
    });

    /// <summary>The batch that also stores this in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(Format, Write, Document?.Body ?? default);
        var state = new IndexEntry(JobIndexes.ByState, IndexValue.Of(Job.IsOver ? JobIndexes.Over : JobIndexes.Open), IndexValue.Of(Job.PlannedAt));
        IndexEntry[] entries = Job.Status is JobStatus.Ready or JobStatus.Running
            ? [state, new(JobIndexes.Due, IndexValue.Of(JobIndexes.JobWork), IndexValue.Of(Job.At))]
            : [state];
        return Document is null ? batch.Create(KeyOf(Job.Id), body, [.. entries]) : batch.Replace(Document.Key, Document.Version, body, [.. entries]);
    }

    private void Write(StoredObject json)
    {
        json.Text("id", Job.Id.Value);
        json.Choice("action", Job.Action);
        json.Object("query", Job.Query, PredicateParts.Write);
        json.Text("owner", Job.Owner.Value);
        json.Instant("planned", Job.PlannedAt);
        json.Instant("start", Job.StartAt);
        json.Choice("status", Job.Status);
        json.Text("cursor", Job.Cursor);
        json.Number("processed", Job.Counts.Processed);
        json.Number("failed", Job.Counts.Failed);
        json.Number("skipped", Job.Counts.Skipped);
        json.Text("failure", Job.FailureCode);
        json.Object("stretch", Stretch, (member, stretch) =>
        {
            member.Texts("interactions", [.. stretch.Interactions.Select(interaction => interaction.Value)]);
            member.Text("next", stretch.Next);
        });
    }
}
