using QualityKit.Forms;

namespace QualityKit.Tests.Forms;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Text = LocalizedText.From("Hello").In("de", "Hallo").In("de-AT", "Servus");

    [Theory]
    [InlineData("de", "Hallo")]
    [InlineData("de-AT", "Servus")]
    [InlineData("de-CH", "Hallo")]
    [InlineData("de-CH-1996", "Hallo")]
    [InlineData("da", "Hello")]
    [InlineData("d", "Hello")]
    [InlineData("", "Hello")]
    public void A_text_falls_back_to_its_parent_language_and_then_to_the_form(string language, string expected) =>
        Assert.Equal(expected, Text.ToString(language));

    [Fact]
    public void A_string_is_a_text_without_translations()
    {
        LocalizedText text = "Hello";

        Assert.Equal("Hello", text.Text);
        Assert.Equal("Hello", text.ToString());
        Assert.Empty(text.Translations);
    }

    [Fact]
    public void The_empty_text_says_nothing() => Assert.Equal("", LocalizedText.Empty.Text);

    [Fact]
    public void Another_translation_takes_the_place_of_the_first() =>
        Assert.Equal("Moin", Text.In("de", "Moin").ToString("de"));

    [Fact]
    public void Translating_leaves_the_text_as_it_was()
    {
        _ = Text.In("da", "Hej");

        Assert.Equal(["de", "de-AT"], Text.Translations.Keys);
    }

    [Fact]
    public void Texts_are_equal_by_words_in_every_language()
    {
        LocalizedText same = LocalizedText.From("Hello").In("de-AT", "Servus").In("de", "Hallo");

        Assert.Equal(Text, same);
        Assert.Equal(Text.GetHashCode(), same.GetHashCode());
        Assert.True(Text.Equals((object)same));
        Assert.NotEqual(Text, same.In("de", "Moin"));
        Assert.NotEqual(Text, LocalizedText.From("Hi").In("de", "Hallo").In("de-AT", "Servus"));
        Assert.False(Text.Equals((object)"Hello"));
        Assert.False(Text.Equals(null));
    }

    [Fact]
    public void Nothing_is_no_text()
    {
        Assert.Throws<ArgumentNullException>(() => LocalizedText.From(null!));
        Assert.Throws<ArgumentNullException>(() => Text.In("da", null!));
        Assert.Throws<ArgumentNullException>(() => Text.In(null!, "Hej"));
        Assert.Throws<ArgumentException>(() => Text.In(" ", "Hej"));
        Assert.Throws<ArgumentNullException>(() => Text.ToString(null!));
    }
}
