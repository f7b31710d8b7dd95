using System.Collections.Immutable;
using QualityKit.Scoring;

namespace QualityKit.Wire;

/// <summary>An answer sheet as it is written.</summary>
internal sealed record AnswerSheetParts
{
    public ImmutableArray<AnswerEntry> Entries { get; init; } = [];

    public ImmutableArray<string> NotApplicableGroups { get; init; } = [];

    public string? Comment { get; init; }

    public AnswerSheet Together() =>
        NotApplicableGroups
            .Aggregate(AnswerSheet.Of(Entries), (sheet, group) => sheet.NotApplicableGroup(group))
            .CommentOverall(Comment);
}
