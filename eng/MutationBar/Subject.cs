namespace QualityKit.MutationBar;

/// <summary>What was mutated.</summary>
/// <param name="ProjectFolder">`src/QualityKit`.</param>
/// <param name="Folder">`Scoring`.</param>
/// <param name="IsWhole">Whether all files of the folder were mutated, not only those that changed.</param>
internal sealed record Subject(string ProjectFolder, string Folder, bool IsWhole);
