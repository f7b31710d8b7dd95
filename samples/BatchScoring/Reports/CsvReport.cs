using System.Globalization;
using BatchScoring.Tallies;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace BatchScoring.Reports;

/// <summary>One row a chat, scored or skipped, in the order of the input (RFC 4180, UTF-8).</summary>
internal sealed class CsvReport
{
    private const string SixDigits = "0.######";

    private static readonly string[] Titles =
        ["line", "dialogue", "agent", "domains", "state", "score", "raw_score", "outcome", "band", "failures", "replies", "typed_replies"];

    private readonly TextWriter _output;
    private readonly EvaluationForm _form;

    public CsvReport(TextWriter output, EvaluationForm form)
    {
        _output = output;
        _form = form;
        Write(
        [
            .. Titles,
            .. Scored.Select(question => CsvCell.Text($"q:{question.Key}")),
        ]);
    }

    private IEnumerable<ScoredQuestion> Scored => _form.Questions.OfType<ScoredQuestion>().Where(question => !question.IsExcluded);

    public void Add(ChatResult result)
    {
        switch (result)
        {
            case ScoredChat scored:
                Write([.. Start(scored.Line, scored.Chat, "scored"), .. Score(scored)]);
                break;
            case SkippedChat skipped:
                Write([.. Start(skipped.Line, skipped.Chat, StateOf(skipped.Reason)), .. Enumerable.Repeat("", 7 + Scored.Count())]);
                break;
            default:
                break;
        }
    }

    internal static string StateOf(SkipReason reason) => reason switch
    {
        SkipReason.NoConversation => "skipped: no conversation",
        SkipReason.NoReply => "skipped: no reply",
        _ => "skipped: nothing applies",
    };

    private static IEnumerable<string> Start(long line, Chats.Chat chat, string state) =>
    [
        CsvCell.Number(line),
        CsvCell.Number(chat.DialogueId),
        CsvCell.Text(chat.Agent),
        CsvCell.Text(string.Join(' ', chat.Scenario.Domains)),
        CsvCell.Text(state),
    ];

    private IEnumerable<string> Score(ScoredChat scored)
    {
        Scorecard card = scored.Card;
        return
        [
            Number(card.Total),
            Number(card.RawTotal),
            CsvCell.Text(card.Outcome.ToString().ToLowerInvariant()),
            CsvCell.Text(card.Band?.Name.Text ?? ""),
            CsvCell.Text(string.Join(' ', card.Failures.Select(failure => failure.Question))),
            CsvCell.Number(scored.Facts.Replies),
            CsvCell.Number(scored.Facts.TypedReplies),
            .. Scored.Select(question => Number(Achievement.Of(card.Question(question.Key), _form.Method))),
        ];
    }

    // Shares in percent, points and grades as they are. A score is an exact fraction;
    // six digits are more than anybody reads and few enough for every spreadsheet.
    private static string Number(Score? score) =>
        score is { } number ? Math.Round(number.ToDecimal(), 6, MidpointRounding.AwayFromZero).ToString(SixDigits, CultureInfo.InvariantCulture) : "";

    private void Write(IEnumerable<string> cells)
    {
        _output.Write(string.Join(',', cells));
        _output.Write("\r\n");
    }
}
