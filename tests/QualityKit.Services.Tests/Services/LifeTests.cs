using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Scoring;
using QualityKit.Services.Tests.Stores;

namespace QualityKit.Services.Tests.Services;

public sealed class LifeTests : IClassFixture<Databases>
{
    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task An_evaluation_goes_from_a_draft_form_to_its_acknowledgement(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        EvaluationForm form = await center.Forms.PublishAsync(Center.Dora, Center.Draft);
        EvaluationId call = await center.Evaluations.CreateAsync(Center.Paul, form.Id, Center.New());

        EvaluationReceipt submitted = await center.Evaluations.SubmitAsync(Center.Eva, call, Center.Bad);
        await center.Evaluations.ReleaseAsync(Center.Eva, call);
        await center.Evaluations.AcknowledgeAsync(Center.Anna, call, "I see.");

        EvaluationDetails seen = await center.Evaluations.GetAsync(Center.Anna, call);
        Assert.Equal("0 %", submitted.Scorecard!.Total.ToString());
        Assert.Equal(EvaluationStatus.Acknowledged, seen.Status);
        Assert.Equal("Too short.", seen.Answers!.OverallComment);
        Assert.Equal("I see.", seen.TextOf(seen.Sight.Version!.Acknowledgement!.Comment!));
        Assert.Equal("0 %", seen.Scorecard!.Total.ToString());
        Assert.Equal("Comment, Dispute", string.Join(", ", seen.Allowed));
        Assert.True((await center.VerifyAsync()).Issues.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task A_dispute_that_is_accepted_explains_the_new_score_and_waits_to_be_released(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        EvaluationId call = await center.ReleasedAsync();
        await center.Evaluations.DisputeAsync(Center.Anna, call, "Listen to the first second.");

        EvaluationReceipt accepted = await center.Evaluations.AcceptDisputeAsync(Center.Rita, call, EvaluationAnswers.Of(Center.Good), "Right.");

        Assert.Equal("100 %", accepted.Difference!.Change.ToString());
        EvaluationDetails agent = await center.Evaluations.GetAsync(Center.Anna, call);
        Assert.Equal(1, agent.Sight.Version!.Number);
        Assert.Equal(EvaluationStatus.Released, agent.Status);
        Assert.Equal("Listen to the first second.", agent.TextOf(Assert.Single(agent.Disputes).Reason));
        EvaluationDetails manager = await center.Evaluations.GetAsync(Center.Mona, call);
        Assert.Equal(2, manager.Sight.Version!.Number);
        Assert.Equal(EvaluationStatus.Finished, manager.Status);
    }

    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task What_is_deleted_leaves_no_text_and_no_draft_and_its_audit_still_checks(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        EvaluationId call = await center.SubmittedAsync();
        await center.Evaluations.SaveDraftAsync(Center.Xenia, call, EvaluationAnswers.Of(Center.Good.CommentOverall("A second look.")));
        await center.Evaluations.CommentAsync(Center.Mona, call, "Keep an eye on it.", CommentAudience.Evaluators);

        await center.Evaluations.DeleteAsync(Center.Mona, call, "asked");

        string content = string.Join('\n', await center.ContentAsync());
        Assert.DoesNotContain("Too short", content, StringComparison.Ordinal);
        Assert.DoesNotContain("second look", content, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep an eye", content, StringComparison.Ordinal);
        Assert.Contains("\"deleted\":true", content, StringComparison.Ordinal);
        Assert.Equal(EvaluationStatus.Deleted, (await center.Evaluations.GetAsync(Center.Mona, call)).Status);
        Assert.True((await center.VerifyAsync()).Issues.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task A_draft_says_what_would_block_it_comes_back_and_ends_with_submitting(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        EvaluationId call = await center.CreateAsync();

        EvaluationReceipt saved = await center.Evaluations.SaveDraftAsync(Center.Eva, call, EvaluationAnswers.Of(AnswerSheet.Empty.Write("summary", "So far.")));

        Assert.NotEmpty(saved.Blocking);
        Assert.Equal("So far.", ((TextAnswer)(await center.Evaluations.GetDraftAsync(Center.Eva, call))!.Answers.Sheet.Entries[0].Answer!).Value);
        await center.Evaluations.SubmitAsync(Center.Eva, call, Center.Good);
        Assert.DoesNotContain("So far", string.Join('\n', await center.ContentAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task What_was_imported_before_changes_nothing(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        EvaluationForm form = await center.PublishAsync();
        EvaluationId first = await center.Evaluations.ImportAsync(Center.Bot, form.Id, Imported("import-1"));
        List<string> content = await center.ContentAsync();

        EvaluationId second = await center.Evaluations.ImportAsync(Center.Bot, form.Id, Imported("import-2"));

        Assert.Equal(first, second);
        Assert.Equal(content, await center.ContentAsync());
        EvaluationDetails seen = await center.Evaluations.GetAsync(Center.Mona, first);
        Assert.Equal(EvaluationKind.Imported, seen.Kind);
        Assert.Equal("Too short.", seen.Answers!.OverallComment);
    }

    [Fact]
    public async Task The_unit_is_that_of_the_time_of_the_interaction()
    {
        await using Center center = await Center.OpenAsync();
        var moved = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
        center.People.Add(Center.Tenant, new People.Person
        {
            Id = new("anna"),
            Units = People.UnitTimeline.Of(
            [
                new() { From = DateTimeOffset.UnixEpoch, Until = moved, Unit = new() { Team = Center.South } },
                new() { From = moved, Unit = new() { Team = Center.North } },
            ]).Value,
        });

        EvaluationId call = await center.SubmittedAsync();

        Assert.Contains("\"team\":\"south\"", string.Join('\n', (await center.ContentAsync()).Where(line => line.StartsWith("score-rows/", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Equal(call, Assert.Single((await center.Evaluations.ListAsync(Center.Sue, EvaluationList.Team)).Evaluations).Id);
    }

    internal static ImportedEvaluation Imported(string command) => new()
    {
        Id = new(command),
        System = "old",
        SourceId = "4711",
        Subject = Subject.Of(new People.PersonId("anna")),
        Interaction = new("call-1"),
        Evaluator = new("eva"),
        SubmittedAt = new(2025, 1, 5, 9, 0, 0, TimeSpan.Zero),
        Answers = Center.Bad,
        Total = Methods.Score.Percent(0),
        Salt = Center.Salt,
    };
}
