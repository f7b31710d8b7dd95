using System.Globalization;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Jobs;
using QualityKit.Retention;
using QualityKit.Validation;

namespace QualityKit.CaseRunner.Cases;

/// <summary>How long recordings are kept under several policies, under holds, and when jobs are planned.</summary>
internal static class RetentionCases
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What several policies that match come to, by the vendor's resolver; a maximum that they exceed is an error.</summary>
    public static Comparison Policies(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "policies", "orgMaxDays");
        published.Expected.OnlyHas("expected result", "outcome", "deleteDays", "error");
        RetentionPeriod maximum = published.Input.OptionalDecimal("orgMaxDays") is { } days ? Days(days) : RetentionPeriod.ForEver;
        RetentionClaim[] claims = [.. published.Input.RequiredMember("policies").ToList().Select(ClaimOf)];
        Issue? refused = claims.SelectMany(claim => claim.Check(maximum).Errors).FirstOrDefault();
        RetentionDecision decision = RetentionResolver.GenesysCloud.Resolve(new() { From = Start, Claims = [.. claims], Maximum = maximum });

        var comparison = new Comparison();
        if (published.Expected.OptionalText("error") is { } error)
        {
            comparison.Same("error", error, refused is null ? "none" : NameOf(refused));
        }
        else if (refused is not null)
        {
            comparison.Same("error", "none", NameOf(refused));
        }

        Compare(published.Expected, decision, comparison);
        return comparison;
    }

    /// <summary>Whether a recording is deleted by a date, while a hold is on it or after its release.</summary>
    public static Comparison Hold(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "deleteDate", "now", "protected", "releasedAt");
        published.Expected.OnlyHas("expected result", "deleted");
        DateTimeOffset now = Date(published.Input, "now") ?? throw new UnsupportedCaseException("the case does not say when it is looked at");
        DateTimeOffset due = Date(published.Input, "deleteDate") ?? throw new UnsupportedCaseException("the case has no date of deletion");
        DateTimeOffset? released = Date(published.Input, "releasedAt");
        var item = new HeldItem { Interaction = new("recording") };
        var hold = new LegalHold { Id = new("hold"), Reason = "directive", Owner = new("owner"), PlacedAt = DateTimeOffset.MinValue, Interactions = [item.Interaction] };
        HoldRegister register = published.Input.Flag("protected") || released is not null ? HoldRegister.Empty.Place(hold, [item]).Register : HoldRegister.Empty;
        register = released <= now && !published.Input.Flag("protected") ? register.Release(hold.Id) : register;
        var claim = new RetentionClaim { Policy = "date", KeepAtLeast = RetentionPeriod.None };
        RetentionDecision decision = RetentionResolver.StrongestRetention.Resolve(new() { From = due, Claims = [claim], Holds = register.On(item) });

        var comparison = new Comparison();
        comparison.Flag("deleted", published.Expected.RequiredMember("deleted"), decision.AllowsDeletion(now));
        return comparison;
    }

    /// <summary>What becomes of planned dates when a job plans another.</summary>
    public static Comparison Job(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "exportDate", "archiveDate", "deleteDate", "action", "actionDate");
        published.Expected.OnlyHas("expected result", "exportDate", "archiveDate", "deleteDate");
        MediaSchedule planned = new() { ExportAt = Date(published.Input, "exportDate"), ArchiveAt = Date(published.Input, "archiveDate"), DeleteAt = Date(published.Input, "deleteDate") };
        DateTimeOffset at = Date(published.Input, "actionDate") ?? throw new UnsupportedCaseException("the case has no date of the action");
        MediaSchedule after = planned.Plan(
            published.Input.OptionalText("action") switch
            {
                "DELETE" => JobAction.Delete,
                "EXPORT" => JobAction.Export,
                "ARCHIVE" => JobAction.Archive,
                { } other => throw new UnsupportedCaseException($"the action `{other}` is not known"),
                null => throw new UnsupportedCaseException("the case does not say what is done"),
            },
            at);

        var comparison = new Comparison();
        foreach ((string name, DateTimeOffset? got) in new[] { ("exportDate", after.ExportAt), ("archiveDate", after.ArchiveAt), ("deleteDate", after.DeleteAt) })
        {
            if (published.Expected.Member(name) is not null)
            {
                comparison.Same(name, Print(Date(published.Expected, name)), Print(got));
            }
        }

        return comparison;
    }

    private static void Compare(JsonElement expected, RetentionDecision decision, Comparison comparison)
    {
        if (expected.OptionalText("outcome") is { } outcome)
        {
            comparison.Same("outcome", outcome is "keep" ? "retain" : outcome, decision.AllowsDeletion(Start) ? "delete" : "retain");
        }

        if (expected.Member("deleteDays") is { } days)
        {
            comparison.Number("deleteDays", days, decision.Due is { } due ? (due - Start).Days : null);
        }
    }

    // A policy that says nothing of its recording keeps it, as the vendor's model has it.
    private static RetentionClaim ClaimOf(JsonElement policy, int position)
    {
        policy.OnlyHas("policy", "retainRecording", "deleteRecording", "alwaysDelete", "deleteDays");
        bool deletes = policy.Flag("deleteRecording"), always = policy.Flag("alwaysDelete");
        bool retains = policy.Value("retainRecording")?.ToFlag() ?? !(deletes || always);
        return new()
        {
            Policy = $"policy {position + 1}",
            KeepAtLeast = !retains ? null : policy.OptionalDecimal("deleteDays") is > 0 and { } days ? Days(days) : RetentionPeriod.ForEver,
            DeleteAfter = deletes && !retains ? RetentionPeriod.None : null,
            DeletesAlways = always,
        };
    }

    // The name is that of the case files; the library's is the code of the issue.
    private static string NameOf(Issue issue) => issue.Code == IssueCodes.RetentionExceedsMaximum ? "RetentionExceedsMaximum" : issue.Code;

    private static RetentionPeriod Days(decimal days) => RetentionPeriod.Days(decimal.ToInt32(days));

    private static DateTimeOffset? Date(JsonElement element, string name) => element.OptionalText(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date
        : throw new UnsupportedCaseException($"`{text}` is not a date");

    private static string Print(DateTimeOffset? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";
}
