namespace QualityKit.MutationBar;

/// <summary>A change that was made to the product, and what the tests made of it.</summary>
/// <param name="File">Relative to the project's folder, with slashes.</param>
/// <param name="Line">The source line where the change starts, without the space around it.</param>
internal sealed record Mutant(string File, int LineNumber, string Line, string Replacement, string Status)
{
    /// <summary>A mutant that does not compile or was left out says nothing about the tests.</summary>
    public bool Counts => Status is "Killed" or "Timeout" or "Survived" or "NoCoverage";

    public bool Lives => Status is "Survived" or "NoCoverage";
}
