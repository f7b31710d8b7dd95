namespace QualityKit.Analysis;

/// <summary>Splits a set of sheets into parts that together are the set; first where the bound and a real sheet differ.</summary>
internal sealed class SetSplitter(FormModel model)
{
    /// <summary>The parts; none when there is a single sheet, as far as results go.</summary>
    /// <param name="set">The set.</param>
    /// <param name="picks">The answers that go with the bound; -1: hidden.</param>
    /// <param name="candidate">A sheet of the set that comes near.</param>
    public IEnumerable<SheetSet> Split(SheetSet set, int[] picks, FilledSheet candidate) =>
        SplitVisibility(set, question => picks[question] < 0 == candidate.IsVisible(question))
        ?? SplitConditions(set, model.RuleConditions.OfType<ConditionNode>().Where(rule => set.Over(rule) == Truth.Either))
        ?? SplitMarks(set)
        ?? SplitVisibility(set, _ => true)
        ?? SplitAnswers(set, (question, position) => string.Join(',', model.Questions[question].Classes[position].Scopes))
        ?? SplitAnswers(set, (_, position) => $"{position}")
        ?? [];

    private SheetSet[]? SplitVisibility(SheetSet set, Func<int, bool> includes)
    {
        for (int question = 0; question < model.Questions.Length; question++)
        {
            if (set.Visibility(question) == Truth.Either && includes(question) && SplitConditions(set, model.ConditionsOf(question)) is { } parts)
            {
                return parts;
            }
        }

        return null;
    }

    // By the first question that decides about them and is itself still open.
    private SheetSet[]? SplitConditions(SheetSet set, IEnumerable<ConditionNode> conditions)
    {
        bool[] deciding = model.Deciding(conditions);
        for (int question = 0; question < deciding.Length; question++)
        {
            if (!deciding[question] || set.Visibility(question) == Truth.False)
            {
                continue;
            }

            if (Parts(set, question, position => string.Concat(model.Questions[question].Classes[position].Leaves)) is { } parts)
            {
                return parts;
            }

            foreach (int group in model.Around(question).Where(group => set.Mark(group) == Truth.Either))
            {
                return Marked(set, group);
            }
        }

        return null;
    }

    private SheetSet[]? SplitMarks(SheetSet set)
    {
        for (int group = 0; group < model.Groups.Length; group++)
        {
            if (set.Mark(group) == Truth.Either && set.GroupPresence(group) != Truth.False)
            {
                return Marked(set, group);
            }
        }

        return null;
    }

    private SheetSet[]? SplitAnswers(SheetSet set, Func<int, int, string> key)
    {
        for (int question = 0; question < model.Questions.Length; question++)
        {
            if (set.Visibility(question) != Truth.False && Parts(set, question, position => key(question, position)) is { } parts)
            {
                return parts;
            }
        }

        return null;
    }

    private static SheetSet[] Marked(SheetSet set, int group) => [set.WithMark(group, false), set.WithMark(group, true)];

    private static SheetSet[]? Parts(SheetSet set, int question, Func<int, string> key)
    {
        int[][] parts = [.. set.Open(question).GroupBy(key).Select(alike => alike.ToArray())];
        return parts.Length < 2 || set.Possible(question).Length < 2 ? null : [.. parts.Select(part => set.With(question, part))];
    }
}
