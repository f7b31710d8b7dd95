using System.Text;
using BatchScoring.Facts;
using BatchScoring.Forms;
using BatchScoring.Reading;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Samples.Tests.Forms;

public sealed class AnswersFromFactsTests
{
    [Fact]
    public void The_form_asks_exactly_what_a_chat_can_answer() =>
        Assert.Equal(QuestionKeys.All, ChatForm.Default.Questions.Select(question => question.Key));

    [Fact]
    public void The_help_names_every_question() =>
        Assert.All(QuestionKeys.All, key => Assert.Contains(key, BatchScoring.Commands.Help.Text, StringComparison.Ordinal));

    [Fact]
    public void Every_answer_has_its_evidence() =>
        Assert.All(
            Answers(ChatScript.About("hotel_book").Customer("hi").Picks("hello")).Entries,
            entry => Assert.False(string.IsNullOrEmpty(entry.Comment)));

    [Fact]
    public void Evidence_never_repeats_the_words_of_a_chat() =>
        Assert.All(
            Answers(ChatScript.About("hotel_book").Customer("hi, I am Secretname").Types("Hello Secretname, goodbye")).Entries,
            entry => Assert.DoesNotContain("Secretname", entry.Comment, StringComparison.Ordinal));

    [Fact]
    public void A_name_is_not_applicable_where_no_task_needs_one_or_the_customer_gave_it()
    {
        Assert.Equal("no", Of(ChatScript.About("hotel_book").Customer("a room").Types("ok"), QuestionKeys.Name));
        Assert.Equal("yes", Of(ChatScript.About("hotel_book").Customer("a room").Picks("ask_name"), QuestionKeys.Name));
        Assert.Equal("N/A", Of(ChatScript.About("hotel_book").Customer("My name is Ida").Types("ok"), QuestionKeys.Name));
        Assert.Equal("N/A", Of(ChatScript.About("weather").Customer("rain?").Types("no"), QuestionKeys.Name));
        Assert.Equal("N/A", Of(ChatScript.About("hotel_book").Customer("a room").Types("ok").CustomerLeaves(), QuestionKeys.Name));
    }

    [Fact]
    public void Without_a_questionnaire_nobody_says_whether_the_agent_stayed_calm()
    {
        Assert.Equal("N/A", Of(ChatScript.About("weather").Types("x"), QuestionKeys.Calm));
        Assert.Equal("no", Of(ChatScript.About("weather").Types("x").StayedCalm(false), QuestionKeys.Calm));
    }

    [Fact]
    public void A_customer_who_left_takes_the_opportunity_to_close_along()
    {
        ChatScript Left() => ChatScript.About("weather").Customer("x").CustomerLeaves();

        Assert.Equal(("N/A", "N/A"), (Of(Left().Types("x"), QuestionKeys.Goodbye), Of(Left().Types("x"), QuestionKeys.FurtherHelp)));
        Assert.Equal(("yes", "yes"), (Of(Left().Picks("goodbye_1"), QuestionKeys.Goodbye), Of(Left().Picks("anything_else"), QuestionKeys.FurtherHelp)));
    }

    [Fact]
    public void A_customer_who_closes_the_chat_on_an_offer_of_help_leaves_no_room_for_a_goodbye()
    {
        Assert.Equal("N/A", Of(ChatScript.About("weather").Customer("x").Picks("anything_else"), QuestionKeys.Goodbye));
        Assert.Equal("no", Of(ChatScript.About("weather").Customer("x").Picks("anything_else").Customer("no"), QuestionKeys.Goodbye));
        Assert.Equal("yes", Of(ChatScript.About("weather").Customer("x").Types("Bye! Anything else?"), QuestionKeys.Goodbye));
    }

    [Fact]
    public void A_quiz_ends_by_itself()
    {
        Assert.Equal("N/A", Of(ChatScript.About("trivia").Types("x"), QuestionKeys.FurtherHelp));
        Assert.Equal("no", Of(ChatScript.About("trivia", "weather").Types("x"), QuestionKeys.FurtherHelp));
    }

