using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S7: weighted points, total points and question weights, each an amount earned over a mass.</summary>
internal sealed class FlatCombination(Form form, Weights weights, IReadOnlyList<Standing> standings)
    : Combination(form, standings)
{
    /// <inheritdoc/>
    public override ExactNumber? Score(Group scope, IReadOnlySet<string> failedGroups)
    {
        var mass = MassOf(scope);
        if (mass.IsZero)
        {
            return null;
        }

        // S16, toMean: what normal and what bonus questions add are on different scales, so each falls by itself.
        return Form.Method.Bonus == "toMean"
            ? AmountOf(scope, failedGroups, standing => standing.IsNormal ? Adds(standing, mass) : ExactNumber.Zero)
                + AmountOf(scope, failedGroups, standing => standing.IsNormal ? ExactNumber.Zero : Adds(standing, mass))
            : AmountOf(scope, failedGroups, standing => Adds(standing, mass));
    }

    /// <inheritdoc/>
    public override ExactNumber Contribution(Standing counted) => Adds(counted, MassOf(Form.Whole));

    /// <inheritdoc/>
    public override ExactNumber AppliedWeight(Standing counted) => AddsUndivided(counted)
        ? weights.Own(counted.Question)
        : RescaledMass(counted) / MassOf(Form.Whole);

    /// <inheritdoc/>
    public override ExactNumber? AppliedWeight(Group group) => MassOf(group) / MassOf(Form.Whole);

    /// <summary>S7: what a counted question adds to the score of a scope of this mass.</summary>
    private ExactNumber Adds(Standing counted, ExactNumber mass) => AddsUndivided(counted)
        ? Earned(counted)
        : Earned(counted) * Rescaling(counted) / mass;

    /// <summary>S11, toMean: w x v of a bonus question is added to the mean.</summary>
    private bool AddsUndivided(Standing counted) => !counted.IsNormal && Form.Method.Bonus == "toMean";

    /// <summary>S7: the sum of M over the counted normal questions in a scope.</summary>
    private ExactNumber MassOf(Group scope) =>
        ExactNumber.Sum(CountedIn(scope).Where(standing => standing.IsNormal).Select(RescaledMass));

    private ExactNumber RescaledMass(Standing counted) => Mass(counted) * Rescaling(counted);

    /// <summary>S7, column E.</summary>
    private ExactNumber Earned(Standing standing) => Form.Method.Combination switch
    {
        "weightedPoints" => weights.Whole(standing.Question) * standing.Earned,
        "totalPoints" => standing.Earned,
        _ => weights.Own(standing.Question) * standing.Value!,
    };

    /// <summary>S7, column M.</summary>
    private ExactNumber Mass(Standing standing) => Form.Method.Combination switch
    {
        "weightedPoints" => weights.Whole(standing.Question) * standing.Possible,
        "totalPoints" => standing.Possible,
        _ => weights.Own(standing.Question),
    };

    /// <summary>S7: under StaysInGroup the normal questions that count take over the mass of those left out as N/A in their group.</summary>
    private ExactNumber Rescaling(Standing counted)
    {
        if (Form.Method.NotApplicable != "staysInGroup" || !counted.IsNormal)
        {
            return ExactNumber.One;
        }

        var group = DirectlyIn(counted.Question.Parent!).Where(standing => standing.IsNormal).ToList();
        var countedMass = ExactNumber.Sum(group.Where(standing => standing.Counts).Select(Mass));
        var leftOutMass = ExactNumber.Sum(group.Where(standing => standing.LeftOutAsNotApplicable).Select(Mass));
        return countedMass.IsZero ? ExactNumber.One : (countedMass + leftOutMass) / countedMass;
    }
}
