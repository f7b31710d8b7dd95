using System.Collections.Immutable;
using BatchScoring.Chats;

namespace BatchScoring.Facts;

/// <summary>The customer's answers sorted by what they speak of: manners, or whether the thing was done.</summary>
internal sealed class Survey
{
    public Survey(ImmutableArray<SurveyAnswer> answers)
    {
        StayedCalm = answers.FirstOrDefault(IsAboutManners)?.IsYes;
        Tasks = [.. answers.Where(answer => !IsAboutManners(answer) && !IsAsideFromTheTask(answer))];
    }

    /// <summary>Null when nobody asked.</summary>
    public bool? StayedCalm { get; }

    public ImmutableArray<SurveyAnswer> Tasks { get; }

    private static bool IsAboutManners(SurveyAnswer answer) =>
        answer.Question.Contains("stay calm and helpful", StringComparison.OrdinalIgnoreCase);

    // "Did you enjoy this task?" is about the experiment, "say something about rain" about the forecast.
    private static bool IsAsideFromTheTask(SurveyAnswer answer) =>
        answer.Question.Contains("enjoy", StringComparison.OrdinalIgnoreCase)
        || answer.Question.Contains("say something", StringComparison.OrdinalIgnoreCase);
}
