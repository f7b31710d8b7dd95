using System.Globalization;
using QualityKit.Validation;

namespace QualityKit.Tests.Validation;

public sealed class MessageCatalogueTests
{
    private static readonly Issue Issue = new() { Code = IssueCodes.NegativeWeight, Arguments = [new() { Name = "weight", Value = -0.5m }] };

    [Fact]
    public void Each_language_has_its_words()
    {
        Assert.Equal("the weight `-0.5` is negative; use 0 or more", MessageCatalogue.English.Format(Issue));
        Assert.Equal("vægten `-0.5` er negativ; brug 0 eller mere", MessageCatalogue.Danish.Format(Issue));
        Assert.Equal("das Gewicht `-0.5` ist negativ; verwende 0 oder mehr", MessageCatalogue.German.Format(Issue));
        Assert.Equal(["en", "da", "de"], new[] { MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German }.Select(catalogue => catalogue.Language));
    }

    [Fact]
    public void Numbers_read_alike_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("the weight `-0.5` is negative; use 0 or more", Issue.Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Words_can_be_replaced_and_the_original_stays()
    {
        MessageCatalogue house = MessageCatalogue.English.With(IssueCodes.NegativeWeight, "{weight} is too light");

        Assert.Equal("-0.5 is too light", house.Format(Issue));
        Assert.Equal("en", house.Language);
        Assert.Equal("the weight `-0.5` is negative; use 0 or more", MessageCatalogue.English.Format(Issue));
    }

    [Fact]
    public void A_language_of_its_own_starts_from_another()
    {
        MessageCatalogue swedish = MessageCatalogue.Danish.ForLanguage("sv").With(IssueCodes.NegativeWeight, "vikten `{weight}` är negativ");

        Assert.Equal("sv", swedish.Language);
        Assert.Equal("vikten `-0.5` är negativ", swedish.Format(Issue));
        Assert.Equal(MessageCatalogue.Danish.Template(IssueCodes.NoGroups), swedish.Template(IssueCodes.NoGroups));
    }

    [Fact]
    public void A_code_without_words_reads_as_itself()
    {
        Assert.Null(MessageCatalogue.English.Template("QK0000"));
        Assert.Equal("QK0000", MessageCatalogue.English.Format("QK0000", []));
        Assert.Equal("QK0000", MessageCatalogue.English.Format("QK0000", default));
        Assert.Equal("QK0000", MessageCatalogue.English.Format(Issue with { Code = "QK0000" }));
    }

    [Theory]
    [InlineData("{weight}", "-0.5")]
    [InlineData("{weight}{weight}", "-0.5-0.5")]
    [InlineData("a {weight} b", "a -0.5 b")]
    [InlineData("{other} {weight}", "{other} -0.5")]
    [InlineData("{weight", "{weight")]
    [InlineData("weight}", "weight}")]
    [InlineData("} {weight} {", "} -0.5 {")]
    [InlineData("", "")]
    public void Only_known_names_in_braces_are_filled_in(string template, string expected) =>
        Assert.Equal(expected, MessageCatalogue.English.With("X", template).Format(Issue with { Code = "X" }));

    [Fact]
    public void Braces_in_a_value_are_left_alone()
    {
        MessageCatalogue catalogue = MessageCatalogue.English.With("X", "{first} and {second}");
        var issue = new Issue { Code = "X", Arguments = [new() { Name = "first", Value = "{second}" }, new() { Name = "second", Value = "{first}" }] };

        Assert.Equal("{second} and {first}", catalogue.Format(issue));
    }

    [Fact]
    public void A_value_that_prints_nothing_leaves_nothing() =>
        Assert.Equal("<>", MessageCatalogue.English.With("X", "<{a}>").Format("X", [new() { Name = "a", Value = new Silent() }]));

    [Fact]
    public void Codes_come_in_ordinal_order()
    {
        Assert.Equal(MessageCatalogue.English.Codes.Order(StringComparer.Ordinal), MessageCatalogue.English.Codes);
        Assert.Contains(IssueCodes.NoGroups, MessageCatalogue.English.Codes);
    }

    [Fact]
    public void Nothing_is_no_code_and_no_language()
    {
        Assert.Throws<ArgumentNullException>(() => MessageCatalogue.English.Format((Issue)null!));
        Assert.Throws<ArgumentNullException>(() => MessageCatalogue.English.Format(null!, []));
        Assert.Throws<ArgumentNullException>(() => MessageCatalogue.English.With("X", null!));
        Assert.Throws<ArgumentNullException>(() => MessageCatalogue.English.With(null!, "x"));
        Assert.Throws<ArgumentException>(() => MessageCatalogue.English.With("", "x"));
        Assert.Throws<ArgumentException>(() => MessageCatalogue.English.ForLanguage(" "));
    }

    private sealed class Silent
    {
        public override string? ToString() => null;
    }
}
