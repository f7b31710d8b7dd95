using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Tests.Forms;

public sealed class MissingTranslationTests
{
    [Theory]
    [InlineData("/name")]
    [InlineData("/description")]
    [InlineData("/links/0/title")]
    [InlineData("/bands/0/name")]
    [InlineData("/groups/0/title")]
    [InlineData("/groups/0/bands/0/name")]
    [InlineData("/groups/0/items/0/text")]
    [InlineData("/groups/0/items/0/help")]
    [InlineData("/groups/0/items/0/options/1/text")]
    [InlineData("/groups/0/items/1/options/0/text")]
    public void The_only_text_without_a_translation_is_named(string pointer)
    {
        Issue issue = Assert.Single(Translated(pointer).Check(), issue => issue.Code == IssueCodes.MissingTranslations);

        Assert.Equal(("", Severity.Warning), (issue.Pointer, issue.Severity));
        Assert.Equal(["language da", "count 1", "total 13", $"first {pointer}"], issue.Arguments.Select(argument => $"{argument.Name} {argument.Value}"));
    }

    [Fact]
    public void Where_all_are_translated_none_is_missing() => Assert.DoesNotContain(Translated("").Check(), issue => issue.Code == IssueCodes.MissingTranslations);

    // Every text in Danish but one.
    private static FormDraft Translated(string missing)
    {
        LocalizedText Text(string pointer, string text) => pointer == missing ? text : LocalizedText.From(text).In("da", text);
        return new()
        {
            Key = "call",
            Name = Text("/name", "Call"),
            Description = Text("/description", "About"),
            Links = [new() { Title = Text("/links/0/title", "Policy"), Target = "p:1" }],
            Bands = [new() { Name = Text("/bands/0/name", "Good"), Minimum = Score.Percent(50) }],
            Groups =
            [
                new()
                {
                    Key = "main",
                    Title = Text("/groups/0/title", "Main"),
                    Bands = [new() { Name = Text("/groups/0/bands/0/name", "Good"), Minimum = Score.Percent(50) }],
                    Items =
                    [
                        new ChoiceQuestion
                        {
                            Key = "a",
                            Text = Text("/groups/0/items/0/text", "A?"),
                            Help = Text("/groups/0/items/0/help", "Listen"),
                            Options =
                            [
                                new() { Key = "yes", Text = Text("/groups/0/items/0/options/0/text", "Yes"), Points = 1 },
                                new() { Key = "no", Text = Text("/groups/0/items/0/options/1/text", "No") },
                            ],
                        },
                        new MultiSelectQuestion
                        {
                            Key = "b",
                            Text = Text("/groups/0/items/1/text", "B?"),
                            Options =
                            [
                                new() { Key = "one", Text = Text("/groups/0/items/1/options/0/text", "One"), Points = 1 },
                                new() { Key = "two", Text = Text("/groups/0/items/1/options/1/text", "Two"), Points = 1 },
                            ],
                        },
                    ],
                },
            ],
        };
    }
}
