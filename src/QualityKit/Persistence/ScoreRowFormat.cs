using System.Collections.Immutable;
using QualityKit.Evaluations;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How a score row is stored: exact, and beside it a decimal for whoever cannot calculate with fractions.</summary>
internal static class ScoreRowFormat
{
    private const string Format = "qualitykit.score-row/1";
    private const int IndexedDigits = 6;
    private const decimal MostIndexed = 999_999_999_999m;

    /// <summary>Where the row of a version is kept.</summary>
    public static DocumentKey KeyOf(ScoreRow row) => new(Collections.ScoreRows, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Evaluation.Value}/{row.Version}"));

    /// <summary>The batch that also stores a row in the place of what was there.</summary>
    public static DocumentBatch StoreIn(DocumentBatch batch, ScoreRow row, Document? before, DateTimeOffset now)
    {
        byte[] body = StoredObject.Document(Format, json => Write(json, row, now), before?.Body ?? default);
        ImmutableArray<IndexEntry> entries = Listed(row, now);
        return before is null ? batch.Create(KeyOf(row), body, entries) : batch.Replace(before.Key, before.Version, body, entries);
    }

    /// <summary>The row of a document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static ScoreRow Read(Document document) => StoredReader.Document(document, Format, json => new ScoreRow
    {
        Evaluation = new(json.Text("evaluation")),
        Version = (int)json.Number("version"),
        Kind = json.Choice<EvaluationKind>("kind"),
        Subject = json.TextOrNull("subject"),
        ScoredBy = json.Text("scoredBy"),
        Interaction = json.TextOrNull("interaction"),
        Team = json.TextOrNull("team"),
        Site = json.TextOrNull("site"),
        Supervisor = json.TextOrNull("supervisor"),
        Form = new(json.Text("form")),
        FormKey = json.Text("formKey"),
        FormVersion = (int)json.Number("formVersion"),
        SubmittedAt = json.Instant("submitted"),
        Total = StoredParts.Score(json, "total"),
        RawTotal = StoredParts.Score(json, "rawTotal"),
        Outcome = json.Choice<Outcome>("outcome"),
        Band = json.TextOrNull("band"),
        Counts = json.Flag("counts"),
        IsDisputed = json.Flag("disputed"),
        IsSuperseded = json.Flag("superseded"),
        IsDeleted = json.Flag("deleted"),
    });

    private static void Write(StoredObject json, ScoreRow row, DateTimeOffset now)
    {
        json.Text("evaluation", row.Evaluation.Value);
        json.Number("version", row.Version);
        json.Choice("kind", row.Kind);
        json.Text("subject", row.Subject);
        json.Text("scoredBy", row.ScoredBy);
        json.Text("interaction", row.Interaction);
        json.Text("team", row.Team);
        json.Text("site", row.Site);
        json.Text("supervisor", row.Supervisor);
        json.Text("form", row.Form.Value);
        json.Text("formKey", row.FormKey);
        json.Number("formVersion", row.FormVersion);
        json.Instant("submitted", row.SubmittedAt);
        StoredParts.Score(json, "total", row.Total);
        json.Number("totalAsDecimal", row.Total?.ToDecimal());
        StoredParts.Score(json, "rawTotal", row.RawTotal);
        json.Choice("outcome", row.Outcome);
        json.Text("band", row.Band);
        json.Flag("counts", row.Counts);
        json.Flag("disputed", row.IsDisputed);
        json.Flag("superseded", row.IsSuperseded);
        json.Flag("deleted", row.IsDeleted);
        json.Instant("changed", now);
    }

    private static ImmutableArray<IndexEntry> Listed(ScoreRow row, DateTimeOffset now)
    {
        var change = new IndexEntry(EvaluationIndexes.ByChange, IndexValue.Of(now));
        return row.Counts && Indexed(row.Total) is { } total
            ? [change, new(EvaluationIndexes.Counting, Text(row.Subject), Text(row.Team), Text(row.Form.Value), Text(row.Evaluation.Value), IndexValue.Of(row.SubmittedAt), IndexValue.Of(total))]
            : [change];
    }

    private static IndexValue Text(string? text) => IndexValue.Of(text ?? "");

    // What is too large for an index is in the body alone.
    private static decimal? Indexed(Score? total) =>
        total?.ToDecimal() is { } number && Math.Abs(number) <= MostIndexed ? decimal.Round(number, IndexedDigits) : null;
}
