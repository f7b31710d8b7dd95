using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Says something beside the answers (rule E7).</summary>
public sealed record CommentOnEvaluation : EvaluationCommand
{
    /// <summary>The comment; 1 to 10,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Who reads it; default also whom the evaluation is about.</summary>
    public CommentAudience Audience { get; init; }

    /// <summary>The key of the question; null for the whole.</summary>
    public string? Question { get; init; }

    /// <summary>The moments that it points at.</summary>
    public ImmutableArray<MediaMoment> Moments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What texts are kept apart under.</summary>
    public required ContentSalt Salt { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => Audience == CommentAudience.Evaluators ? EvaluationAction.CommentPrivately : EvaluationAction.Comment;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        if (Question is not null)
        {
            CommentRules.CheckQuestion(turn.Issues, situation.Form, Question, "/question");
        }

        foreach ((int position, MediaMoment moment) in Moments.Index())
        {
            CommentRules.CheckMoment(turn.Issues, moment, $"/moments/{position}");
        }

        var comment = new EvaluationComment
        {
            Content = turn.KeepRequired(Text, Salt, "/text"),
            Author = situation.Actor.Id,
            At = situation.Now,
            Audience = Audience,
            Version = VersionSeen(situation),
            Question = Question,
            Moments = Moments,
        };
        turn.Tell(FactCodes.Commented, ("content", comment.Content), ("audience", Audience));
        return turn.Done(() => new(situation.Evaluation with { Comments = situation.Evaluation.Comments.Add(comment) }));
    }

    private static int VersionSeen(Situation situation) =>
        situation.IsSubject ? situation.Evaluation.SeenBySubject(situation.Now)!.Number : situation.Evaluation.Versions.Length;
}
