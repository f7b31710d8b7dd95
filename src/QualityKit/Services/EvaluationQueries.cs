using System.Collections.Immutable;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>The query behind each list: an index, what its leading fields equal, and up to when.</summary>
internal static class EvaluationQueries
{
    private static readonly string[] Seen = [EvaluationStage.Released, EvaluationStage.ToAcknowledge, EvaluationStage.Acknowledged, EvaluationStage.Disputed];
    private static readonly string[] AboutPeople = [EvaluationStage.Unreleased, .. Seen];

    /// <summary>Whether a list is about the people of the actor's teams.</summary>
    public static bool IsOfTeams(EvaluationList list) => list is EvaluationList.Team or EvaluationList.TeamDisputes;

    /// <summary>Whether an evaluation is of a list about teams.</summary>
    public static bool IsOfTeam(Evaluation evaluation, EvaluationList list, HashSet<string> members) =>
        evaluation.Tombstone is null && evaluation.Subject.Who is { } who && members.Contains(who.Value) && (list == EvaluationList.Team || evaluation.OpenDispute is not null);

    /// <summary>The query of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="people">Of a list about teams, up to 100 people.</param>
    /// <param name="now">The time.</param>
    public static DocumentQuery Of(EvaluationList list, Actor actor, ImmutableArray<string> people, DateTimeOffset now)
    {
        string self = actor.Id.Value;
        return list switch
        {
            EvaluationList.Assigned => Query(EvaluationIndexes.ByEvaluator, [self], [EvaluationStage.Pending]),
            EvaluationList.InProgress => Query(EvaluationIndexes.ByEvaluator, [self], [EvaluationStage.Started]),
            EvaluationList.Overdue => Query(EvaluationIndexes.ByEvaluator, [self], [EvaluationStage.Pending, EvaluationStage.Started]) with { Range = Until(now) },
            EvaluationList.Completed => Query(EvaluationIndexes.ByEvaluator, [self], [EvaluationStage.Submitted]),
            EvaluationList.Unclaimed => Query(EvaluationIndexes.ByEvaluator, [""], [EvaluationStage.Pending]),
            EvaluationList.ToReview => Query(EvaluationIndexes.ByReviewer, ["", self]),
            EvaluationList.Released => Query(EvaluationIndexes.BySubject, [self], Seen) with { Range = Until(now) },
            EvaluationList.ToAcknowledge => Query(EvaluationIndexes.BySubject, [self], [EvaluationStage.ToAcknowledge]) with { Range = Until(now) },
            EvaluationList.Disputed => Query(EvaluationIndexes.BySubject, [self], [EvaluationStage.Disputed]),
            EvaluationList.Team => Query(EvaluationIndexes.BySubject, [.. people], AboutPeople),
            EvaluationList.TeamDisputes => Query(EvaluationIndexes.BySubject, [.. people], [EvaluationStage.Disputed]),
            EvaluationList.All => Query(EvaluationIndexes.ByCreation),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "is no list"),
        };
    }

    /// <summary>The evaluations of which an instant has come that was not announced.</summary>
    public static DocumentQuery Due(DateTimeOffset now) => Query(EvaluationIndexes.Due, [EvaluationIndexes.AnnounceWork]) with { Range = Until(now) };

    private static DocumentQuery Query(string index, params string[][] equal) => new()
    {
        Collection = Collections.Evaluations,
        Index = index,
        Equal = [.. equal.Select(values => values.Select(IndexValue.Of).ToImmutableArray())],
    };

    // The instant itself is in: an index has microseconds, and a range ends before its end.
    private static IndexRange Until(DateTimeOffset now) => new() { To = IndexValue.Of(now.AddMicroseconds(1)) };
}
