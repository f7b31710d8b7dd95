using System.Text;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Tests.Calibration;
using QualityKit.Tests.Evaluations;

namespace QualityKit.Tests.Persistence;

public sealed class CalibrationFormatTests
{
    private static readonly CalibrationSession Whole = Meetings.Opened(Meetings.New with { Roles = ["evaluator"], Consensus = CalibrationConsensus.Mode }) with
    {
        Directory = "support",
        Items =
        [
            Meetings.Item("call-1") with { Benchmark = new("e-1"), BenchmarkVersion = 2 },
            new() { Interaction = new("chat-1"), Subject = new Subject.Automaton { Name = "bot", Version = "3" }, Part = new InteractionPart.Message { Id = "m-1" } },
        ],
        Deadlines = new() { RemindAt = Lives.At(2), DueAt = Lives.At(3), EscalateAt = Lives.At(4), ExpiresAt = Lives.At(5) },
        ClosingAt = Lives.At(6),
        ClosedAt = Lives.At(7),
        CancelledAt = Lives.At(8),
        Missing = [new() { Evaluator = Meetings.Ann, Count = 2 }],
    };

    [Fact]
    public void A_session_is_read_as_it_was_stored()
    {
        CalibrationSession read = CalibrationSessionFormat.Read(Stored(Whole));

        Assert.Equal(Text(Whole), Text(read));
        Assert.Equal(Whole.Items.AsEnumerable(), read.Items);
        Assert.Equal(Whole.Missing.AsEnumerable(), read.Missing);
        Assert.Equal(Whole.Participants.AsEnumerable(), read.Participants);
        Assert.Equal((Whole.Deadlines, Whole.Consensus, Whole.Directory, Whole.PlannedAt, Whole.OpenedAt), (read.Deadlines, read.Consensus, read.Directory, read.PlannedAt, read.OpenedAt));
        Assert.Equal((Whole.ClosingAt, Whole.ClosedAt, Whole.CancelledAt), (read.ClosingAt, read.ClosedAt, read.CancelledAt));
    }

    [Fact]
    public void What_a_newer_version_added_to_a_session_is_kept()
    {
        Document newer = Stored(Whole) with { Body = Encoding.UTF8.GetBytes(Text(Whole).Replace("\"name\":", "\"room\":\"4\",\"name\":", StringComparison.Ordinal)) };

        var replaced = (ReplaceDocument)CalibrationSessionFormat.StoreIn(Batch, CalibrationSessionFormat.Read(newer) with { CancelledAt = null }, newer).Operations[0];

        Assert.Contains("\"room\":\"4\"", Encoding.UTF8.GetString(replaced.Body.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("cancelled", Encoding.UTF8.GetString(replaced.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_of_another_format_is_not_read() =>
        Assert.Throws<InvalidDataException>(() => CalibrationSessionFormat.Read(Stored(Whole) with { Body = "{\"format\":\"qualitykit.calibration-session/2\"}"u8.ToArray() }));

    [Fact]
    public void What_everyone_gave_is_read_exactly_as_it_was_recorded()
    {
        SessionRound round = Meetings.Closed(Meetings.New with { Items = [Meetings.Item("call-1")] }, Lives.At(5), (Meetings.Answers("yes", "partly", "yes").NotApplicable("solved"), Meetings.Answers("no", "yes", "no"), null)).Recorded[0];
        byte[] body = SessionRoundFormat.Write(Whole.Id, round);

        SessionRound read = SessionRoundFormat.Read(new() { Key = SessionRoundFormat.KeyOf(Whole.Id, round.Interaction), Version = new("1"), Body = body });

        Assert.Equal(body, SessionRoundFormat.Write(Whole.Id, read));
        Assert.Equal(round.Sheets[0].Sheet.Questions.AsEnumerable(), read.Sheets[0].Sheet.Questions);
        Assert.Equal(round.Expert!.Sheet.Groups.OrderBy(group => group.Key), read.Expert!.Sheet.Groups.OrderBy(group => group.Key));
        Assert.Null(read.Expert.Sheet.Questions[1]);
        Assert.DoesNotContain("heard", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
    }

    private static DocumentBatch Batch => DocumentBatch.For(Lives.Tenant, new("c"));

    private static string Text(CalibrationSession session) => Encoding.UTF8.GetString(((CreateDocument)CalibrationSessionFormat.StoreIn(Batch, session).Operations[0]).Body.Span);

    private static Document Stored(CalibrationSession session) => new() { Key = CalibrationSessionFormat.KeyOf(session.Id), Version = new("1"), Body = Encoding.UTF8.GetBytes(Text(session)) };
}
