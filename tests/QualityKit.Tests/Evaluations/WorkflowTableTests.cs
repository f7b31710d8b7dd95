using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Evaluations;

/// <summary>The table of docs/evaluations.md is the table of the code: who may do what in which status.</summary>
public sealed class WorkflowTableTests
{
    private static readonly EvaluationStatus[] Statuses =
    [
        EvaluationStatus.Pending, EvaluationStatus.InProgress, EvaluationStatus.Finished, EvaluationStatus.Released,
        EvaluationStatus.Acknowledged, EvaluationStatus.Disputed, EvaluationStatus.Expired, EvaluationStatus.Deleted,
    ];

    // Who does not work here any more is still whom it is about; the other people are named for what they do.
    private static readonly (string Letter, string Person)[] People = [("A", "anna"), ("E", "eva"), ("R", "rita"), ("O", "lead"), ("M", "bot")];

    public static TheoryData<EvaluationAction> Actions => [.. Enum.GetValues<EvaluationAction>()];

    [Theory]
    [MemberData(nameof(Actions))]
    public void The_page_says_who_may_do_what_when(EvaluationAction action) =>
        Assert.Equal(Row(action), Documented().Single(row => row.StartsWith($"| {action} |", StringComparison.Ordinal)));

    [Fact]
    public void The_page_has_a_row_for_every_command_in_order() =>
        Assert.Equal(Enum.GetNames<EvaluationAction>(), Documented().Select(row => row.Split('|')[1].Trim()));

    [Fact]
    public void The_page_says_what_the_kinds_count_for() => Assert.Equal(
        Enum.GetValues<EvaluationKind>().Select(kind => string.Join(" | ", new[]
        {
            "| " + (kind == EvaluationKind.SideBySide ? "side by side" : kind.ToString().ToLowerInvariant()),
            Word(EvaluationKinds.CountsForSubject(kind)), Word(EvaluationKinds.CanBeReleased(kind)), Word(EvaluationKinds.CanBeDisputed(kind)), Word(EvaluationKinds.CanBeRescored(kind)) + " |",
        })),
        File.ReadLines(RepositoryFile.Path("docs/evaluations.md")).SkipWhile(line => !line.StartsWith("| kind | counts", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')));

    private static string Word(bool isSo) => isSo ? "yes" : "no";

    [Fact]
    public void Every_command_needs_a_right_of_its_own()
    {
        Permission[] rights = [.. Enum.GetValues<EvaluationAction>().Select(WorkflowTable.PermissionFor)];
        Assert.Equal(rights.Distinct(), rights);
    }

    private static string Row(EvaluationAction action) => $"| {action} |{string.Concat(Statuses.Select(status => $" {Who(action, status)} |".Replace("  |", " |", StringComparison.Ordinal)))}";

    private static string Who(EvaluationAction action, EvaluationStatus status)
    {
        Evaluation evaluation = In(status, action);
        return string.Join(' ', People
            .Where(who => EvaluationWorkflow.Decide(evaluation, action, Lives.Open, Access(evaluation, who.Person, action), Lives.At(50)).IsAllowed)
            .Select(who => who.Letter));
    }

    private static QualityKit.Access.ActorAccess Access(Evaluation evaluation, string person, EvaluationAction action) =>
        Lives.Access(evaluation, person, person == "bot", action == EvaluationAction.CloseAcknowledgement ? new Unit { Employment = Employment.Left } : null);

    /// <summary>An evaluation in a status, with what the command needs beside it: a machine's work to confirm, an instant to announce.</summary>
    private static Evaluation In(EvaluationStatus status, EvaluationAction action)
    {
        bool isLate = action == EvaluationAction.Announce;
        Evaluation begun = Lives.Begin(Lives.Open, Lives.New with { Deadlines = new() { RemindAt = isLate ? Lives.At(1) : null, ExpiresAt = status == EvaluationStatus.Expired ? Lives.At(9) : null } }, Lives.At(0));
        Evaluation submitted = action == EvaluationAction.Confirm
            ? begun.Do("lead", new AssignEvaluation { Id = new("a"), To = new("bot") }, 1).Do("bot", Lives.Submit(Lives.Bad), 1)
            : begun.Do("eva", Lives.Submit(Lives.Bad), 1);
        Evaluation released = action == EvaluationAction.Confirm ? submitted : submitted.Do("eva", Lives.Release(isLate ? ReleaseTime.At(Lives.At(2)) : null), 1);
        return status switch
        {
            EvaluationStatus.Pending or EvaluationStatus.Expired => begun,
            EvaluationStatus.InProgress => begun.Do("eva", new StartEvaluation { Id = new("s") }, 1),
            EvaluationStatus.Finished => submitted,
            EvaluationStatus.Deleted => begun.Do("lead", new DeleteEvaluation { Id = new("d"), Reason = "asked" }, 1),
            _ when action == EvaluationAction.Confirm => begun,
            EvaluationStatus.Released => released,
            EvaluationStatus.Acknowledged => released.Do("anna", new AcknowledgeEvaluation { Id = new("k"), Salt = Lives.Salt }, 3),
            _ => released.Do("anna", Lives.Dispute(), 3),
        };
    }

    private static string[] Documented() =>
    [
        .. File.ReadLines(RepositoryFile.Path("docs/evaluations.md"))
            .SkipWhile(line => line != "<!-- table: workflow -->")
            .Skip(3)
            .TakeWhile(line => line.StartsWith('|')),
    ];
}
