using System.Text.Json;
using QualityKit.Evaluations;
using QualityKit.Events;
using QualityKit.Keys;
using QualityKit.Reference.LifeCycle;
using QualityKit.Services;
using QualityKit.Tests.Evaluations;

namespace QualityKit.Tests.Events;

public sealed class EventCatalogueTests
{
    [Fact]
    public void Every_code_is_one_that_something_can_have()
    {
        IEnumerable<string> codes = new[] { typeof(FormFactCodes), typeof(KeepingFactCodes), typeof(CalibrationFactCodes), typeof(JobFactCodes), typeof(RestoreFactCodes), typeof(KeyFactCodes), typeof(RecordingFactCodes), typeof(FactCodes) }.SelectMany(type => type.GetFields()).Select(field => (string)field.GetRawConstantValue()!);

        // What was imported moves nothing, so nobody is told (rule E15).
        Assert.Equal(codes.Except([FactCodes.Imported]).Order(), EventCatalogue.All.Select(type => type.Code).Order());
    }

    [Fact]
    public void Generated_lives_tell_every_event_of_an_evaluation_with_its_details_and_no_others()
    {
        EvaluationFact[] told =
        [
            .. Enumerable.Range(0, 600).AsParallel().SelectMany(seed => LifeCycleRun.Told(JsonDocument.Parse(LifeCycleGenerator.Case(seed)).RootElement)),
            .. EvaluationWorkflow.Create(Lives.New, Lives.Open, Lives.Access(Lives.Begin(), "lead"), Lives.At(0)).Value.Events,
        ];

        foreach (EventType type in EventCatalogue.All.Where(type => type.Code.StartsWith("evaluation.", StringComparison.Ordinal)))
        {
            EvaluationFact[] some = [.. told.Where(fact => fact.Code == type.Code)];
            Assert.True(some.Length > 0, $"{type} was never told");
            Assert.Equal(type.Details.Order(), some.SelectMany(fact => fact.ToDraft(Lives.Tenant).Facts).Select(fact => fact.Name).Distinct().Order());
        }

        Assert.All(told, fact => Assert.NotNull(EventCatalogue.Find(fact.Code)));
    }

    [Fact]
    public void A_stored_line_says_no_version_so_all_versions_are_the_first() => Assert.All(EventCatalogue.All, type => Assert.Equal(1, type.Version));

    [Fact]
    public void A_code_that_nobody_raises_is_not_known() => Assert.Null(EventCatalogue.Find("evaluation.sung"));

    [Fact]
    public void The_page_about_events_lists_exactly_these()
    {
        string[] rows =
        [
            .. File.ReadLines(Path.Combine(Root(), "docs", "events.md"))
                .SkipWhile(line => line != "## The catalogue")
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => string.Join('|', line.Split('|', StringSplitOptions.TrimEntries)[1..4])),
        ];

        Assert.Equal(EventCatalogue.All.Select(type => $"`{type.Code}`|{type.Version}|{string.Join(", ", type.Details.Select(detail => $"`{detail}`"))}"), rows);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QualityKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
