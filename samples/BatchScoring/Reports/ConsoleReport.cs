using BatchScoring.Tallies;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace BatchScoring.Reports;

/// <summary>The report for a quality manager at a terminal: how good, who, what costs the most, and the worst chat with its reasons.</summary>
internal sealed class ConsoleReport(BatchTally tally, TextWriter output)
{
    private static readonly (SkipReason Reason, string Words)[] Reasons =
    [
        (SkipReason.NoConversation, "without a conversation"),
        (SkipReason.NoReply, "without a reply of the agent"),
        (SkipReason.NothingApplies, "in which nothing applied"),
    ];

    /// <summary>Writes the report.</summary>
    /// <param name="source">What people call the input.</param>
    /// <param name="agents">How many agents are listed; null for all.</param>
    public void Write(string source, int? agents)
    {
        WriteHeader(source);
        WriteOverall();
        WriteAgents(agents);
        if (tally.Form.Method.Unit == ScoreUnit.Share)
        {
            WriteLosses();
        }

        WriteWorst(tally.Worst!);
    }

    private void WriteHeader(string source)
    {
        string reasons = string.Join(", ", Reasons.Where(reason => tally.SkippedFor(reason.Reason) > 0)
            .Select(reason => $"{Figures.Of(tally.SkippedFor(reason.Reason))} {reason.Words}"));
        string skipped = $"{Figures.Of(tally.Skipped)} skipped{(reasons.Length == 0 ? "" : $" ({reasons})")}";
        string damaged = Figures.Count(tally.Damaged, "damaged line", "damaged lines");
        output.WriteLine($"{tally.Form.Name.Text}, form version {Figures.Of(tally.Form.Version)}: {source}");
        output.WriteLine($"{Figures.Count(tally.Chats, "chat", "chats")}: {Figures.Of(tally.Scored)} scored, {skipped}; {damaged}");
    }

    private void WriteOverall()
    {
        Tally overall = tally.Overall;
        output.WriteLine();
        output.WriteLine($"  mean of scores  {Figures.Score(overall.Average.Mean)}");
        output.WriteLine($"  ratio of sums   {Figures.Score(overall.Average.RatioOfSums)}   (each chat weighs by its possible points)");
        if (overall.PassRate is { } rate)
        {
            output.WriteLine($"  passed          {Figures.Percent(rate)}   ({Figures.Of(overall.Passed)} of {Figures.Of(overall.Judged)}{Mark()})");
        }

        output.WriteLine($"  with a failure  {Figures.Of(overall.WithFailure)}   (fatal or critical)");
        WriteList("bands", (tally.Form.Bands.IsEmpty ? [] : tally.Bands).Select(band => $"{band.Band} {Figures.Of(band.Chats)}"));
        WriteList("tags", tally.Tags.Select(tag => $"{tag.Key} {Figures.Score(new Score(tag.Value.Value!.Value, tally.Form.Method.Unit))}"));
    }

    private string Mark() => tally.Form.Pass?.Mark is { } mark ? $"; the mark is {mark}" : "";

    private void WriteList(string title, IEnumerable<string> entries)
    {
        string list = string.Join(", ", entries);
        if (list.Length > 0)
        {
            output.WriteLine($"  {title,-14}  {list}");
        }
    }

    private void WriteAgents(int? most)
    {
        (string Agent, Tally Tally)[] agents = [.. tally.Agents];
        (string Agent, Tally Tally)[] listed = [.. agents.Take(most ?? agents.Length)];
        if (listed.Length == 0)
        {
            return;
        }

        var table = new Table("agent", "chats", "mean", "ratio", "passed", "failures");
        foreach ((string agent, Tally score) in listed)
        {
            table.Add(
                PlainText.Name(agent),
                Figures.Of(score.Chats),
                Figures.Score(score.Average.Mean),
                Figures.Score(score.Average.RatioOfSums),
                Figures.Percent(score.PassRate),
                Figures.Of(score.WithFailure));
        }

        output.WriteLine();
        output.WriteLine(listed.Length == agents.Length
            ? $"{Figures.Count(agents.Length, "agent", "agents")}, lowest mean first"
            : $"{Figures.Of(listed.Length)} of {Figures.Of(agents.Length)} agents, lowest mean first (--agents all lists the rest)");
        table.WriteTo(output);
    }

    private void WriteLosses()
    {
        var table = new Table("question", "counted", "mean", "lost", "failures");
        QuestionTally[] questions = [.. tally.Questions.Where(question => question.Value.Count > 0)];
        Fraction lost = Fraction.Zero;
        foreach (QuestionTally question in questions)
        {
            lost += question.Lost;
            table.Add(
                question.Question.Text.Text,
                Figures.Of(question.Value.Count),
                Figures.Percent(question.Value.Value),
                Figures.Fixed(PerChat(question.Lost)),
                Figures.Of(question.Failures));
        }

        Fraction total = Fraction.Of(100) - (tally.Overall.Average.Mean!.Value.Value * 100);
        table.Add("taken by failures and rules", "", "", Figures.Fixed(total - PerChat(lost)), "");
        table.Add("all together: 100 less the mean of scores", "", "", Figures.Fixed(total), "");
        output.WriteLine();
        output.WriteLine("Where points are lost, in points of 100 a chat");
        table.WriteTo(output);
    }

    private Fraction PerChat(Fraction lost) => lost * 100 / Fraction.Of(tally.Scored);

    private void WriteWorst(ScoredChat worst)
    {
        string agent = PlainText.Name(worst.Chat.Agent);
        output.WriteLine();
        output.WriteLine(FormattableString.Invariant($"The worst chat: dialogue {worst.Chat.DialogueId}, line {worst.Line}, agent {agent}"));
        foreach (string line in worst.Card.Explain().TrimEnd('\n').Split('\n'))
        {
            output.WriteLine($"  {line}".TrimEnd());
        }

        output.WriteLine("The evidence");
        foreach (QuestionScore question in worst.Card.Questions.Where(question => question.Points < question.Highest))
        {
            output.WriteLine($"  {question.Question.Text.Text} ({worst.Card.Answers.Sheet.EntryFor(question.Key)?.Comment})");
        }
    }
}
