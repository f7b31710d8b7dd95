using Microsoft.CodeAnalysis;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>Where a source file lies in its project: `src/QualityKit/Forms/Kinds/Ask.cs` is in folder Forms, path Forms/Kinds.</summary>
internal readonly record struct Place(string Project, string Path)
{
    /// <summary>The topmost folder, or nothing for a file beside the project file.</summary>
    public string Folder => Path.Split('/')[0];

    public static Place Of(SyntaxTree tree)
    {
        string[] parts = tree.FilePath.Split('/');
        return parts is ["src", var project, .., _] ? new Place(project, string.Join('/', parts[2..^1])) : default;
    }

    public static Place Of(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var first, ..] ? Of(first.SyntaxTree) : default;
}
