using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>One question with its classes of answers.</summary>
internal sealed class QuestionModel
{
    public required QuestionPlan Plan { get; init; }

    /// <summary>Every class; the first <see cref="OwnCount"/> can be given to the question itself.</summary>
    public required AnswerClass[] Classes { get; init; }

    public required int OwnCount { get; init; }

    /// <summary>The class of the question when a group around it is marked N/A.</summary>
    public required int Marked { get; init; }

    /// <summary>The options, ranges and N/A of the question with the classes they belong to.</summary>
    public required AnswerChoice[] Choices { get; init; }

    /// <summary>Whether only some classes are here, because there are too many: among those alike for failures and conditions, the lowest and highest points.</summary>
    public bool IsPartial { get; init; }

    public int Position => Plan.Position;

    public int[] Own => [.. Enumerable.Range(0, OwnCount)];

    /// <summary>A class if it can be given to the question itself, else the first.</summary>
    public int OwnOrFirst(int position) => position >= 0 && position < OwnCount ? position : 0;

    /// <summary>One of its own classes for every effect on conditions.</summary>
    public int[] Signatures => [.. Own.GroupBy(position => string.Join("", Classes[position].Leaves)).Select(alike => alike.First())];
}
