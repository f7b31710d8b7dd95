using Microsoft.CodeAnalysis.CSharp;
using QualityKit.Architecture.Tests.Code;
using Xunit;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>A rule that cannot fail is a defect: each is shown a violation that it must report, and clean code that it must not.</summary>
public sealed class PlantedViolationTests
{
    private const string ClosedParent = "public abstract record Parent { private protected Parent() { } internal abstract int Rank { get; } } ";

    private static readonly Layout TwoFolders = new() { Folders = ["Upper", "Lower", "Shell"], Shell = ["Shell"], Streaming = ["Lower"] };

    [Theory]
    [InlineData("Upper", "class A { Lower.B? Field; }")]
    [InlineData("Upper", "class A { object M() => new Lower.B(); }")]
    [InlineData("Upper", "class A { void M() => Lower.B.Do(); }")]
    [InlineData("Upper", "class A : Lower.B;")]
    public void A_use_of_a_lower_folder_is_reported(string folder, string text) =>
        AssertReported("Upper uses Lower.B, which is below it", FolderOrder.Check(Plant(folder, text), TwoFolders));

    [Fact]
    public void A_use_of_an_upper_folder_is_not_reported() =>
        Assert.Empty(FolderOrder.Check(
            Compiled.Texts(
                ("src/P/Upper/A.cs", "namespace P.Upper; class A;"),
                ("src/P/Lower/B.cs", "namespace P.Lower; class B : Upper.A;")),
            TwoFolders));

    [Fact]
    public void A_folder_that_is_not_in_the_list_is_reported() =>
        AssertReported("folder `Strange`", FolderOrder.Check(Plant("Strange", "class A;"), TwoFolders));

    [Theory]
    [InlineData("namespace P.Upper; class A; class B;", "holds 2 top-level types")]
    [InlineData("namespace P.Upper; class Other;", "declares `Other`")]
    [InlineData("namespace P.Lower; class A;", "namespace P.Lower")]
    [InlineData("namespace QualityKit; static class A { static void M(string s) { } }", "namespace QualityKit")]
    public void A_type_in_the_wrong_place_is_reported(string text, string expected) =>
        AssertReported(expected, FilesAndNamespaces.Check(Compiled.Texts(("src/P/Upper/A.cs", text)), "P"));

    [Theory]
    [InlineData("src/P/Upper/A.cs", "namespace P.Upper; class A { class Nested; }")]
    [InlineData("src/P/Upper/A.Part.cs", "namespace P.Upper; partial class A;")]
    [InlineData("src/P/Upper/AOfT.cs", "namespace P.Upper; class A<T>;")]
    [InlineData("src/P/Upper/A{T}.cs", "namespace P.Upper; class A<T>;")]
    [InlineData("src/P/Upper/A.cs", "namespace QualityKit; static class A { static void M(this string s) { } }")]
    public void A_type_in_its_place_is_not_reported(string path, string text) =>
        Assert.Empty(FilesAndNamespaces.Check(Compiled.Texts((path, text)), "P"));

    [Theory]
    [InlineData("object M() => DateTime.UtcNow;", "System.DateTime.UtcNow")]
    [InlineData("object M() => DateTimeOffset.Now;", "System.DateTimeOffset.Now")]
    [InlineData("object M() => Guid.NewGuid();", "System.Guid.NewGuid")]
    [InlineData("object M() => new Random(1);", "System.Random")]
    [InlineData("object M(TimeProvider time) => time;", "System.TimeProvider")]
    [InlineData("object M() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(2);", "RandomNumberGenerator")]
    [InlineData("Task M() => null!;", "System.Threading.Tasks.Task")]
    [InlineData("void M() => Thread.Sleep(1);", "System.Threading.Thread")]
    [InlineData("string M() => File.ReadAllText(\"a\");", "System.IO.File")]
    [InlineData("void M(Stream s) { }", "System.IO.Stream")]
    [InlineData("async void M() { }", "never async")]
    [InlineData("static int s_count;", "`s_count` is static and can change")]
    [InlineData("static int Count { get; set; }", "`Count` is static and can change")]
    [InlineData("interface IPort { Task M() => Task.CompletedTask; }", "System.Threading.Tasks.Task")]
    public void An_impurity_in_the_core_is_reported(string member, string expected) =>
        AssertReported(expected, FunctionalCore.Check(Plant("Upper", $"class A {{ {member} }}"), TwoFolders));

