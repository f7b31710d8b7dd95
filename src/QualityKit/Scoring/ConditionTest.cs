using QualityKit.Forms;

namespace QualityKit.Scoring;

/// <summary>A condition made ready to be tested on flat answers (rule S2). A hidden question has the code of one, so nothing holds about it.</summary>
internal abstract class ConditionTest
{
    public abstract bool Holds(ReadOnlySpan<long> codes);

    public static ConditionTest? For(Condition? condition, FlatLayout layout) => condition is null ? null : Build(condition, layout);

    private static ConditionTest Build(Condition condition, FlatLayout layout) => condition switch
    {
        AllOf all => new EveryTest([.. all.Parts.Select(part => Build(part, layout))], stopsAt: false),
        AnyOf any => new EveryTest([.. any.Parts.Select(part => Build(part, layout))], stopsAt: true),
        Negation not => new NotTest(Build(not.Part, layout)),
        AnsweredOption answered => Build(answered, layout),
        NumberBetween number => Build(number, layout),
        MarkedNotApplicable marked => new CodeTest(layout.SlotOf(marked.Question), FlatAnswer.NotApplicable),
        LeftUnanswered left => new CodeTest(layout.SlotOf(left.Question), FlatAnswer.Unanswered),
        _ => throw new ArgumentException("not a known condition", nameof(condition)),
    };

    private static ConditionTest Build(AnsweredOption answered, FlatLayout layout)
    {
        int slot = layout.SlotOf(answered.Question);
        return layout.QuestionOf(answered.Question) is MultiSelectQuestion select
            ? new SelectionTest(slot, OptionBits.Of(select, answered.Options), answered.Match)
            : new ChoiceTest(slot, ChoicesThatHold((ChoiceQuestion)layout.QuestionOf(answered.Question), answered));
    }

    // One option is selected, so all and exactly hold only where a single option is named.
    private static bool[] ChoicesThatHold(ChoiceQuestion choice, AnsweredOption answered)
    {
        bool holdsAtAll = answered.Match == OptionMatch.Any || answered.Options.Distinct(StringComparer.Ordinal).Count() == 1;
        return [.. choice.Options.Select(option => holdsAtAll && answered.Options.Contains(option.Key, StringComparer.Ordinal))];
    }

    private static NumberTest Build(NumberBetween between, FlatLayout layout)
    {
        var number = (NumberQuestion)layout.QuestionOf(between.Question);
        return new NumberTest(
            layout.SlotOf(between.Question),
            between.Minimum is { } minimum ? NumberScale.StepAtOrAbove(number, minimum) : 0,
            between.Maximum is { } maximum ? NumberScale.StepAtOrBelow(number, maximum) : long.MaxValue);
    }

    // All of its parts, or any of them: both stop at the first part that decides.
    private sealed class EveryTest(ConditionTest[] parts, bool stopsAt) : ConditionTest
    {
        public override bool Holds(ReadOnlySpan<long> codes)
        {
            foreach (ConditionTest part in parts)
            {
                if (part.Holds(codes) == stopsAt)
                {
                    return stopsAt;
                }
            }

            return !stopsAt;
        }
    }

    private sealed class NotTest(ConditionTest part) : ConditionTest
    {
        public override bool Holds(ReadOnlySpan<long> codes) => !part.Holds(codes);
    }

    private sealed class CodeTest(int slot, long code) : ConditionTest
    {
        public override bool Holds(ReadOnlySpan<long> codes) => codes[slot] == code;
    }

    private sealed class ChoiceTest(int slot, bool[] holds) : ConditionTest
    {
        public override bool Holds(ReadOnlySpan<long> codes) => codes[slot] >= 0 && holds[codes[slot]];
    }

    private sealed class SelectionTest(int slot, long[] named, OptionMatch match) : ConditionTest
    {
        public override bool Holds(ReadOnlySpan<long> codes) =>
            codes[slot] >= 0 && OptionBits.Match(codes.Slice(slot, named.Length), named, match);
    }

    private sealed class NumberTest(int slot, long least, long most) : ConditionTest
    {
        public override bool Holds(ReadOnlySpan<long> codes) => codes[slot] >= 0 && codes[slot] >= least && codes[slot] <= most;
    }
}
