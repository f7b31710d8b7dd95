using System.Collections.Immutable;
using System.Globalization;
using BatchScoring.Forms;
using BatchScoring.Reading;
using QualityKit.Calibration;
using QualityKit.Reports;
using QualityKit.Scoring;
using QualityKit.Statistics;

namespace CalibrationDay;

/// <summary>Chooses chats, lets an expert and five evaluators score each of them blindly, and prints what the calibration says.</summary>
internal static class Day
{
    private const int UsualSessions = 40;
    private const int ChatsOfOneSession = 2;
    private const string Usage = "usage: CalibrationDay [FILE] [--sessions N] [--csv FOLDER]\nFILE has one chat in the STAR format a line; default: the chats of the sample.";

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        try
        {
            if (Parse(arguments) is not { } options)
            {
                error.WriteLine(Usage);
                return 2;
            }

            ImmutableArray<ScoredByExpert> chats = Read(options.File);
            CalibrationReport report = Calibrate(Chosen(chats, options.Sessions));
            Print(report, output);
            Write(report, options.Folder);
            await OneSession.PrintAsync(Chosen(chats, ChatsOfOneSession), output);
            CustomerDrivers.Print(chats, output);
            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(problem.Message);
            return 1;
        }
    }

    private static (string File, int Sessions, string? Folder)? Parse(string[] arguments)
    {
        (string file, int sessions, string? folder) = (Path.Combine(AppContext.BaseDirectory, "data", "chats.jsonl"), UsualSessions, null);
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--sessions" when i + 1 < arguments.Length && int.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out sessions) && sessions > 0:
                case "--csv" when i + 1 < arguments.Length && (folder = arguments[i + 1]).Length > 0:
                    i++;
                    break;
                case { } argument when argument.StartsWith('-'):
                    return null;
                default:
                    file = arguments[i];
                    break;
            }
        }

        return (file, sessions, folder);
    }

    private static ImmutableArray<ScoredByExpert> Read(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return [.. new StarReader(stream).Read().Where(line => line.Chat is not null).Select(line => ScoredByExpert.Of(line.Chat!)).OfType<ScoredByExpert>()];
    }

    // The library's own sample: nobody can favour a chat, and another run chooses the same ones.
    private static ImmutableArray<ScoredByExpert> Chosen(ImmutableArray<ScoredByExpert> chats, int sessions)
    {
        var chosen = new HashSample("calibration").Take(chats.Select(chat => chat.Id), sessions).ToHashSet();
        return [.. chats.Where(chat => chosen.Contains(chat.Id))];
    }

    private static CalibrationReport Calibrate(ImmutableArray<ScoredByExpert> chats)
    {
        CalibrationForm form = CalibrationForm.From(ChatForm.Default);
        return CalibrationReport.Of(form, chats.Select((chat, session) => new CalibrationRound
        {
            Interaction = chat.Id,
            Expert = form.Sheet("expert", Scorer.Score(ChatForm.Default, chat.Answers)),
            Sheets = [.. Evaluator.All.Select(evaluator => form.Sheet(evaluator.Name, Scorer.Score(ChatForm.Default, evaluator.Score(chat, isLate: 2 * session >= chats.Length))))],
        }));
    }

    private static void Print(CalibrationReport report, TextWriter output)
    {
        output.WriteLine($"{report.Rounds.Length} chats, {report.Evaluators.Length} evaluators and an expert");
        foreach (CalibrationStatement headline in report.Headlines)
        {
            output.WriteLine($"- {headline}");
        }

        foreach (EvaluatorReport evaluator in report.Evaluators)
        {
            output.WriteLine($"\n{evaluator.Evaluator}: {string.Join("\n     ", evaluator.Today)}");
        }

        output.WriteLine($"\n{CalibrationTables.Questions(report).ToText()}");
        output.WriteLine(CalibrationTables.Agreement(report).ToText());
    }

    private static void Write(CalibrationReport report, string? folder)
    {
        if (folder is null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (ReportTable table in CalibrationTables.All(report))
        {
            File.WriteAllText(Path.Combine(folder, $"{table.Code}.csv"), table.ToCsv());
        }
    }
}
