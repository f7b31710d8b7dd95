using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Calibration;

/// <summary>What a session must be so that it can be planned and opened.</summary>
internal static class SessionRules
{
    /// <summary>The session of what was given.</summary>
    /// <param name="given">What it is to be.</param>
    /// <param name="form">The form version.</param>
    /// <param name="benchmarks">The evaluations that interactions name, by id; those that are not there are missing.</param>
    /// <param name="actor">Who plans.</param>
    /// <param name="now">The time.</param>
    public static Validated<CalibrationSession> Plan(
        NewCalibration given, EvaluationForm form, IReadOnlyDictionary<EvaluationId, Evaluation> benchmarks, Actor actor, DateTimeOffset now)
    {
        var session = new CalibrationSession
        {
            Id = given.IdIn(actor.Tenant),
            Name = given.Name,
            Form = form.Id,
            Directory = form.Directory,
            Lead = given.Lead ?? actor.Id,
            Expert = given.Expert,
            Consensus = given.Consensus,
            Evaluators = [.. given.Evaluators.Distinct()],
            Roles = [.. given.Roles.Distinct(StringComparer.Ordinal)],
            Items = [.. given.Items.Select(item => item with { BenchmarkVersion = 0 })],
            Deadlines = given.Deadlines,
            PlannedAt = now,
        };
        var issues = new IssueList();
        TextRules.CheckString(issues, given.Name, "/name", TextRules.LongestName);
        Check(issues, session, benchmarks, now);
        return new(issues.HasErrors ? null : session, issues.ToImmutable());
    }

    /// <summary>The session as it is opened, with everyone who was found by role.</summary>
    /// <param name="session">The session as it was planned.</param>
    /// <param name="benchmarks">As for <see cref="Plan"/>.</param>
    /// <param name="found">Who has one of its roles. Whoever cannot take part is left out.</param>
    /// <param name="now">The time.</param>
    public static Validated<CalibrationSession> Open(
        CalibrationSession session, IReadOnlyDictionary<EvaluationId, Evaluation> benchmarks, IEnumerable<PersonId> found, DateTimeOffset now)
    {
        CalibrationSession opened = session with
        {
            Evaluators = [.. session.Evaluators.Concat(found.Where(person => CanTakePart(session, benchmarks, person)).OrderBy(person => person.Value, StringComparer.Ordinal)).Distinct()],
            Items = [.. session.Items.Select(item => item with { BenchmarkVersion = item.Benchmark is { } id && benchmarks.TryGetValue(id, out Evaluation? one) ? one.Versions.Length : 0 })],
            OpenedAt = now,
        };
        var issues = new IssueList();
        Check(issues, opened, benchmarks, now);
        return new(issues.HasErrors ? null : opened, issues.ToImmutable());
    }

    private static bool CanTakePart(CalibrationSession session, IReadOnlyDictionary<EvaluationId, Evaluation> benchmarks, PersonId person) =>
        person != session.Expert && !session.Items.Any(item => item.Subject.Who == person) && !benchmarks.Values.Any(one => one.Current?.ScoredBy == person);

    private static void Check(IssueList issues, CalibrationSession session, IReadOnlyDictionary<EvaluationId, Evaluation> benchmarks, DateTimeOffset now)
    {
        CheckPeople(issues, session);
        CheckCount(issues, "/items", session.Items.Length, 1, CalibrationSession.MostInteractions);
        foreach ((int position, CalibrationItem item) in session.Items.Index())
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"/items/{position}");
            CheckItem(issues, session, item, place);
            if (session.Items.Take(position).Any(earlier => earlier.Interaction == item.Interaction))
            {
                issues.Error(IssueCodes.InteractionTwice, place + "/interaction", ("interaction", item.Interaction));
            }

            if (item.Benchmark is { } benchmark)
            {
                CheckBenchmark(issues, session, item, benchmarks.GetValueOrDefault(benchmark), place + "/benchmark");
            }
        }

        AssignmentRules.Check(issues, session.Deadlines, now);
    }

    // Who is found by role is counted when the session is opened.
    private static void CheckPeople(IssueList issues, CalibrationSession session)
    {
        int least = session.Roles.Length > 0 && session.OpenedAt is null ? 0
            : session.Expert is not null || session.Items.All(item => item.Benchmark is not null) ? 1
            : 2;
        CheckCount(issues, "/evaluators", session.Evaluators.Length, least, CalibrationSession.MostEvaluators);
        if (session.Expert is { } expert && session.Evaluators.Contains(expert))
        {
            issues.Error(IssueCodes.ExpertEvaluates, "/expert", ("person", expert));
        }
    }

    private static void CheckItem(IssueList issues, CalibrationSession session, CalibrationItem item, string place)
    {
        if (string.IsNullOrEmpty(item.Interaction.Value))
        {
            issues.Error(IssueCodes.Missing, place + "/interaction");
        }

        if (!item.Part.IsOfInteraction)
        {
            issues.Error(IssueCodes.PartMismatch, place + "/part");
        }

        if (item.Subject.Who is { } subject && session.Includes(subject))
        {
            issues.Error(IssueCodes.EvaluatorIsSubject, place + "/subject", ("person", subject));
        }
    }

    private static void CheckBenchmark(IssueList issues, CalibrationSession session, CalibrationItem item, Evaluation? benchmark, string place)
    {
        if (benchmark?.Current?.Score?.Total is null || benchmark.Form != session.Form || benchmark.Interaction != item.Interaction || benchmark.Subject != item.Subject || benchmark.Session is not null)
        {
            issues.Error(IssueCodes.NoBenchmark, place, ("evaluation", item.Benchmark!.Value), ("interaction", item.Interaction));
        }
        else if (session.Evaluators.Contains(benchmark.Current.ScoredBy))
        {
            issues.Error(IssueCodes.BenchmarkOfEvaluator, place, ("person", benchmark.Current.ScoredBy));
        }
    }

    private static void CheckCount(IssueList issues, string pointer, int count, int least, int most)
    {
        if (count < least || count > most)
        {
            issues.Error(IssueCodes.SessionSize, pointer, ("count", count), ("least", least), ("most", most));
        }
    }
}
