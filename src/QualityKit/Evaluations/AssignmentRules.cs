using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Who may be given an evaluation, and until when (rule E2).</summary>
internal static class AssignmentRules
{
    public static void Check(IssueList issues, EvaluationKind kind, Subject subject, PersonId? evaluator, string pointer)
    {
        if (evaluator is not { } person || (person == subject.Who) == (kind == EvaluationKind.Self))
        {
            return;
        }

        issues.Error(kind == EvaluationKind.Self ? IssueCodes.SelfByAnother : IssueCodes.EvaluatorIsSubject, pointer, ("person", person));
    }

    public static void Check(IssueList issues, Deadlines deadlines, DateTimeOffset now)
    {
        if (deadlines.ExpiresAt <= now)
        {
            Passed(issues, deadlines.ExpiresAt.Value, now, "/deadlines/expiresAt");
        }
    }

    public static void Passed(IssueList issues, DateTimeOffset instant, DateTimeOffset now, string pointer) =>
        issues.Error(IssueCodes.InstantPassed, pointer, ("instant", instant), ("now", now));
}
