namespace QualityKit.MutationBar;

/// <summary>The last whole run of a folder: an entry of eng/mutation-results.json.</summary>
/// <param name="Folder">`src/QualityKit/Scoring`.</param>
/// <param name="Date">The day the run ended, in UTC.</param>
/// <param name="Command">What repeats it.</param>
internal sealed record FolderResult(string Folder, Counts Counts, DateOnly Date, string Command);
