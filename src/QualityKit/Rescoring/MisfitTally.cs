using System.Collections.Immutable;
using System.Runtime.InteropServices;
using QualityKit.Validation;

namespace QualityKit.Rescoring;

/// <summary>Counts what did not carry over; its size hangs on the two forms alone.</summary>
internal sealed class MisfitTally
{
    private readonly Dictionary<(MisfitKind Kind, string Key, string? Option), long> _counts = [];

    public ImmutableArray<WhatIfMisfit> Misfits =>
    [
        .. _counts
            .Select(entry => new WhatIfMisfit { Kind = entry.Key.Kind, Key = entry.Key.Key, Option = entry.Key.Option, Count = entry.Value })
            .OrderBy(misfit => misfit.Kind)
            .ThenBy(misfit => misfit.Key, StringComparer.Ordinal)
            .ThenBy(misfit => misfit.Option, StringComparer.Ordinal),
    ];

    public void Add(Issue issue) => Add(KindOf(issue.Code), Argument(issue, "question") ?? Argument(issue, "group") ?? "", OptionOf(issue), 1);

    public void AddRange(ImmutableArray<WhatIfMisfit> misfits)
    {
        foreach (WhatIfMisfit misfit in misfits)
        {
            Add(misfit.Kind, misfit.Key, misfit.Option, misfit.Count);
        }
    }

    private static MisfitKind KindOf(string code) => code switch
    {
        IssueCodes.AnswerToUnknownQuestion => MisfitKind.QuestionGone,
        IssueCodes.UnknownAnswerGroup => MisfitKind.GroupGone,
        IssueCodes.UnknownAnswerOption => MisfitKind.OptionGone,
        IssueCodes.NotApplicableNotAllowed or IssueCodes.GroupNotApplicableNotAllowed => MisfitKind.NotApplicableNotAllowed,
        IssueCodes.AnswerRequired => MisfitKind.AnswerMissing,
        IssueCodes.CommentRequired => MisfitKind.CommentMissing,
        _ => MisfitKind.AnswerDoesNotFit,
    };

    private static string? OptionOf(Issue issue) => issue.Code == IssueCodes.UnknownAnswerOption ? Argument(issue, "option") : null;

    private static string? Argument(Issue issue, string name) =>
        issue.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value as string;

    private void Add(MisfitKind kind, string key, string? option, long count) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, (kind, key, option), out _) += count;
}