    [Theory]
    [InlineData("Shell", "async Task M() { await Task.Yield(); DateTime.UtcNow.ToString(); }")]
    [InlineData("Lower", "void M(Stream s, TextWriter t) { }")]
    [InlineData("Upper", "static readonly int s_limit = 3; static int Twice => 2; const int C = 1; DateTime M(DateTime now) => now.AddDays(1);")]
    [InlineData("Upper", "interface IPort { Task<int> M(CancellationToken cancellationToken); }")]
    public void Code_in_its_place_is_not_an_impurity(string folder, string member) =>
        Assert.Empty(FunctionalCore.Check(Plant(folder, $"class A {{ {member} }}"), TwoFolders));

    [Theory]
    [InlineData("public class A;", "anyone can derive from")]
    [InlineData("public abstract class A { protected A() { } }", "anyone can derive from")]
    [InlineData("public abstract record A { private protected A() { } }", "without an internal abstract member")]
    [InlineData(ClosedParent + "public abstract record A : Parent { internal override int Rank => 1; }", "without an internal abstract member")]
    [InlineData("public class A : Exception;", "an exception that is not sealed")]
    [InlineData("public sealed class A : ArgumentException;", "an exception that is not sealed")]
    [InlineData("public sealed record A(int X);", "positional record")]
    [InlineData("public record struct A(int X);", "positional record")]
    [InlineData("public sealed class A { public int X { get; set; } }", "settable property `X`")]
    [InlineData("public sealed class A { public int X; }", "public field `X`")]
    [InlineData("public static class FormHelper;", "a name that says nothing")]
    [InlineData("public static class FormsManager;", "a name that says nothing")]
    public void A_public_type_of_the_wrong_shape_is_reported(string text, string expected) =>
        AssertReported(expected, PublicTypeShape.Check(Plant("Upper", text)));

    [Theory]
    [InlineData("public abstract record A { private protected A() { } internal abstract int Rank { get; } }")]
    [InlineData(ClosedParent + "public abstract record A : Parent { private protected A() { } }")]
    [InlineData("public readonly record struct AId(string Value);")]
    [InlineData("public sealed class AOptions { public int X { get; set; } }")]
    [InlineData("public sealed record A { public required int X { get; init; } public const int C = 1; public static readonly int D = 2; }")]
    [InlineData("class A { public int X { get; set; } }")]
    [InlineData("public static class Database;")]
    public void A_public_type_of_a_good_shape_is_not_reported(string text) =>
        Assert.Empty(PublicTypeShape.Check(Plant("Upper", text)));

    [Theory]
    [InlineData("", true)]
    [InlineData("internal abstract int Rank { get; }", false)]
    public void Without_an_internal_abstract_member_a_stranger_can_derive_from_an_abstract_record(string member, bool isOpen)
    {
        CSharpCompilation library = Compiled.Texts(("src/P/A.cs", $"public abstract record A {{ private protected A() {{ }} {member} }}"));
        CSharpCompilation stranger = Compiled.Texts(("src/Q/B.cs", "public sealed record B(A Original) : A(Original);"))
            .WithAssemblyName("Stranger")
            .AddReferences(library.ToMetadataReference());

        Assert.Equal(isOpen, !Compiled.Errors(stranger, ignored: []).Any());
    }

    [Theory]
    [InlineData("public Task M() => null!;")]
    [InlineData("public ValueTask<int> M(CancellationToken token, int other) => default;")]
    [InlineData("public IAsyncEnumerable<int> M() => null!;")]
    public void An_async_method_without_a_token_is_reported(string member) =>
        AssertReported("does not take a CancellationToken last", AsyncSignatures.Check(Plant("Upper", $"public sealed class A {{ {member} }}")));

    [Fact]
    public void An_async_method_with_a_token_or_of_a_foreign_interface_is_not_reported() =>
        Assert.Empty(AsyncSignatures.Check(Plant(
            "Upper",
            "public sealed class A : IAsyncDisposable { public Task M(CancellationToken t) => null!; public ValueTask DisposeAsync() => default; }")));

    [Theory]
    [InlineData("public sealed class A;")]
    [InlineData("/// <summary> </summary>\npublic sealed class A;")]
    [InlineData("/// <summary>Says it.</summary>\npublic sealed class A { public int X => 1; }")]
    [InlineData("/// <summary>Says it.</summary>\npublic enum A { One }")]
    [InlineData("/// <summary>Says it.</summary>\npublic readonly record struct A(int X);")]
    public void A_silent_public_member_is_reported(string text) =>
        AssertReported("has no summary", Documentation.Check(Plant("Upper", text)));

