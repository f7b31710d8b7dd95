using BatchScoring.Reading;
using BatchScoring.Reports;
using BatchScoring.Tallies;
using QualityKit.Forms;
using QualityKit.Validation;

namespace BatchScoring.Commands;

/// <summary>One pass over the input: every line is scored, counted and handed on, and damage is named as it is found.</summary>
internal sealed class BatchRun(Options options, Terminal terminal, Source source, EvaluationForm form)
{
    private const int MostNamed = 10;

    private readonly ProgressBar? _progress = terminal.IsWatched && !options.IsQuiet ? new(terminal.Error, source.File) : null;

    /// <exception cref="UsageException">The form does not fit what chats answer.</exception>
    public BatchTally Score(Action<ChatResult> handOn)
    {
        var tally = new BatchTally(form);
        var scorer = new ChatScorer(form);
        foreach (StarLine line in new StarReader(source.Content).Read())
        {
            ChatResult result = Score(scorer, line);
            tally.Add(result);
            handOn(result);
            if (result is DamagedLine damaged && tally.Damaged <= MostNamed)
            {
                Name(damaged);
            }

            _progress?.Step();
        }

        _progress?.Clear();
        if (tally.Damaged > MostNamed)
        {
            terminal.Error.WriteLine($"and {Figures.Count(tally.Damaged - MostNamed, "more damaged line", "more damaged lines")}");
        }

        return tally;
    }

    private ChatResult Score(ChatScorer scorer, StarLine line)
    {
        try
        {
            return scorer.Score(line);
        }
        catch (ValidationFailedException e)
        {
            _progress?.Clear();
            throw FormFile.DoesNotFit(e, line.Number);
        }
    }

    private void Name(DamagedLine damaged)
    {
        _progress?.Clear();
        string column = damaged.Damage.Column is { } number ? FormattableString.Invariant($", column {number}") : "";
        terminal.Error.WriteLine(FormattableString.Invariant($"{source.Name}, line {damaged.Line}{column}: {PlainText.Line(damaged.Damage.What)}"));
        terminal.Error.Flush();
    }
}
