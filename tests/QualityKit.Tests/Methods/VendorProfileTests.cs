using System.Reflection;
using System.Text.Json;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Tests.Wire;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Methods;

public sealed class VendorProfileTests
{
    private static readonly MessageCatalogue[] Catalogues = [MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German];

    public static TheoryData<string> Keys => [.. VendorProfile.All.Select(profile => profile.Key)];

    public static TheoryData<string, string> Switches
    {
        get
        {
            var switches = new TheoryData<string, string>();
            foreach (VendorProfile profile in VendorProfile.All)
            {
                foreach (VendorSwitch other in profile.Switches)
                {
                    switches.Add(profile.Key, other.Code);
                }
            }

            return switches;
        }
    }

    [Fact]
    public void Every_vendor_method_has_one_profile_of_its_name() =>
        Assert.Equal(
            typeof(VendorMethods).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (property.Name, (ScoringMethod)property.GetValue(null)!)),
            VendorProfile.All.Select(profile => (profile.Key, profile.Method)));

    [Fact]
    public void Methods_have_names_that_differ() =>
        Assert.Equal(VendorProfile.All.Length, VendorProfile.All.Select(profile => profile.Method.Name!).Distinct().Count());

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_profile_says_where_it_is_from(string key)
    {
        VendorProfile profile = Named(key);

        Assert.NotEmpty(profile.Vendor);
        Assert.NotEmpty(profile.Sources);
        Assert.Equal(profile.Sources.Distinct(), profile.Sources);
        Assert.All(profile.Sources, source => Assert.Equal("https", new Uri(source).Scheme));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_form_is_published_and_scored_by_a_profile(string key)
    {
        EvaluationForm form = Sample.ScoredBy(Named(key).Method).Publish().Value;

        Assert.NotNull(Scorer.Score(form, Answers).Total);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_name_has_no_effect_on_scores(string key)
    {
        ScoringMethod method = Named(key).Method;

        Assert.Equal(Total(method), Total(method with { Name = null }));
        Assert.Equal(Total(method), Total(method with { Name = "Zendesk QA" }));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_profile_survives_json(string key)
    {
        ScoringMethod method = Named(key).Method;
        FormDraft draft = Sample.ScoredBy(method);

        Assert.Equal(method, FormJson.Read(FormJson.WriteText(draft)).Value.Method);
        Assert.Contains($"\"method\":{ScoringMethodJson.WriteText(method)}", FormJson.WriteText(draft), StringComparison.Ordinal);
        Assert.Contains($"\"method\": {ScoringMethodJson.WriteText(method, indented: true).ReplaceLineEndings("\n  ")}", FormJson.WriteText(draft, indented: true), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_switch_decides_one_point_otherwise(string key, string code)
    {
        VendorProfile profile = Named(key);
        ScoringMethod method = profile.Switches.Single(other => other.Code == code).Method;

        Assert.Single(typeof(ScoringMethod).GetProperties(), part => part.CanWrite && !Equals(part.GetValue(profile.Method), part.GetValue(method)));
        Assert.Equal(profile.Method.Name, method.Name);
        Assert.True(Sample.ScoredBy(method).Publish().IsValid);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_switch_says_in_every_language_what_is_open(string key, string code)
    {
        VendorSwitch open = Named(key).Switches.Single(other => other.Code == code);
        string[] words = [.. Catalogues.Select(catalogue => catalogue.Template(code)!)];

        Assert.Equal(words[0], open.Description);
        Assert.Equal(3, words.Distinct().Count());
        Assert.All(words[..2], text => Assert.Matches(@"^\P{Lu}", text));
        Assert.All(words, text => Assert.Matches("[^.]$", text));
    }

    [Fact]
    public void Every_code_of_a_switch_is_used_and_has_words() =>
        Assert.Equal(
            typeof(VendorSwitchCodes).GetFields().Select(field => (string)field.GetValue(null)!).Order(StringComparer.Ordinal),
            VendorProfile.All.SelectMany(profile => profile.Switches).Select(other => other.Code).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void What_no_method_decides_is_named_in_every_language()
    {
        string[] codes = [.. typeof(VendorOpenPointCodes).GetFields().Select(field => (string)field.GetValue(null)!)];
        VendorOpenPoint[] named = [.. VendorProfile.All.SelectMany(profile => profile.OpenPoints).Distinct()];

        Assert.Equal(codes.Order(StringComparer.Ordinal), named.Select(open => open.Code).Order(StringComparer.Ordinal));
        Assert.All(named, open => Assert.Equal(MessageCatalogue.English.Template(open.Code), open.Description));
        Assert.All(codes, code => Assert.Equal(3, Catalogues.Select(catalogue => catalogue.Template(code)!).Distinct().Count()));
    }

    [Theory]
    [InlineData("AmazonConnectQuestions")]
    [InlineData("AmazonConnectSections")]
    [InlineData("AmazonConnectPoints")]
    public void The_profiles_of_Amazon_Connect_say_that_the_weight_of_a_disabled_question_is_open(string key) =>
        Assert.Contains(VendorOpenPointCodes.DisabledQuestions, Named(key).OpenPoints.Select(open => open.Code));

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_profile_passes_a_case_of_its_vendor(string key) =>
        Assert.Contains(key, VectorPolicies().Where(policy => !policy.TryGetProperty("switch", out _)).Select(policy => policy.GetProperty("profile").GetString()));

    [Theory]
    [InlineData("GenesysCloud", VendorAverage.MeanOfScores)]
    [InlineData("PureConnect", VendorAverage.MeanOfScores)]
    [InlineData("AmazonConnectQuestions", VendorAverage.MeanOfScores)]
    [InlineData("AmazonConnectSections", VendorAverage.MeanOfScores)]
    [InlineData("AmazonConnectPoints", VendorAverage.MeanOfScores)]
    [InlineData("ZendeskQa", VendorAverage.MeanOfScores)]
    [InlineData("NiceCxone", VendorAverage.Either)]
    [InlineData("Verint", VendorAverage.Unstated)]
    public void A_profile_says_which_average_is_the_vendors(string key, VendorAverage average) => Assert.Equal(average, Named(key).Average);

    [Fact]
    public void A_profile_is_edited_like_any_method()
    {
        ScoringMethod house = VendorMethods.ZendeskQa with { CriticalBelow = 40, Name = "ours" };

        Assert.Equal("""{"name":"ours","value":"ofRange","combination":"questionWeights","notApplicable":"leavesForm","criticalBelow":40}""", ScoringMethodJson.WriteText(house));
        Assert.Equal(50, VendorMethods.ZendeskQa.CriticalBelow);
    }

    [Fact]
    public void The_default_method_is_written_as_nothing() => Assert.Equal("{}", ScoringMethodJson.WriteText(ScoringMethod.Default));

    [Fact]
    public void No_method_is_not_written() => Assert.Throws<ArgumentNullException>(() => ScoringMethodJson.WriteText(null!));

    private static FormDraft Sample { get; } = EvaluationForm.Draft("Sample")
        .Group("Opening", 30, Ask.Choice("a", "A?", ("full", 10), ("half", 5), ("none", 0)) with { AllowsNotApplicable = true, Weight = 3 }, Ask.YesNo("b", "B?"))
        .Group("Body", 70, Ask.Choice("c", "C?", ("full", 8), ("half", 3), ("none", -1)) with { IsCritical = true }, Ask.YesNo("d", "D?") with { IsBonus = true });

    private static AnswerSheet Answers { get; } =
        AnswerSheet.Empty.Answer("a", "half").Answer("b", "yes").Answer("c", "half").Answer("d", "yes");

    private static string Total(ScoringMethod method) => Scorer.Score(Sample.ScoredBy(method).Publish().Value, Answers).Total!.Value.Value.ToString();

    private static VendorProfile Named(string key) => VendorProfile.All.Single(profile => profile.Key == key);

    private static IEnumerable<JsonElement> VectorPolicies() =>
        Directory.GetFiles(RepositoryFile.Path("tests/vectors/vendors"), "*.json")
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("cases").EnumerateArray())
            .Where(published => published.TryGetProperty("policy", out JsonElement policy) && policy.TryGetProperty("profile", out _))
            .Select(published => published.GetProperty("policy"));
}
