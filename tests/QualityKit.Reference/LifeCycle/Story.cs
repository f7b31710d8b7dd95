using System.Text.Json;

namespace QualityKit.Reference.LifeCycle;

/// <summary>One evaluation as the list of what happened to it. Every question is answered by reading the list from its start: slow, and nothing can be out of date.</summary>
public sealed class Story(JsonElement given)
{
    private readonly List<Step> happened = [];

    public string Kind => given.GetProperty("kind").GetString()!;

    public string? Subject => Text(given, "subject");

    public bool HasSubjectLeft => Flag(given, "left");

    public JsonElement Form => given.GetProperty("form");

    public JsonElement? Disputes => Form.TryGetProperty("disputes", out JsonElement disputes) ? disputes : null;

    public void Add(Step step) => happened.Add(step);

    // E2: the last word about who evaluates.
    public string? Evaluator
    {
        get
        {
            string? evaluator = Text(given, "evaluator");
            foreach (Step step in happened)
            {
                if (step.Do == "assign" && StatusBefore(step) != "Disputed")
                {
                    evaluator = step.Text("evaluator");
                }
                else if (step.Do is "start" or "saveDraft" or "submit" && StatusBefore(step) is "Pending" or "InProgress")
                {
                    evaluator ??= step.By;
                }
            }

            return evaluator;
        }
    }

    public decimal? Instant(string name)
    {
        decimal? instant = Number(given, name);
        foreach (Step step in happened.Where(step => step.Do == "assign" && StatusBefore(step) != "Disputed"))
        {
            instant = step.Number(name);
        }

        return instant;
    }

    // E5, E11, E12: what makes a version.
    public List<Step> Versions => [.. happened.Where(step => step.Do is "submit" or "rescore" or "acceptDispute")];

    public Step? Current => Versions.LastOrDefault();

    public List<Step> Raised => [.. happened.Where(step => step.Do == "dispute")];

    public Step? OpenDispute => happened.LastOrDefault(step => step.Do is "dispute" or "acceptDispute" or "declineDispute") is { Do: "dispute" } open ? open : null;

    // E1
    public string Status(decimal now) =>
        happened.Any(step => step.Do == "delete") ? "Deleted"
        : Current is not null ? StatusOfScored(now)
        : Instant("expires") <= now ? "Expired"
        : happened.Any(step => step.Do is "start" or "saveDraft") ? "InProgress"
        : "Pending";

    private string StatusOfScored(decimal now) =>
        OpenDispute is not null ? "Disputed"
        : Acknowledgement is not null ? "Acknowledged"
        : ReleaseOf(Current!) <= now ? "Released"
        : "Finished";

    public Step? Acknowledgement => Later(Current!).LastOrDefault(step => step.Do is "acknowledge" or "closeAcknowledgement");

    // E6, E9: the release planned last, unless a dispute before it took it back.
    public decimal? ReleaseOf(Step version)
    {
        decimal? release = null;
        foreach (Step step in Later(version).TakeWhile(step => !Versions.Contains(step)))
        {
            if (step.Do == "release")
            {
                release = step.When switch { "now" => step.At, "never" => null, _ => step.Number("when") };
            }
            else if (step.Do == "dispute" && release > step.At)
            {
                release = null;
            }
        }

        return release;
    }

    // E6: a release counts if it came while the version was the current one.
    public bool IsReleased(Step version, decimal now)
    {
        int next = Versions.IndexOf(version) + 1;
        decimal until = next < Versions.Count ? Math.Min(now, Versions[next].At) : now;
        return ReleaseOf(version) <= until;
    }

    public int Seen(decimal now) => Versions.FindLastIndex(version => IsReleased(version, now)) + 1;

    public decimal? FirstRelease(decimal now) => Versions.Where(version => IsReleased(version, now)).Select(ReleaseOf).Min();

    // E8
    public bool IsAwaited(decimal now) => Status(now) == "Released" && (Flag(Form, "acknowledgement") || Current!.Flag("asks"));

    // E14
    public bool IsConfirmed => !Current!.IsMachine || Later(Current!).Any(step => step.Do == "confirm");

    // E10
    public string? Reviewer
    {
        get
        {
            if (OpenDispute is not { } dispute)
            {
                return null;
            }

            Step? routed = Later(dispute).LastOrDefault(step => step.Do == "assign");
            return routed is null ? Assignee(dispute) : routed.Text("evaluator");
        }
    }

    public bool MayHandle(string person) => person != Subject && person != Current!.By && person != OpenDispute!.By;

    private string? Assignee(Step dispute)
    {
        List<JsonElement> assignees = Disputes!.Value.TryGetProperty("assignees", out JsonElement list) ? [.. list.EnumerateArray()] : [];
        JsonElement? nth = assignees.Count == 0 ? null : assignees[Math.Min(Raised.IndexOf(dispute), assignees.Count - 1)];
        string? person = nth switch
        {
            null => Versions[0].By,
            { ValueKind: JsonValueKind.Object } user => user.GetProperty("user").GetString(),
            { } word => word.GetString() == "original" ? Versions[0].By : null,
        };
        return person is not null && MayHandle(person) ? person : null;
    }

    // E13: what has come and was not announced.
    public List<string> Due(decimal now)
    {
        List<string> due = [];
        string status = Status(now);
        if (status is "Pending" or "InProgress")
        {
            due.AddRange(new[] { ("remind", "Reminder"), ("due", "Overdue"), ("escalate", "Escalation") }
                .Where(one => Instant(one.Item1) <= now && !WasAnnounced(one.Item2)).Select(one => one.Item2));
        }

        if (status == "Expired" && !WasAnnounced("Expired"))
        {
            due.Add("Expired");
        }

        if (Current is not null && status != "Deleted" && ReleaseOf(Current) <= now && !WasReleaseAnnounced())
        {
            due.Add("Released");
        }

        return due;
    }

    private bool WasAnnounced(string what)
    {
        int from = happened.FindLastIndex(step => step.Do == "assign" && StatusBefore(step) != "Disputed") + 1;
        return happened.Skip(from).Any(step => step.Do == "announce" && step.Announced.Contains(what));
    }

    private bool WasReleaseAnnounced() =>
        Later(Current!).Any(step => (step.Do == "release" && step.When == "now") || (step.Do == "announce" && step.Announced.Contains("Released")));

    private IEnumerable<Step> Later(Step than) => happened.SkipWhile(step => step != than).Skip(1);

    private string StatusBefore(Step step)
    {
        var before = new Story(given);
        before.happened.AddRange(happened.TakeWhile(other => other != step));
        return before.Status(step.At);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) && value.GetBoolean();
}
