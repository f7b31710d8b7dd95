using QualityKit.Forms;

namespace QualityKit.Tests.Forms;

public class AskTests
{
    [Theory]
    [InlineData("Opening", "opening")]
    [InlineData("Small talk", "small-talk")]
    [InlineData("Small  -  talk", "small-talk")]
    [InlineData("  Closing!  ", "closing")]
    [InlineData("24 hours", "24-hours")]
    [InlineData("Crème brûlée", "creme-brulee")]
    [InlineData("Ärger & Übel", "arger-ubel")]
    [InlineData("Q&A", "q-a")]
    [InlineData("Ende…", "ende")]
    public void A_key_is_made_from_the_letters_of_a_title(string title, string key) => Assert.Equal(key, Ask.Group(title, 1).Key);

    [Fact]
    public void A_title_in_another_script_has_a_key_that_is_always_the_same()
    {
        string key = Ask.Group("Приветствие", 1).Key;

        Assert.Matches("^key-[0-9a-f]{8}$", key);
        Assert.Equal(key, Ask.Group("Приветствие", 1).Key);
        Assert.NotEqual(key, Ask.Group("Прощание", 1).Key);
        Assert.True(EvaluationForm.Draft("Приветствие").Group("締め", 1, Ask.YesNo("bye", "Bye?")).Publish().IsValid);
    }

    [Fact]
    public void A_form_without_a_name_has_no_key_and_says_so() =>
        Assert.False(EvaluationForm.Draft("").Group("Opening", 1, Ask.YesNo("greeting", "Greeted?")).Publish().IsValid);

    [Fact]
    public void Yes_earns_all_and_no_earns_nothing()
    {
        ChoiceQuestion question = Ask.YesNo("greeting", "Greeted?", points: 4);

        Assert.Equal([("yes", "Yes", 4m), ("no", "No", 0m)], question.Options.Select(option => (option.Key, option.Text.Text, option.Points)));
        Assert.Equal(ChoicePreset.YesNo, question.Preset);
    }

    [Fact]
    public void Pass_earns_all_and_fail_earns_nothing()
    {
        ChoiceQuestion question = Ask.PassFail("identity", "Verified?", points: 3);

        Assert.Equal([("pass", "Pass", 3m), ("fail", "Fail", 0m)], question.Options.Select(option => (option.Key, option.Text.Text, option.Points)));
        Assert.Equal(ChoicePreset.PassFail, question.Preset);
    }

    [Fact]
    public void A_range_has_every_whole_number_worth_itself()
    {
        ChoiceQuestion question = Ask.Range("tone", "Tone?", -1, 2);

        Assert.Equal([("-1", -1m), ("0", 0m), ("1", 1m), ("2", 2m)], question.Options.Select(option => (option.Key, option.Points)));
        Assert.Equal(ChoicePreset.Range, question.Preset);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void A_range_of_fewer_than_two_numbers_is_refused(int lowest, int highest) =>
        Assert.Equal("highest", Assert.Throws<ArgumentOutOfRangeException>(() => Ask.Range("tone", "Tone?", lowest, highest)).ParamName);

    [Fact]
    public void Options_are_called_by_their_keys_with_a_capital()
    {
        Assert.Equal(["Yes", "PARTLY", ""], Ask.Choice("solved", "Solved?", ("yes", 2), ("PARTLY", 1), ("", 0)).Options.Select(option => option.Text.Text));
        Assert.Equal([("asked", "Asked", 2m)], Ask.MultiSelect("steps", "Steps?", ("asked", 2)).Options.Select(option => (option.Key, option.Text.Text, option.Points)));
    }

    [Fact]
    public void A_number_has_the_ranges_as_they_were_given() =>
        Assert.Equal([(0m, 30m, 10m), (31m, 600m, 0m)], Ask.Number("wait", "Wait?", (0, 30, 10), (31, 600, 0)).Ranges.Select(range => (range.Minimum, range.Maximum, range.Points)));

    [Fact]
    public void Questions_have_the_key_and_the_text_that_they_were_given()
    {
        Question[] questions =
        [
            Ask.Text("q", "Text?"), Ask.Date("q", "Text?"), Ask.Information("q", "Text?"), Ask.Choice("q", "Text?"), Ask.MultiSelect("q", "Text?"), Ask.Number("q", "Text?"), Ask.Range("q", "Text?", 0, 1),
        ];

        Assert.All(questions, question => Assert.Equal(("q", "Text?"), (question.Key, question.Text.Text)));
    }
}
