namespace QualityKit;

// eng/mutation plants this beside the product, in a copy: it proves that the run can tell a killed mutant from one that lives.
internal static class MutationCanary
{
    // CanaryTests kills every mutant of this.
    internal static bool IsOverTen(int number) => number > 10;

    // Nothing calls this: its mutants live.
    internal static bool IsUnderTen(int number) => number < 10;
}
