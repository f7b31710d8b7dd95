using System.IO.Compression;
using System.Xml.Linq;
using Xunit;

namespace QualityKit.Packages.Tests;

public sealed class PackageTests(PackedFixture packed) : IClassFixture<PackedFixture>
{
    /// <summary>What a package may depend on besides our own. Adding a line needs a record in docs/adr and a line in THIRD-PARTY-NOTICES.md.</summary>
    private static readonly string[] AllowedDependencies =
        ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core", "AWSSDK.S3", "Npgsql"];

    public static TheoryData<string> Ids => [.. PackedFixture.Ids];

    [Fact]
    public void There_are_packages() => Assert.Contains("QualityKit", PackedFixture.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_holds_the_library_its_documentation_and_its_papers(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(packed.File(id, ".nupkg"));

        string[] expected = [$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", "README.md", "CHANGELOG.md", "THIRD-PARTY-NOTICES.md"];
        Assert.Empty(expected.Except(package.Entries.Where(entry => entry.Length > 0).Select(entry => entry.FullName)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_says_who_made_it_under_which_licence_and_from_which_commit(string id)
    {
        XElement metadata = Metadata(id);

        Assert.Equal("The QualityKit authors", Value(metadata, "authors"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("expression", (string?)Child(metadata, "license")!.Attribute("type"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.NotEqual("Package Description", Value(metadata, "description"));
        Assert.False(string.IsNullOrWhiteSpace(Value(metadata, "tags")));
        Assert.Equal(Tool.Run(PackedFixture.Root, "git", "rev-parse", "HEAD").Trim(), (string?)Child(metadata, "repository")?.Attribute("commit"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_depends_only_on_what_a_decision_allows(string id)
    {
        IEnumerable<string> dependencies = Metadata(id).Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => (string)element.Attribute("id")!);

        Assert.Empty(dependencies.Except(PackedFixture.Ids).Except(AllowedDependencies));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_symbol_package_goes_with_it(string id)
    {
        using ZipArchive symbols = ZipFile.OpenRead(packed.File(id, ".snupkg"));

        Assert.Contains(symbols.Entries, entry => entry.FullName == $"lib/net10.0/{id}.pdb" && entry.Length > 0);
    }

    [Fact]
    public void A_fresh_project_can_use_the_packages()
    {
        string folder = Path.Combine(packed.Work, "consumer");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "NuGet.Config"), $"""
            <configuration><packageSources><add key="packed" value="{packed.Feed}" /></packageSources></configuration>
            """);
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), Project());
        File.WriteAllText(Path.Combine(folder, "Program.cs"), """
            foreach (string name in args)
            {
                Console.WriteLine(System.Reflection.Assembly.Load(name).GetName().Name);
            }
            """);

        string printed = Tool.Run(folder, "dotnet", ["run", "--project", folder, "--", .. PackedFixture.Ids]);

        Assert.Equal(PackedFixture.Ids, printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>Packages are unpacked beside the project: the machine's own folder may hold another build of the same version.</summary>
    private string Project() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <NuGetAudit>false</NuGetAudit>
            <RestorePackagesPath>{Path.Combine(packed.Work, "unpacked")}</RestorePackagesPath>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", PackedFixture.Ids.Select(id => $"<PackageReference Include=\"{id}\" Version=\"{Value(Metadata(id), "version")}\" />"))}
          </ItemGroup>
        </Project>
        """;

    private XElement Metadata(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(packed.File(id, ".nupkg"));
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return Child(XDocument.Load(nuspec).Root!, "metadata")!;
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string? Value(XElement parent, string name) => Child(parent, name)?.Value;
}
