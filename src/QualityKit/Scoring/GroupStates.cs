using System.Collections.Immutable;
using QualityKit.Forms;

namespace QualityKit.Scoring;

/// <summary>What became of groups in a score.</summary>
internal static class GroupStates
{
    public static GroupState Of(Scorecard card, int group, bool isPresent, bool hasScore) =>
        !isPresent ? GroupState.Hidden
        : hasScore ? GroupState.Scored
        : IsMarked(card, group) ? GroupState.NotApplicable
        : GroupState.NoScore;

    private static bool IsMarked(Scorecard card, int group)
    {
        ImmutableArray<GroupPlace> groups = card.Form.Index.Groups;
        for (int around = group; around >= 0; around = groups[around].Parent)
        {
            if (card.Answers.Sheet.NotApplicableGroups.Contains(groups[around].Group.Key))
            {
                return true;
            }
        }

        return false;
    }
}
