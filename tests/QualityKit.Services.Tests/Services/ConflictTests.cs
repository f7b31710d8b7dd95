using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Services;

public sealed class ConflictTests : IClassFixture<Databases>
{
    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task Two_who_submit_at_once_one_wins_and_the_other_is_told(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        EvaluationId call = await center.CreateAsync();

        (EvaluationReceipt? Receipt, Exception? Failure)[] outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(async () =>
        {
            try
            {
                return ((EvaluationReceipt?)await center.Evaluations.SubmitAsync(Center.Eva, call, Center.Good.CommentOverall($"number {number}")), (Exception?)null);
            }
            catch (TransitionNotAllowedException refused)
            {
                return (null, refused);
            }
        })));

        Assert.Single(outcomes, outcome => outcome.Receipt is not null);
        Assert.Single(await CommentsAsync(center));
        Assert.True((await center.VerifyAsync()).Issues.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task Five_who_comment_at_once_all_have_their_say(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        EvaluationId call = await center.ReleasedAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(number => Task.Run(() => center.Evaluations.CommentAsync(Center.Mona, call, $"number {number}"))));

        EvaluationDetails seen = await center.Evaluations.GetAsync(Center.Mona, call);
        Assert.Equal(5, seen.Comments.Select(comment => seen.TextOf(comment.Content)).Distinct().Count());
        Assert.True((await center.VerifyAsync()).Issues.IsEmpty);
    }

    [Fact]
    public async Task A_command_of_somebody_else_is_not_answered()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId call = await center.SubmittedAsync();
        var command = new CommandId("release");
        await center.Evaluations.ReleaseAsync(Center.Eva, call, command: command);

        await Assert.ThrowsAsync<ArgumentException>(() => center.Evaluations.ReleaseAsync(Center.Mona, call, command: command));
    }

    [Fact]
    public async Task A_command_for_another_evaluation_is_not_answered()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId first = await center.SubmittedAsync();
        EvaluationId second = await center.SubmittedAsync(Center.New("other"));
        var command = new CommandId("release");
        await center.Evaluations.ReleaseAsync(Center.Eva, first, command: command);

        await Assert.ThrowsAsync<ArgumentException>(() => center.Evaluations.ReleaseAsync(Center.Eva, second, command: command));
    }

    [Fact]
    public async Task A_selection_says_what_came_of_each_and_goes_on_where_it_stopped()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId done = await center.SubmittedAsync();
        EvaluationId pending = await center.CreateAsync(Center.New("pending"));
        EvaluationId[] selection = [done, pending, new("gone")];
        var command = new ReleaseEvaluation { Id = new("all"), When = ReleaseTime.Now };
        using var stop = new CancellationTokenSource();
        await foreach (SelectionOutcome _ in center.Evaluations.ApplyToAllAsync(Center.Mona, selection, command, stop.Token))
        {
            break;
        }

        var outcomes = new List<SelectionOutcome>();
        await foreach (SelectionOutcome outcome in center.Evaluations.ApplyToAllAsync(Center.Mona, selection, command, stop.Token))
        {
            outcomes.Add(outcome);
        }

        Assert.Equal([true, false, false], outcomes.Select(outcome => outcome.IsDone));
        Assert.IsType<TransitionNotAllowedException>(outcomes[1].Failure);
        Assert.IsType<EntityNotFoundException>(outcomes[2].Failure);
        Assert.Single(await JournalAsync(center), line => line.Contains("evaluation.released", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_selection_takes_only_what_brings_no_text()
    {
        await using Center center = await Center.OpenAsync();

        Assert.Throws<ArgumentException>(() => center.Evaluations.ApplyToAllAsync(Center.Mona, [], new StartEvaluation { Id = new("all") }));
    }

    [Fact]
    public async Task Who_saves_a_form_that_somebody_else_saved_is_told()
    {
        await using Center center = await Center.OpenAsync();
        DocumentVersion first = await center.Forms.SaveDraftAsync(Center.Dora, Center.Draft);
        DocumentVersion second = await center.Forms.SaveDraftAsync(Center.Dora, Center.Draft with { Name = "Second" }, first);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => center.Forms.SaveDraftAsync(Center.Dora, Center.Draft with { Name = "Third" }, first));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => center.Forms.SaveDraftAsync(Center.Dora, Center.Draft));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => center.Forms.PublishAsync(Center.Dora, Center.Draft, first));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => center.Forms.DiscardDraftAsync(Center.Dora, Center.Draft.Key, first));
        Assert.Equal("Second", (await center.Forms.GetDraftAsync(Center.Dora, Center.Draft.Key))!.Draft.Name.Text);
        Assert.Equal(1, (await center.Forms.PublishAsync(Center.Dora, Center.Draft with { Name = "Second" }, second)).Version);
        Assert.Null(await center.Forms.GetDraftAsync(Center.Dora, Center.Draft.Key));
    }

    private static async Task<List<string>> JournalAsync(Center center) => [.. (await center.ContentAsync()).Where(line => line.StartsWith("journal/", StringComparison.Ordinal)).Select(Decoded)];

    private static async Task<List<string>> CommentsAsync(Center center) =>
        [.. (await center.ContentAsync()).Where(line => line.StartsWith("contents/", StringComparison.Ordinal) && line.Contains("number", StringComparison.Ordinal))];

    private static string Decoded(string line) => System.Text.RegularExpressions.Regex.Replace(
        line, "\"entry\":\"([^\"]*)\"", match => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value)));
}
