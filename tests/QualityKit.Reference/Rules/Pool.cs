namespace QualityKit.Reference.Rules;

/// <summary>S8, within points: a group's own questions as one item.</summary>
internal sealed class Pool(Weights weights, IReadOnlyList<Standing> own)
{
    /// <summary>What the amounts earned are divided by: the mass of the normal questions, or of the bonus ones in a bonus pool; null when it is 0.</summary>
    public ExactNumber? Mass => NonZero(NormalMass) ?? NonZero(MassOf(Counted.Where(standing => !standing.IsNormal)));

    /// <summary>The pool as an item, or null when no mass is there or was left out as N/A.</summary>
    public WeighedItem? Item
    {
        get
        {
            if (NormalMass.IsZero && Mass is not null)
            {
                return new WeighedItem(IsBonus: true, BonusWeight, ExactNumber.One, Value);
            }

            return PresentMass.IsZero
                ? null
                : new WeighedItem(IsBonus: false, NormalWeight, NormalMass / PresentMass, Value);
        }
    }

    private IEnumerable<Standing> Counted => own.Where(standing => standing.Counts);

    /// <summary>The normal questions that count or were left out as N/A.</summary>
    private IEnumerable<Standing> PresentNormal =>
        own.Where(standing => standing.IsNormal && (standing.Counts || standing.LeftOutAsNotApplicable));

    private ExactNumber NormalMass => MassOf(Counted.Where(standing => standing.IsNormal));

    private ExactNumber PresentMass => MassOf(PresentNormal);

    private ExactNumber NormalWeight => ExactNumber.Sum(PresentNormal.Select(standing => weights.Own(standing.Question)));

    private ExactNumber BonusWeight =>
        ExactNumber.Sum(Counted.Where(standing => !standing.IsNormal).Select(standing => weights.Own(standing.Question)));

    private ExactNumber? Value => Mass is { } mass
        ? ExactNumber.Sum(Counted.Select(standing => weights.Own(standing.Question) * standing.Earned)) / mass
        : null;

    private ExactNumber MassOf(IEnumerable<Standing> standings) =>
        ExactNumber.Sum(standings.Select(standing => weights.Own(standing.Question) * standing.Possible));

    private static ExactNumber? NonZero(ExactNumber number) => number.IsZero ? null : number;
}
