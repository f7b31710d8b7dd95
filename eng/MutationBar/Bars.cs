namespace QualityKit.MutationBar;

/// <summary>The share of mutants that must die, in percent: eng/mutation-bars.json.</summary>
/// <param name="Folders">Folders with a bar of their own.</param>
/// <param name="Elsewhere">The bar of all other folders.</param>
/// <param name="EquivalentLimit">How many of a folder's mutants may be listed as equivalent, in percent.</param>
internal sealed record Bars(IReadOnlyDictionary<string, int> Folders, int Elsewhere, int EquivalentLimit)
{
    public int Of(string folder) => Folders.TryGetValue(folder, out int bar) ? bar : Elsewhere;

    /// <summary>A share of a count, rounded up, so that a small count is not held to more than its bar.</summary>
    public static int Share(int count, int percent) => ((count * percent) + 99) / 100;
}
