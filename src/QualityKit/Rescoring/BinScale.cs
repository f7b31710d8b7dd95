using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>How scores of a form are sorted into bins: below 0, a hundred steps, exactly the top, and above it.</summary>
/// <remarks>A share: whole percents. Points and grades: the step is 1, 2 or 5 times a power of ten, the smallest of which a hundred hold the
/// most that a form can earn (a question, where points are averaged; all of them, where they are added up).</remarks>
internal sealed class BinScale
{
    /// <summary>How many bins there are.</summary>
    public const int Bins = Steps + 3;

    private const int Steps = 100;

    private BinScale(Score step) => Step = step;

    /// <summary>How wide a bin is.</summary>
    public Score Step { get; }

    public static BinScale For(EvaluationForm form) =>
        new(form.Method.Unit == ScoreUnit.Share ? Score.Percent(1) : new Score(StepFor(Most(form)), form.Method.Unit));

    /// <summary>The bin of a score.</summary>
    public int BinOf(Score score)
    {
        Fraction steps = score.Value / Step.Value;
        return steps.Sign < 0 ? 0
            : steps > Steps ? Bins - 1
            : steps.IsNarrow ? 1 + (int)(steps.NarrowNumerator / steps.NarrowDenominator)
            : 1 + (int)(steps.Numerator / steps.Denominator);
    }

    /// <summary>The stretch of a bin.</summary>
    public ScoreBin Bin(int bin, long count) => new()
    {
        From = bin == 0 ? null : At(Math.Min(bin - 1, Steps)),
        To = bin == Bins - 1 ? null : At(Math.Min(bin, Steps)),
        Count = count,
    };

    private Score At(int steps) => new(Step.Value * steps, Step.Unit);

    private static Fraction Most(EvaluationForm form)
    {
        Fraction most = Fraction.Zero;
        bool isSum = form.Method.Combination.Kind == CombinationKind.Sum;
        for (int position = 0; position < form.Questions.Length; position++)
        {
            if (form.Questions[position] is ScoredQuestion { IsExcluded: false } question)
            {
                Fraction points = EarnablePoints.Of(question).Most;
                most = isSum ? most + Fraction.Max(points * PathWeight(form, position), Fraction.Zero) : Fraction.Max(most, points);
            }
        }

        return most;
    }

    private static Fraction PathWeight(EvaluationForm form, int question)
    {
        Fraction weight = ((ScoredQuestion)form.Questions[question]).Weight;
        for (int group = form.Index.QuestionGroups[question]; group >= 0; group = form.Index.Groups[group].Parent)
        {
            weight *= form.Index.Groups[group].Group.Weight;
        }

        return weight;
    }

    private static Fraction StepFor(Fraction most)
    {
        Fraction least = most.Sign > 0 ? most / Steps : Fraction.One;
        Fraction power = Fraction.One;
        while (power < least)
        {
            power *= 10;
        }

        while (power / 10 >= least)
        {
            power /= 10;
        }

        return power / 5 >= least ? power / 5 : power / 2 >= least ? power / 2 : power;
    }
}
