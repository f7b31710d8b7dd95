using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Compares a question before and after.</summary>
internal sealed class QuestionComparison(ChangeList changes)
{
    public void Compare(ChangePlace place, Question before, Question after)
    {
        bool isScored = before is ScoredQuestion || after is ScoredQuestion;
        changes.Member(place, "type", isScored ? FormChangeEffect.Scores : FormChangeEffect.Workflow, FormWriter.TypeOf(before), FormWriter.TypeOf(after));
        changes.Text(place, "text", before.Text, after.Text);
        changes.Text(place, "help", before.Help, after.Help);
        CompareAnswerable(place, before, after);
        CompareKind(place, before, after);
    }

    // Where the kind changed, what only one of the kinds has goes with it.
    private void CompareAnswerable(ChangePlace place, Question before, Question after)
    {
        if (before is not AnswerableQuestion wasAnswerable || after is not AnswerableQuestion nowAnswerable)
        {
            changes.Members(place, ItemAspects.Block, before, after);
            return;
        }

        if (before is ScoredQuestion wasScored && after is ScoredQuestion nowScored)
        {
            changes.Members(place, ItemAspects.Scored, wasScored, nowScored);
        }
        else
        {
            changes.Members(place, ItemAspects.Unscored, wasAnswerable, nowAnswerable);
        }

        changes.Members(place, ItemAspects.Answerable, wasAnswerable, nowAnswerable);
    }

    private void CompareKind(ChangePlace place, Question before, Question after)
    {
        switch (before, after)
        {
            case (ChoiceQuestion was, ChoiceQuestion now):
                changes.Members(place, ItemAspects.Choice, was, now);
                CompareOptions(place, was.Options, now.Options, option => option.Key, option => option.Text, ItemAspects.ChoiceOption);
                break;
            case (MultiSelectQuestion was, MultiSelectQuestion now):
                changes.Members(place, ItemAspects.MultiSelect, was, now);
                CompareOptions(place, was.Options, now.Options, option => option.Key, option => option.Text, ItemAspects.SelectOption);
                break;
            case (NumberQuestion was, NumberQuestion now):
                changes.Members(place, ItemAspects.Number, was, now);
                CompareRanges(place, was.Ranges, now.Ranges);
                break;
            case (TextQuestion was, TextQuestion now):
                changes.Members(place, ItemAspects.Text, was, now);
                break;
        }
    }

    private void CompareOptions<T>(
        ChangePlace question, ImmutableArray<T> before, ImmutableArray<T> after, Func<T, string> key, Func<T, LocalizedText> text, ImmutableArray<Aspect<T>> aspects)
    {
        var options = new Pairing<T>(before, after, key);
        foreach ((T was, T now, int position) in options.Pairs)
        {
            changes.Text(PlaceOf(now, position), "text", text(was), text(now));
            changes.Members(PlaceOf(now, position), aspects, was, now);
        }

        foreach ((T option, int position) in options.Added)
        {
            changes.Added(PlaceOf(option, position), FormChangeEffect.Scores);
        }

        foreach ((T option, int position) in options.Removed)
        {
            changes.Removed(PlaceOf(option, position), FormChangeEffect.Scores);
        }

        changes.Order(question.Inner("option", ""), "/options", options.InOrderBefore.Select(key), options.InOrderAfter.Select(key));

        ChangePlace PlaceOf(T option, int position) =>
            question.Inner("option", $"/options/{position}").Called("option", key(option)).Called("text", text(option));
    }

    // A range has no key: it is known by its bounds, and the rest by position; their order follows from the bounds.
    private void CompareRanges(ChangePlace question, ImmutableArray<NumberRange> before, ImmutableArray<NumberRange> after)
    {
        var ranges = new Pairing<NumberRange>(before, after, BoundsOf, _ => "");
        foreach ((NumberRange was, NumberRange now, int position) in ranges.Pairs)
        {
            changes.Members(PlaceOf(now, position), ItemAspects.Range, was, now);
        }

        foreach ((NumberRange range, int position) in ranges.Added)
        {
            changes.Added(PlaceOf(range, position), FormChangeEffect.Scores);
        }

        foreach ((NumberRange range, int position) in ranges.Removed)
        {
            changes.Removed(PlaceOf(range, position), FormChangeEffect.Scores);
        }

        ChangePlace PlaceOf(NumberRange range, int position) =>
            question.Inner("range", $"/ranges/{position}").Called("from", range.Minimum).Called("to", range.Maximum);
    }

    private static string BoundsOf(NumberRange range) => FormWriter.TextOf(range.Minimum) + FormWriter.TextOf(range.Maximum);
}
