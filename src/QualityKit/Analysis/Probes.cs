namespace QualityKit.Analysis;

/// <summary>Sheets to look at where there are too many to look at all: full ones and nearly empty ones, the others answered well or badly.</summary>
internal sealed class Probes(FormModel model, FullestSheets fullest, FullestSheets emptiest)
{
    private const int MostClasses = 16;

    /// <summary>Looks at what a question changes in them.</summary>
    public void Look(QuestionModel question, AnswerEffects effects)
    {
        int[] classes = question.OwnCount <= MostClasses ? question.Own : [.. question.Own[..(MostClasses / 2)], .. question.Own[^(MostClasses / 2)..]];
        foreach (FilledSheet sheet in new[] { fullest.For(question.Position), emptiest.For(question.Position) }.OfType<FilledSheet>())
        {
            foreach (bool isHigh in (bool[])[true, false])
            {
                int[] planned = [.. model.Questions.Select(other => Answer(other, sheet.Classes[other.Position], isHigh))];
                effects.Add([.. classes.Select(answer => FilledSheet.Of(model, [.. planned[..question.Position], answer, .. planned[(question.Position + 1)..]], sheet.Marks))], classes);
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
