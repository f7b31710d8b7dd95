using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Declared limits on what fails, how far that reaches, and on what comes on top.</summary>
internal static class LimitFailureRules
{
    public static void Check(LimitInspection check, ScoredQuestion question, string pointer, int position)
    {
        (string Member, int Position, FailureScope? Fails, bool IsBonus)[] answers = [.. Answers(question)];
        bool canFail = question.IsFatal || question.IsCritical;
        check.CheckFeature(FormFeatures.FatalQuestions, question.IsFatal, IssueCodes.FatalNotOffered, pointer + "/fatal");
        check.CheckFeature(FormFeatures.CriticalQuestions, question.IsCritical, IssueCodes.CriticalNotOffered, pointer + "/critical");
        check.CheckFeature(FormFeatures.BonusQuestions, question.IsBonus, IssueCodes.BonusQuestionNotOffered, pointer + "/bonus");
        check.CheckFeature(
            FormFeatures.FailingBonusQuestions,
            question.IsBonus && (canFail || answers.Any(answer => answer.Fails is not null)),
            IssueCodes.FailingBonusQuestion,
            pointer + "/bonus");
        if (canFail)
        {
            check.CheckMost(("count", answers.Length), check.Limits.MostFatalOptions, IssueCodes.FatalOptionsOverLimit, pointer + "/" + answers.FirstOrDefault().Member);
            CheckReach(check, question.FailureScope, pointer + "/failureScope", position);
        }

        foreach ((string member, int place, FailureScope? fails, bool isBonus) in answers)
        {
            string answer = $"{pointer}/{member}/{place}";
            check.CheckFeature(FormFeatures.BonusOptions, isBonus, IssueCodes.BonusOptionNotOffered, answer + "/bonus");
            check.CheckFeature(FormFeatures.FailingOptions, fails is not null, IssueCodes.FailingOptionNotOffered, answer + "/fails");
            CheckReach(check, fails, answer + "/fails", position);
        }
    }

    // The options or ranges of a question: the member that holds them, their place in it, what they fail, whether they are a bonus.
    private static IEnumerable<(string Member, int Position, FailureScope? Fails, bool IsBonus)> Answers(ScoredQuestion question) => question switch
    {
        ChoiceQuestion choice => choice.Options.Select((option, place) => ("options", place, option?.Fails, option?.IsBonus ?? false)),
        MultiSelectQuestion selection => selection.Options.Select((option, place) => ("options", place, option?.Fails, false)),
        NumberQuestion number => number.Ranges.Select((range, place) => ("ranges", place, range?.Fails, range?.IsBonus ?? false)),
        _ => [],
    };

    private static void CheckReach(LimitInspection check, FailureScope? scope, string pointer, int position)
    {
        if (scope is not null && !Reaches(check, scope, position))
        {
            string offered = check.Limits.Failures == FailureReach.FormOnly ? "form" : "form`, `around";
            check.Report(IssueCodes.FailureOutOfReach, pointer, ("scope", scope.GroupKey ?? "group"), ("offered", offered));
        }
    }

    private static bool Reaches(LimitInspection check, FailureScope scope, int position) => check.Limits.Failures switch
    {
        FailureReach.FormOnly => scope.Kind == FailureScopeKind.Form,
        FailureReach.Around => scope.GroupKey is not { } key || check.Form.Outline.GroupsAround(position).Any(group => group.Key == key),
        _ => true,
    };
}
