namespace QualityKit;

/// <summary>eng/mutation plants this beside the product, in a copy: it proves that the run can tell a killed mutant from one that lives.</summary>
public static class MutationCanary
{
    /// <summary>MutationCanaryTests kills every mutant of this.</summary>
    public static bool IsOverTen(int number) => number > 10;

    /// <summary>Nothing calls this: its mutants live.</summary>
    public static bool IsUnderTen(int number) => number < 10;
}