    [Theory]
    [InlineData("/// <summary>Says it.</summary>\npublic sealed class A { /// <inheritdoc/>\npublic int X => 1; public override string ToString() => \"\"; int Y => 2; }")]
    [InlineData("/// <summary>Says it.</summary>\n/// <param name=\"X\">Says it too.</param>\npublic readonly record struct A(int X);")]
    public void A_documented_public_member_is_not_reported(string text) =>
        Assert.Empty(Documentation.Check(Plant("Upper", text)));

    [Fact]
    public void A_file_that_is_too_long_is_reported()
    {
        AssertReported("251 lines of code", Bars("class A\n{\n" + Lines("int f{0};", 248) + "}\n"));
        Assert.Empty(Bars("class A\n{\n" + Lines("int f{0}; // a comment\n\n/* free */", 247) + "}\n"));
    }

    [Fact]
    public void A_method_that_is_too_long_is_reported()
    {
        AssertReported("a method of 41 lines", Bars("class A { void M()\n{\n" + Lines("int f{0};", 38) + "} }"));
        Assert.Empty(Bars("class A { void M()\n{\n" + Lines("int f{0};", 37) + "} }"));
    }

    [Fact]
    public void A_method_with_too_many_decisions_is_reported()
    {
        AssertReported("complexity of 13", Bars("class A { bool M(bool b) => b" + Lines(" && b", 12) + "; }"));
        Assert.Empty(Bars("class A { bool M(bool b) => b" + Lines(" && b", 11) + "; }"));
        Assert.Empty(Bars("class A { int M(int i) => i switch {" + Lines("{0} => {0},", 20) + " _ => 0 }; }"));
    }

    [Theory]
    [InlineData("class A { void M(int a, int b, int c, int d, int e, int f, int g) { } }")]
    [InlineData("class A(int a, int b, int c, int d, int e, int f, int g);")]
    [InlineData("class A { A(int a, int b, int c, int d, int e, int f, int g) { } }")]
    public void A_signature_with_too_many_parameters_is_reported(string text) => AssertReported("7 parameters", Bars(text));

    private static CSharpCompilation Plant(string folder, string text) => Compiled.Texts(
        ($"src/P/{folder}/A.cs", $"namespace P.{folder};\n{text}"),
        ("src/P/Lower/B.cs", "namespace P.Lower; class B { internal static void Do() { } }"));

    private static IEnumerable<string> Bars(string text) =>
        QualityBars.Check(CSharpSyntaxTree.ParseText(text, Compiled.ParseOptions, "src/P/A.cs"));

    private static string Lines(string format, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(index => format.Replace("{0}", $"{index}", StringComparison.Ordinal) + "\n"));

    [Theory]
    [InlineData("method.Name == \"x\"")]
    [InlineData("\"x\" != method.Name")]
    [InlineData("method.Name is \"x\"")]
    [InlineData("method.Name!.Equals(\"x\")")]
    [InlineData("string.Equals(method.Name, \"x\")")]
    [InlineData("method.Name switch { \"x\" => true, _ => false }")]
    [InlineData("method.Name!.ToString() == \"x\"")]
    public void A_comparison_of_a_method_s_name_is_reported(string expression) =>
        AssertReported("`QualityKit.Methods.ScoringMethod.Name` is compared", MethodNames.Check(PlantMethod($"bool M(ScoringMethod method) => {expression};")));

    [Fact]
    public void A_switch_over_a_method_s_name_is_reported() =>
        AssertReported("is compared", MethodNames.Check(PlantMethod("void M(ScoringMethod method) { switch (method.Name) { case \"x\": break; } }")));

    [Theory]
    [InlineData("bool M(ScoringMethod method) => method.Name is not null;")]
    [InlineData("bool M(ScoringMethod method, int n) => n == 1 && method.Kind == 2;")]
    [InlineData("void M(ScoringMethod method) => Console.WriteLine(method.Name);")]
    [InlineData("ScoringMethod M() => new() { Name = \"x\" };")]
    public void A_use_of_a_method_s_name_as_a_label_is_not_reported(string member) => Assert.Empty(MethodNames.Check(PlantMethod(member)));

    private static void AssertReported(string expected, IEnumerable<string> violations) =>
        Assert.Contains(violations, violation => violation.Contains(expected, StringComparison.Ordinal));

    private static CSharpCompilation PlantMethod(string member) => Compiled.Texts((
        "src/QualityKit/Methods/ScoringMethod.cs",
        $"namespace QualityKit.Methods; class ScoringMethod {{ public string? Name {{ get; init; }} public int Kind; }} class A {{ {member} }}"));
}
