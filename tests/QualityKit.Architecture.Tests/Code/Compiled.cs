using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace QualityKit.Architecture.Tests.Code;

/// <summary>Sources as the compiler sees them: with implicit usings, nullable context, and the references of the running tests.</summary>
public static class Compiled
{
    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>What a source generator adds is not here; the errors that its absence causes are expected.</summary>
    private static readonly string[] GeneratorErrors = ["CS8795", "CS0534", "CS9248"];

    private static readonly ConcurrentDictionary<string, Lazy<CSharpCompilation>> Cache = new();

    public static CSharpParseOptions ParseOptions { get; } = new(
        LanguageVersion.CSharp14, DocumentationMode.Parse, preprocessorSymbols: ["NET", "NET10_0", "NET10_0_OR_GREATER"]);

    /// <summary>The assemblies of the framework and of every package that src uses, but not those of src.</summary>
    public static IReadOnlyList<MetadataReference> PlatformReferences { get; } =
        [.. PlatformAssemblies().Where(path => !IsOfSource(path)).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The built assemblies of src, as a host would reference them.</summary>
    public static IReadOnlyList<MetadataReference> BuiltSources { get; } =
        [.. PlatformAssemblies().Where(IsOfSource).Select(path => MetadataReference.CreateFromFile(path))];

    public static CSharpCompilation Project(SourceProject project) =>
        Cache.GetOrAdd(project.Name, _ => new Lazy<CSharpCompilation>(() => Compile(project))).Value;

    /// <summary>Compiles texts under the paths that they would have in the repository: for the rules' own tests.</summary>
    public static CSharpCompilation Texts(params (string Path, string Text)[] sources) =>
        Create("Planted", sources, Prelude([], []), PlatformReferences);

    /// <summary>The errors that make the semantic model a guess.</summary>
    public static IEnumerable<string> Errors(CSharpCompilation compilation) => Errors(compilation, GeneratorErrors);

    public static IEnumerable<string> Errors(CSharpCompilation compilation, IReadOnlyCollection<string> ignored) =>
        compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !ignored.Contains(diagnostic.Id))
            .Select(diagnostic => diagnostic.ToString());

    public static string GlobalUsings(IEnumerable<string> namespaces) =>
        string.Concat(ImplicitUsings.Concat(namespaces).Select(name => $"global using {name};\n"));

    private static CSharpCompilation Compile(SourceProject project)
    {
        IEnumerable<MetadataReference> referenced = Repository.Projects
            .Where(other => Closure(project).Contains(other.Name))
            .Select(other => (MetadataReference)Project(other).ToMetadataReference());
        return Create(
            project.Name,
            project.Files().Select(file => (file, Repository.Read(file))),
            Prelude(project.Usings, project.Friends),
            [.. PlatformReferences, .. referenced]);
    }

    private static HashSet<string> Closure(SourceProject project)
    {
        HashSet<string> reached = [];
        Stack<string> open = new(project.References);
        while (open.TryPop(out string? name))
        {
            if (reached.Add(name))
            {
                Repository.Projects.Single(other => other.Name == name).References.ToList().ForEach(open.Push);
            }
        }

        return reached;
    }

    private static CSharpCompilation Create(
        string name, IEnumerable<(string Path, string Text)> sources, string prelude, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path))
                .Append(CSharpSyntaxTree.ParseText(prelude, ParseOptions, "prelude.cs")),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static string Prelude(IEnumerable<string> usings, IEnumerable<string> friends) =>
        GlobalUsings(usings)
        + string.Concat(friends.Select(friend => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]\n"));

    private static string[] PlatformAssemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static bool IsOfSource(string path) =>
        Repository.Projects.Any(project => project.Name == Path.GetFileNameWithoutExtension(path));
}
