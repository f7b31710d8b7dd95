using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>Sheets to look at where there are too many to look at all: full ones and nearly empty ones, the others answered well or badly.</summary>
internal sealed class Probes(FormModel model, FullestSheets fullest, FullestSheets emptiest)
{
    private const int MostClasses = 16;

    /// <summary>Looks at what a question changes in them, until there is nothing more to find.</summary>
    /// <param name="question">The question.</param>
    /// <param name="effects">What was found of it.</param>
    /// <param name="limit">What it cannot change the total by more than; null when that is not known.</param>
    public void Look(QuestionModel question, AnswerEffects effects, Fraction? limit)
    {
        int[] classes = question.OwnCount <= MostClasses ? question.Own : [.. question.Own[..(MostClasses / 2)], .. question.Own[^(MostClasses / 2)..]];
        foreach (FilledSheet sheet in new[] { emptiest.For(question.Position), fullest.For(question.Position) }.OfType<FilledSheet>())
        {
            foreach (bool isHigh in (bool[])[true, false])
            {
                int[] planned = [.. model.Questions.Select(other => Answer(other, sheet.Classes[other.Position], isHigh))];
                effects.Add([.. classes.Select(answer => FilledSheet.Of(model, [.. planned[..question.Position], answer, .. planned[(question.Position + 1)..]], sheet.Marks))], classes);
                if (effects.Largest is { } largest && largest == limit && Array.TrueForAll(question.Choices, choice => effects.Changes(choice) is not null))
                {
                    return;
                }
            }
        }
    }

    // Another answer that conditions cannot tell from the one in the sheet: with the most or the fewest points that fail nothing.
    private static int Answer(QuestionModel question, int given, bool isHigh)
    {
        if (given < 0 || given >= question.OwnCount || question.Classes[given].Standing != AnswerStanding.Counted)
        {
            return given < question.OwnCount ? given : -1;
        }

        AnswerClass answers = question.Classes[given];
        int[] alike = [.. question.Own.Where(other => question.Classes[other] is { Standing: AnswerStanding.Counted, Scopes.Length: 0 } same && same.Leaves.AsSpan().SequenceEqual(answers.Leaves))];
        return alike.Length == 0 ? given
            : isHigh ? alike.MaxBy(position => question.Classes[position].Points)
            : alike.MinBy(position => question.Classes[position].Points);
    }
}