    [Fact]
    public void Confirming_needs_a_booking_and_identifying_an_account()
    {
        Assert.Equal("N/A", Of(ChatScript.About("weather").Types("x"), QuestionKeys.Confirmed));
        Assert.Equal("N/A", Of(ChatScript.About("weather").Types("x"), QuestionKeys.Identity));
        Assert.Equal("no", Of(ChatScript.About("ride_book").Types("x").Books("ride_book"), QuestionKeys.Confirmed));
        Assert.Equal("no", Of(ChatScript.About("bank_balance").Picks("bank_inform_balance"), QuestionKeys.Identity));
    }

    [Fact]
    public void A_request_that_was_to_go_astray_is_not_held_against_the_agent()
    {
        Assert.Equal("no", Of(ChatScript.About("hotel_book").Types("x").Says("Booked?", false), QuestionKeys.Solved));
        Assert.Equal("partly", Of(ChatScript.About("hotel_book").Types("x").Says("Booked?", false).Says("Found?", true), QuestionKeys.Solved));
        Assert.Equal("yes", Of(ChatScript.About("hotel_book").Types("x").Says("Booked?", true), QuestionKeys.Solved));
        Assert.Equal("N/A", Of(ChatScript.About("hotel_book").Types("x").Says("Booked?", false).GoesAstray(), QuestionKeys.Solved));
        Assert.Equal("N/A", Of(ChatScript.About("hotel_book").Types("x"), QuestionKeys.Solved));
    }

    [Fact]
    public void Whether_a_refusal_was_told_is_asked_only_after_one()
    {
        Assert.Null(Answers(ChatScript.About("hotel_book").Types("x")).EntryFor(QuestionKeys.RefusalTold));
        Assert.Equal("no", Of(ChatScript.About("hotel_book").Answers("Unavailable").Types("x"), QuestionKeys.RefusalTold));
    }

    [Fact]
    public void Waits_longer_than_a_day_count_as_a_day() =>
        Assert.Equal("86400", Of(ChatScript.About("weather").Customer("x").Types("y", after: 1_000_000), QuestionKeys.FirstReply));

    [Fact]
    public void Only_what_the_form_asks_is_answered()
    {
        AnswerSheet answers = AnswersFromFacts.Answer(Facts(ChatScript.About("weather").Types("bye")), new HashSet<string> { QuestionKeys.Goodbye });

        Assert.Equal(QuestionKeys.Goodbye, Assert.Single(answers.Entries).Question);
    }

    [Fact]
    public void A_customer_who_was_not_treated_well_fails_the_handling_and_not_the_chat()
    {
        ChatScript script = ChatScript.About("ride_book").Customer("x").Picks("ride_ask_confirm_booking").Books("ride_book").StayedCalm(false);

        Scorecard card = Scorer.Score(ChatForm.Default, Answers(script));

        Assert.True(card.Group("handling").HasFailed);
        Assert.True(card.Total!.Value.Value.Sign > 0);
    }

    [Fact]
    public void An_account_opened_to_a_stranger_fails_everything()
    {
        ChatScript script = ChatScript.About("bank_balance").Customer("x").Picks("bank_inform_balance").StayedCalm(true);

        Scorecard card = Scorer.Score(ChatForm.Default, Answers(script));

        Assert.True(card.Total!.Value.Value.IsZero);
        Assert.Equal(QuestionKeys.Identity, Assert.Single(card.Failures).Question);
    }

    private static string Of(ChatScript script, string question) => Answers(script).EntryFor(question)?.Answer switch
    {
        SelectedOptions selected => Assert.Single(selected.Options),
        NumberAnswer number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        NotApplicableAnswer => "N/A",
        _ => "none",
    };

    private static AnswerSheet Answers(ChatScript script) => AnswersFromFacts.Answer(Facts(script), QuestionKeys.All.ToHashSet(StringComparer.Ordinal));

    private static ObservedFacts Facts(ChatScript script)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(script.Line));
        return Observer.Observe(Assert.Single(new StarReader(input).Read()).Chat!);
    }
}
