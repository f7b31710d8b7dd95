namespace QualityKit.MutationBar;

/// <summary>A mutant that no test can kill because it changes nothing that can be seen: an entry of eng/equivalent-mutants.json.</summary>
/// <param name="File">Relative to the root of the repository.</param>
/// <param name="Line">The source line where the change starts, without the space around it.</param>
/// <param name="Replacement">What the mutant puts there.</param>
/// <param name="Reason">Why nothing changes. It must not be empty.</param>
internal sealed record EquivalentMutant(string File, string Line, string Replacement, string Reason)
{
    public bool Matches(string projectFolder, Mutant mutant) =>
        $"{projectFolder}/{mutant.File}" == File && mutant.Line == Line && mutant.Replacement == Replacement;
}
