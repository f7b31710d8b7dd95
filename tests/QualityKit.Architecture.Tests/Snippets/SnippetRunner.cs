using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using QualityKit.Architecture.Tests.Code;

namespace QualityKit.Architecture.Tests.Snippets;

/// <summary>Compiles a snippet against the built assemblies of src, as a program or as members of a class, and runs it.</summary>
internal static class SnippetRunner
{
    private const string Mark = "--- so far ---";

    private static readonly string Usings = Compiled.GlobalUsings(PublicNamespaces());

    /// <summary>What is wrong with the snippet: compiler errors, or an output that is not the promised one.</summary>
    public static IEnumerable<string> Problems(Snippet snippet)
    {
        if (snippet.SkipReason is { } reason)
        {
            return reason.Length > 0 ? [] : [$"{snippet.Place}: skipped without a reason"];
        }

        CSharpCompilation program = Compile(snippet.Code, OutputKind.ConsoleApplication);
        List<Diagnostic> errors = Errors(program);
        if (errors.Any(error => error.Id != "CS5001") && Errors(Compile($"class Snippet\n{{\n{snippet.Code}\n}}", OutputKind.DynamicallyLinkedLibrary)).Count > 0)
        {
            return errors.Select(error => $"{snippet.Place}: {error}");
        }

        return snippet.Output is null ? [] : WrongOutput(snippet, errors.Count == 0 ? PrintedByItself(snippet) : "(not a program)");
    }

    private static IEnumerable<string> WrongOutput(Snippet snippet, string actual) =>
        Normal(actual) == Normal(snippet.Output!) ? [] : [$"{snippet.Place}: prints\n{Normal(actual)}\n  and not\n{Normal(snippet.Output!)}"];

    /// <summary>What the snippet prints, without what the blocks before it print.</summary>
    private static string PrintedByItself(Snippet snippet)
    {
        string code = snippet.Before.Length == 0 ? snippet.Own : $"{snippet.Before}\nSystem.Console.Write(\"{Mark}\");\n{snippet.Own}";
        return Run(Compile(code, OutputKind.ConsoleApplication)).Split(Mark)[^1];
    }

    private static string Normal(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    private static CSharpCompilation Compile(string code, OutputKind kind) => CSharpCompilation.Create(
        $"Snippet{Guid.NewGuid():N}",
        [CSharpSyntaxTree.ParseText(Usings, Compiled.ParseOptions), CSharpSyntaxTree.ParseText(code, Compiled.ParseOptions, "snippet")],
        [.. Compiled.PlatformReferences, .. Compiled.BuiltSources],
        new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

    private static List<Diagnostic> Errors(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>Console.Out belongs to the process, so the tests that come here run one after another.</summary>
    private static string Run(CSharpCompilation program)
    {
        using MemoryStream image = new();
        program.Emit(image);
        image.Position = 0;
        MethodInfo entry = AssemblyLoadContext.Default.LoadFromStream(image).EntryPoint!;
        TextWriter before = Console.Out;
        using StringWriter captured = new();
        Console.SetOut(captured);
        try
        {
            entry.Invoke(null, entry.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
        }
        catch (TargetInvocationException thrown)
        {
            captured.WriteLine($"threw {thrown.InnerException}");
        }
        finally
        {
            Console.SetOut(before);
        }

        return captured.ToString();
    }

    private static IEnumerable<string> PublicNamespaces()
    {
        CSharpCompilation empty = CSharpCompilation.Create("Empty", references: [.. Compiled.PlatformReferences, .. Compiled.BuiltSources]);
        return Compiled.BuiltSources
            .Select(reference => ((IAssemblySymbol)empty.GetAssemblyOrModuleSymbol(reference)!).GlobalNamespace)
            .SelectMany(Namespaces)
            .Distinct();
    }

    private static IEnumerable<string> Namespaces(INamespaceSymbol parent) =>
        parent.GetNamespaceMembers().SelectMany(child =>
            child.GetTypeMembers().Any(type => type.DeclaredAccessibility == Accessibility.Public)
                ? Namespaces(child).Prepend(child.ToDisplayString())
                : Namespaces(child));
}
