using System.Reflection;
using System.Text.RegularExpressions;
using QualityKit.Tests.Forms;
using QualityKit.Validation;

namespace QualityKit.Tests.Validation;

public sealed partial class IssueCodeTests
{
    private static readonly MessageCatalogue[] Catalogues = [MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German];

    public static TheoryData<string> Codes => [.. Constants().Select(constant => constant.Code)];

    public static TheoryData<string> FormCodes => [.. Constants().Select(constant => constant.Code).Where(IsOfForms)];

    public static TheoryData<string> LimitCodes => [.. Constants().Select(constant => constant.Code).Where(IsOfLimits)];

    public static TheoryData<string> BadFormNames => BadForms.Names;

    public static TheoryData<string> LimitNames => LimitCases.Names;

    [Fact]
    public void No_two_codes_are_one() =>
        Assert.Equal(Constants().Select(constant => constant.Code).Distinct(), Constants().Select(constant => constant.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_words_in_every_language_with_the_same_placeholders(string code)
    {
        string[][] placeholders = [.. Catalogues.Select(catalogue => Placeholders(catalogue.Template(code)!))];

        Assert.All(placeholders, names => Assert.Equal(placeholders[0], names));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_message_begins_in_lower_case_and_has_no_final_period(string code)
    {
        Assert.Matches(@"^\P{Lu}", MessageCatalogue.English.Template(code));
        Assert.Matches(@"^\P{Lu}", MessageCatalogue.Danish.Template(code));
        Assert.All(Catalogues, catalogue => Assert.Matches("[^.]$", catalogue.Template(code)));
    }

    [Theory]
    [MemberData(nameof(FormCodes))]
    public void Every_code_of_forms_is_raised_by_a_mistake(string code) =>
        Assert.Contains(BadForms.All, form => form.Code == code);

    [Theory]
    [MemberData(nameof(LimitCodes))]
    public void Every_code_of_declared_limits_is_raised_by_a_breach(string code) =>
        Assert.Contains(LimitCases.All, limit => limit.Code == code);

    [Theory]
    [MemberData(nameof(BadFormNames))]
    public void Every_placeholder_of_a_message_is_filled_in(string name) => AssertFilled(BadForms.Named(name).Draft.Check());

    [Theory]
    [MemberData(nameof(LimitNames))]
    public void Every_placeholder_of_a_breach_is_filled_in(string name) =>
        AssertFilled(LimitCases.Named(name).Beyond.Check(LimitCases.Named(name).Limits));

    private static void AssertFilled(IEnumerable<Issue> issues)
    {
        foreach (Issue issue in issues)
        {
            Assert.Equal(Placeholders(MessageCatalogue.English.Template(issue.Code)!), issue.Arguments.Select(argument => argument.Name).Order(StringComparer.Ordinal));
            Assert.All(Catalogues, catalogue => Assert.DoesNotContain("{", catalogue.Format(issue), StringComparison.Ordinal));
        }
    }

    private static bool IsOfForms(string code) => code.StartsWith("QK1", StringComparison.Ordinal) && !code.StartsWith("QK12", StringComparison.Ordinal);

    private static bool IsOfLimits(string code) => code.StartsWith("QK12", StringComparison.Ordinal) && !IsOfAnalysis(code);

    // What an analysis finds is not looked for when a form is checked.
    private static bool IsOfAnalysis(string code) => string.CompareOrdinal(code, "QK1250") >= 0 && string.CompareOrdinal(code, "QK1299") <= 0;

    private static IEnumerable<(string Name, string Code)> Constants() =>
        typeof(IssueCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (field.Name, (string)field.GetValue(null)!));

    private static string[] Placeholders(string template) =>
        [.. Placeholder().Matches(template).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
