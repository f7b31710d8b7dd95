using Microsoft.CodeAnalysis.CSharp;
using QualityKit.Architecture.Tests.Code;
using Xunit;

namespace QualityKit.Architecture.Tests.Rules;

public sealed class ConventionTests
{
    public static TheoryData<string> Projects => [.. Repository.Projects.Select(project => project.Name)];

    [Fact]
    public void There_are_projects_to_check() => Assert.Contains(Repository.Projects, project => project.Name == "QualityKit");

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_sources_compile_as_these_tests_read_them(string project) =>
        Violations.AssertNone(
            Compiled.Errors(Compile(project)),
            "The rules read a semantic model; where it does not compile, their answers are guesses.");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_use_only_the_folders_above_them(string project) =>
        Violations.AssertNone(
            FolderOrder.Check(Compile(project), Layout.Of(project)),
            "Dependencies point up the list in Layout.cs: move the type up, or let the lower folder raise an event.");

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_folder_is_the_namespace_and_the_file_is_the_type(string project) =>
        Violations.AssertNone(
            FilesAndNamespaces.Check(Compile(project), Source(project).RootNamespace),
            "One top-level type a file, named after it, in the namespace of its folder.");

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_core_reads_no_clock_waits_for_nothing_and_touches_no_storage(string project) =>
        Violations.AssertNone(
            FunctionalCore.Check(Compile(project), Layout.Of(project)),
            "Take the time, the seed or the data as an argument, or do this in Services.");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Public_types_are_closed_and_immutable(string project) =>
        Violations.AssertNone(PublicTypeShape.Check(Compile(project)), "CONTRIBUTING.md lists the shapes that a public type may have.");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Public_async_methods_take_a_cancellation_token_last(string project) =>
        Violations.AssertNone(AsyncSignatures.Check(Compile(project)), "Add `CancellationToken cancellationToken` as the last parameter.");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Public_members_are_documented(string project) =>
        Violations.AssertNone(Documentation.Check(Compile(project)), "One sentence first; then units, ranges, defaults and errors.");

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_name_of_a_method_has_no_effect(string project) =>
        Violations.AssertNone(MethodNames.Check(Compile(project)), "Compare methods as values, or look at the part that matters.");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_methods_and_signatures_stay_small(string project) =>
        Violations.AssertNone(
            Compile(project).SyntaxTrees.SelectMany(QualityBars.Check),
            "Split by meaning: find the concept that wants a name of its own.");

    private static SourceProject Source(string name) => Repository.Projects.Single(project => project.Name == name);

    private static CSharpCompilation Compile(string project) => Compiled.Project(Source(project));
}
