using System.Collections.Immutable;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Where evaluations, and what goes with them, are listed.</summary>
internal static class EvaluationIndexes
{
    /// <summary>Evaluations: who evaluates (empty for nobody), stage of the work, when it is due or was submitted.</summary>
    public const string ByEvaluator = "by-evaluator";

    /// <summary>Evaluations: the person whose work it is, stage of what they see, when it was first released.</summary>
    public const string BySubject = "by-subject";

    /// <summary>Evaluations with an open dispute: who handles it (empty for anyone), since when.</summary>
    public const string ByReviewer = "by-reviewer";

    /// <summary>Evaluations: when they were created.</summary>
    public const string ByCreation = "by-creation";

    /// <summary>Evaluations: the interaction.</summary>
    public const string ByInteraction = "by-interaction";

    /// <summary>Evaluations of calibration sessions, tombstones too: the session, the interaction.</summary>
    public const string BySession = "by-session";

    /// <summary>Evaluations: <see cref="AnnounceWork"/> and the next instant of which others are told.</summary>
    public const string Due = "due";

    /// <summary>Evaluations: what reporting tools read.</summary>
    public const string Facts = "facts";

    /// <summary>Drafts: the evaluation.</summary>
    public const string ByEvaluation = "by-evaluation";

    /// <summary>Score rows: when they changed, for whoever copies them.</summary>
    public const string ByChange = "by-change";

    /// <summary>Score rows that count for their subject and have a total: what reporting tools read.</summary>
    public const string Counting = "counting";

    /// <summary>The kind of due work that announces instants.</summary>
    public const string AnnounceWork = "announce";

