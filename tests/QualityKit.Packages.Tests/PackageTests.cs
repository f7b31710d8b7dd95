using System.IO.Compression;
using System.Xml.Linq;
using Xunit;

namespace QualityKit.Packages.Tests;

public sealed class PackageTests(PackedFixture packed) : IClassFixture<PackedFixture>
{
    /// <summary>What a package may depend on besides our own. Adding a line needs a record in docs/adr and a line in THIRD-PARTY-NOTICES.md.</summary>
    private static readonly string[] AllowedDependencies =
    [
        "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Hosting.Abstractions",
        "Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core", "AWSSDK.S3", "Npgsql",
    ];

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

    [Theory]
    [MemberData(nameof(Ids))]
    public void Only_the_package_that_hosts_depends_on_a_host(string id) => Assert.Equal(
        id == "QualityKit.Hosting",
        Metadata(id).Descendants().Any(element => element.Name.LocalName == "dependency" && (string?)element.Attribute("id") == "Microsoft.Extensions.Hosting.Abstractions"));

    [Fact]
    public void A_fresh_project_can_use_the_packages()
    {
        string printed = Run("consumer", "Microsoft.NET.Sdk", PackedFixture.Ids, """
            foreach (string name in args)
            {
                Console.WriteLine(System.Reflection.Assembly.Load(name).GetName().Name);
            }
            """, [.. PackedFixture.Ids]);

        Assert.Equal(PackedFixture.Ids, printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public void A_plain_web_application_adds_it_in_one_line_and_takes_a_form_to_an_acknowledged_evaluation_in_ten()
    {
        string printed = Run("web", "Microsoft.NET.Sdk.Web", ["QualityKit.Hosting"], """
            using QualityKit;
            using QualityKit.Evaluations;
            using QualityKit.Forms;
            using QualityKit.Interactions;
            using QualityKit.People;
            using QualityKit.Scoring;
            using QualityKit.Services;
            using QualityKit.Storage.Documents;

            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddQualityKit().RunJobs();
            await using WebApplication app = builder.Build();
            app.MapGet("/", (FormService forms, EvaluationService evaluations) => forms is not null && evaluations is not null);
            await app.StartAsync();

            (FormService forms, EvaluationService evaluations) = (app.Services.GetRequiredService<FormService>(), app.Services.GetRequiredService<EvaluationService>());
            var eva = new Actor { Tenant = new("acme"), Id = new("eva"), Roles = ["administrator"] };
            var anna = new Actor { Tenant = new("acme"), Id = new("anna"), Roles = ["agent"] };
            FormDraft draft = EvaluationForm.Draft("Call").Group("Opening", 1, Ask.YesNo("greeting", "Greeted the customer?"));
            EvaluationForm form = await forms.PublishAsync(eva, draft);
            EvaluationId id = await evaluations.CreateAsync(eva, form.Id, new NewEvaluation { Id = CommandId.New(), Kind = EvaluationKind.Quality, Subject = Subject.Of(anna.Id), Interaction = new("call-1"), Evaluator = eva.Id });
            await evaluations.SubmitAsync(eva, id, AnswerSheet.Empty.Answer("greeting", "yes"));
            await evaluations.ReleaseAsync(eva, id);
            await evaluations.AcknowledgeAsync(anna, id);
            Console.WriteLine($"status: {(await evaluations.GetAsync(anna, id)).Status}");

            using var http = new HttpClient();
            Console.WriteLine($"injected: {await http.GetStringAsync(app.Urls.First())}");
            await app.StopAsync();
            """);

        Assert.Contains("status: Acknowledged", printed, StringComparison.Ordinal);
        Assert.Contains("injected: true", printed, StringComparison.Ordinal);
    }

    /// <summary>Runs a program of a stranger's. Packages are unpacked beside it: the machine's own folder may hold another build of the same version.</summary>
    private string Run(string name, string sdk, IEnumerable<string> packages, string program, params string[] arguments)
    {
        string folder = Path.Combine(packed.Work, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "NuGet.Config"), $"""
            <configuration><packageSources><add key="packed" value="{packed.Feed}" /></packageSources></configuration>
            """);
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>{Path.Combine(packed.Work, "unpacked")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", packages.Select(id => $"<PackageReference Include=\"{id}\" Version=\"{Value(Metadata(id), "version")}\" />"))}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return Tool.Run(folder, "dotnet", ["run", "--project", folder, "--", .. arguments]);
    }

    private XElement Metadata(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(packed.File(id, ".nupkg"));
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return Child(XDocument.Load(nuspec).Root!, "metadata")!;
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string? Value(XElement parent, string name) => Child(parent, name)?.Value;
}
