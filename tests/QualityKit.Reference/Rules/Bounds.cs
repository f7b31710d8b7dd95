using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S14: the bounds of a total.</summary>
internal static class Bounds
{
    public static ExactNumber Apply(ScoringMethod method, ExactNumber total)
    {
        var capped = method.CapAtFull && method.Unit == "share" ? ExactNumber.Min(total, ExactNumber.One) : total;
        return method.FloorAtZero ? ExactNumber.Max(capped, ExactNumber.Zero) : capped;
    }
}