    // What is never due comes behind all that is.
    private static readonly DateTimeOffset NoDate = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(Collections.Evaluations, ByEvaluator, Text("evaluator"), Text("stage"), Instant("at")),
        new(Collections.Evaluations, BySubject, Text("subject"), Text("stage"), Instant("at")),
        new(Collections.Evaluations, ByReviewer, Text("reviewer"), Instant("raised")),
        new(Collections.Evaluations, ByCreation, Instant("created")),
        new(Collections.Evaluations, ByInteraction, Text("interaction")),
        new(Collections.Evaluations, BySession, Text("session"), Text("interaction")),
        new(Collections.Evaluations, Due, Text("work"), Instant("due")) { ListsDueWork = true },
        new(Collections.Evaluations, Facts, Text("kind"), Text("stage"), Text("subject"), Text("evaluator"), Text("form"), Instant("created")),
        new(Collections.Drafts, ByEvaluation, Text("evaluation")),
        new(Collections.ScoreRows, ByChange, Instant("changed")),
        new(Collections.ScoreRows, Counting, Text("subject"), Text("team"), Text("form"), Text("evaluation"), Instant("submitted"), new() { Name = "total", Kind = IndexKind.Number }),
    ];

    /// <summary>The entries of an evaluation.</summary>
    public static ImmutableArray<IndexEntry> Of(Evaluation evaluation, EvaluationForm form)
    {
        var entries = ImmutableArray.CreateBuilder<IndexEntry>();
        entries.Add(new(ByCreation, IndexValue.Of(evaluation.CreatedAt)));
        (string evaluator, string work, DateTimeOffset at) = Work(evaluation);
        string subject = evaluation.Subject.Who?.Value ?? "";
        string stage = evaluation.Tombstone is null ? Seen(evaluation, form).Stage : EvaluationStage.Deleted;
        entries.Add(new(Facts, Texts(evaluation.Kind.ToString(), stage is EvaluationStage.Unreleased or EvaluationStage.Calibration ? work : stage, subject, evaluator, evaluation.Form.Value).Add(IndexValue.Of(evaluation.CreatedAt))));
        if (evaluation.Interaction is { } interaction)
        {
            entries.Add(new(ByInteraction, IndexValue.Of(interaction.Value)));
        }

        if (evaluation.Session is { } session)
        {
            entries.Add(new(BySession, Texts(session.Value, evaluation.Interaction?.Value ?? "")));
        }

        if (evaluation.Tombstone is null)
        {
            entries.Add(new(ByEvaluator, Texts(evaluator, work).Add(IndexValue.Of(at))));
            entries.AddRange(Living(evaluation, form));
        }

        return entries.ToImmutable();
    }

    private static IEnumerable<IndexEntry> Living(Evaluation evaluation, EvaluationForm form)
    {
        if (evaluation.Subject.Who is { } person)
        {
            (string stage, DateTimeOffset at) = Seen(evaluation, form);
            yield return new(BySubject, Texts(person.Value, stage).Add(IndexValue.Of(at)));
        }

        if (evaluation.OpenDispute is { } dispute)
        {
            yield return new(ByReviewer, IndexValue.Of(dispute.Reviewer?.Value ?? ""), IndexValue.Of(dispute.RaisedAt));
        }

        if (NextAnnouncement(evaluation) is { } due)
        {
            yield return new(Due, IndexValue.Of(AnnounceWork), IndexValue.Of(due));
        }
    }

    private static (string Evaluator, string Stage, DateTimeOffset At) Work(Evaluation evaluation)
    {
        if (evaluation.Current is { } version)
        {
            return (version.ScoredBy.Value, EvaluationStage.Submitted, version.SubmittedAt);
        }

        string stage = evaluation.StartedAt is null ? EvaluationStage.Pending : EvaluationStage.Started;
        return (evaluation.Assignment.Evaluator?.Value ?? "", stage, evaluation.Assignment.Deadlines.DueAt ?? NoDate);
    }

    private static (string Stage, DateTimeOffset At) Seen(Evaluation evaluation, EvaluationForm form) =>
        evaluation.Kind == EvaluationKind.Calibration ? (EvaluationStage.Calibration, evaluation.CreatedAt)
        : evaluation.OpenDispute is { } dispute ? (EvaluationStage.Disputed, dispute.RaisedAt)
        : evaluation.FirstRelease(DateTimeOffset.MaxValue) is not { } released ? (EvaluationStage.Unreleased, evaluation.CreatedAt)
        : evaluation.Current!.Acknowledgement is not null ? (EvaluationStage.Acknowledged, released)
        : evaluation.AwaitsAcknowledgement(form, DateTimeOffset.MaxValue) ? (EvaluationStage.ToAcknowledge, released)
        : (EvaluationStage.Released, released);

    // After the expiry nothing else of an assignment comes; an expiry that was announced is the end.
    private static DateTimeOffset? NextAnnouncement(Evaluation evaluation)
    {
        if (evaluation.Current is { } version)
        {
            return version.IsReleaseAnnounced ? null : version.ReleaseAt;
        }

        Deadlines deadlines = evaluation.Assignment.Deadlines;
        ImmutableArray<AnnouncementKind> announced = evaluation.Assignment.Announced;
        (AnnouncementKind Kind, DateTimeOffset? At)[] instants =
        [
            (AnnouncementKind.Reminder, deadlines.RemindAt),
            (AnnouncementKind.Overdue, deadlines.DueAt),
            (AnnouncementKind.Escalation, deadlines.EscalateAt),
            (AnnouncementKind.Expired, deadlines.ExpiresAt),
        ];
        return announced.Contains(AnnouncementKind.Expired) ? null : instants.Where(instant => !announced.Contains(instant.Kind)).Min(instant => instant.At);
    }

    private static ImmutableArray<IndexValue> Texts(params ReadOnlySpan<string> texts)
    {
        var values = ImmutableArray.CreateBuilder<IndexValue>(texts.Length);
        foreach (string text in texts)
        {
            values.Add(IndexValue.Of(text));
        }

        return values.ToImmutable();
    }

    private static IndexField Text(string name) => new() { Name = name, Kind = IndexKind.Text };

    private static IndexField Instant(string name) => new() { Name = name, Kind = IndexKind.Instant };
}
