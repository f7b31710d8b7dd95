namespace QualityKit.CaseRunner;

/// <summary>A file cannot be read as cases; the message names the file and the line.</summary>
internal sealed class UnreadableFileException(string file, long line, string problem) : Exception($"{file}:{line}: {problem}");
