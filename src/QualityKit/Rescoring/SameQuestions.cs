using QualityKit.Forms;

namespace QualityKit.Rescoring;

/// <summary>Whether the codes of answers mean the same in two forms: the questions are of the same kind and offer the same, in the same order.</summary>
internal static class SameQuestions
{
    public static bool AreIn(EvaluationForm one, EvaluationForm other) =>
        one.Equals(other) || (one.Questions.Length == other.Questions.Length && one.Questions.Zip(other.Questions).All(pair => IsSame(pair.First, pair.Second)));

    private static bool IsSame(Question one, Question other) => one.Key == other.Key && one.GetType() == other.GetType() && (one, other) switch
    {
        (ChoiceQuestion left, ChoiceQuestion right) => left.Options.Select(option => option.Key).SequenceEqual(right.Options.Select(option => option.Key)),
        (MultiSelectQuestion left, MultiSelectQuestion right) => left.Options.Select(option => option.Key).SequenceEqual(right.Options.Select(option => option.Key)),
        (NumberQuestion left, NumberQuestion right) =>
            left.Step == right.Step && left.Ranges[0].Minimum == right.Ranges[0].Minimum && left.Ranges[^1].Maximum == right.Ranges[^1].Maximum,
        _ => true,
    };
}
