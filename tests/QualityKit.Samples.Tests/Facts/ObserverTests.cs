using System.Text;
using BatchScoring.Facts;
using BatchScoring.Reading;

namespace QualityKit.Samples.Tests.Facts;

public sealed class ObserverTests
{
    [Theory]
    [InlineData("Hello, what can I do?", true)]
    [InlineData("hi!", true)]
    [InlineData("How may I help?", true)]
    [InlineData("History is fun", false)]
    [InlineData("Which dates?", false)]
    public void A_typed_greeting_counts_like_a_canned_one(string text, bool isGreeting) =>
        Assert.Equal(isGreeting, Facts(ChatScript.About("weather").Customer("hi").Types(text)).Greeting is not null);

    [Fact]
    public void A_greeting_counts_in_the_first_reply_only()
    {
        Assert.Equal(new Sighting(1, "hello"), Facts(ChatScript.About("weather").Picks("hello")).Greeting);
        Assert.Null(Facts(ChatScript.About("weather").Picks("weather_ask_day").Picks("hello")).Greeting);
    }

    [Fact]
    public void What_the_customer_says_is_no_act_of_the_agent()
    {
        ObservedFacts facts = Facts(ChatScript.About("hotel_book").Customer("Hello, anything else? Your name? Bye").Picks("hotel_ask_price"));

        Assert.Equal((null, null, null, null), (facts.Greeting, facts.NameAsked, facts.FurtherHelpOffered, facts.Goodbye));
    }

    [Fact]
    public void A_draft_that_was_not_sent_does_not_count() =>
        Assert.Null(Facts(ChatScript.About("weather").Customer("hi").Drafts("Goodbye").Picks("hello")).Goodbye);

    [Theory]
    [InlineData("my name is Ida", true)]
    [InlineData("This is Ida", true)]
    [InlineData("I'm Ida", true)]
    [InlineData("I'm hungry", false)]
    [InlineData("this is urgent", false)]
    public void A_customer_may_give_the_name_unasked(string text, bool isGiven) =>
        Assert.Equal(isGiven, Facts(ChatScript.About("hotel_book").Customer(text)).NameGivenUnasked);

    [Theory]
    [InlineData("hotel_book", true)]
    [InlineData("bank_balance", true)]
    [InlineData("hotel_search", false)]
    [InlineData("trivia", false)]
    public void Some_tasks_need_a_name(string task, bool needsName) => Assert.Equal(needsName, Facts(ChatScript.About(task)).NeedsName);

    [Theory]
    [InlineData("goodbye_1", true)]
    [InlineData("ride_bye", true)]
    [InlineData("anything_else", false)]
    public void A_goodbye_is_known_by_its_label(string label, bool isGoodbye) =>
        Assert.Equal(isGoodbye, Facts(ChatScript.About("ride_book").Picks(label)).Goodbye is not null);

    [Fact]
    public void The_wait_runs_from_the_first_message_without_an_answer()
    {
        ObservedFacts facts = Facts(ChatScript.About("weather")
            .Customer("hi").Customer("hello?", after: 15).Picks("hello", after: 5)
            .Customer("ok").Types("x", after: 90));

        Assert.Equal((new Wait(1, 20), new Wait(2, 90)), (facts.FirstWait, facts.LongestWait));
    }

    [Fact]
    public void A_chat_that_the_agent_begins_has_no_wait_until_the_customer_writes()
    {
        Assert.Null(Facts(ChatScript.About("weather").Picks("hello").Picks("weather_ask_day")).FirstWait);
        Assert.Equal(new Wait(2, 7), Facts(ChatScript.About("weather").Picks("hello").Customer("hi").Types("x", after: 7)).FirstWait);
    }

    [Fact]
    public void A_clock_that_runs_backwards_gives_no_negative_wait() =>
        Assert.Equal(0, Facts(ChatScript.About("weather").Customer("hi").Types("x", after: -30)).FirstWait!.Seconds);

    [Fact]
    public void Canned_and_typed_replies_are_told_apart()
    {
        ObservedFacts facts = Facts(ChatScript.About("weather").Picks("hello").Picks("custom").Types("x"));

        Assert.Equal((3, 2), (facts.Replies, facts.TypedReplies));
    }

    [Fact]
    public void A_booking_is_confirmed_when_the_question_comes_before_it()
    {
        Assert.NotNull(Facts(ChatScript.About("ride_book").Picks("ride_ask_confirm_booking").Books("ride_book")).BookingConfirmed);
        Assert.NotNull(Facts(ChatScript.About("ride_book").Types("Shall I book it?").Books("ride_book")).BookingConfirmed);
        Assert.Null(Facts(ChatScript.About("ride_book").Books("ride_book").Picks("ride_ask_confirm_booking")).BookingConfirmed);
    }

    [Theory]
    [InlineData(true, "FullName", "AccountNumber", "PIN")]
    [InlineData(true, "FullName", "DateOfBirth", "SecurityAnswer1", "SecurityAnswer2")]
    [InlineData(false, "FullName", "AccountNumber")]
    [InlineData(false, "AccountNumber", "PIN")]
    [InlineData(false, "FullName", "DateOfBirth", "SecurityAnswer1")]
    public void A_customer_is_identified_by_enough_of_what_only_they_know(bool isEnough, params string[] fields) =>
        Assert.Equal(isEnough, Facts(ChatScript.About("bank_balance").Asks("bank_balance", fields).Picks("bank_inform_balance")).IdentityChecked);

    [Fact]
    public void A_check_after_the_account_was_opened_is_none()
    {
        ChatScript late = ChatScript.About("bank_balance").Picks("bank_inform_balance").Asks("bank_balance", "FullName", "AccountNumber", "PIN");

        Assert.False(Facts(late).IdentityChecked);
    }

    [Fact]
    public void A_refusal_must_be_told_after_it_happened()
    {
        Assert.NotNull(Facts(ChatScript.About("hotel_book").Answers("Unavailable").Picks("hotel_unavailable")).RefusalTold);
        Assert.NotNull(Facts(ChatScript.About("hotel_book").FindsNothing().Types("Sorry, there is none.")).RefusalTold);
        Assert.Null(Facts(ChatScript.About("hotel_book").Types("Sorry!").Answers("Unavailable").Types("Try the Elm.")).RefusalTold);
        Assert.False(Facts(ChatScript.About("hotel_book").Answers("Available").Types("x")).WasRefused);
    }

    [Fact]
    public void A_refusal_that_the_agent_gets_around_before_replying_is_none()
    {
        Assert.False(Facts(ChatScript.About("hotel_book").Answers("Unavailable").Answers("Available").Types("x")).WasRefused);
        Assert.True(Facts(ChatScript.About("hotel_book").Answers("Available").Answers("Unavailable").Types("x")).WasRefused);
        Assert.True(Facts(ChatScript.About("hotel_book").Types("x").Answers("Unavailable").Asks("hotel_book").Types("x")).WasRefused);
        Assert.False(Facts(ChatScript.About("hotel_book").Types("x").Answers("Unavailable")).WasRefused);
    }

    [Fact]
    public void The_questionnaire_tells_manners_from_tasks()
    {
        ObservedFacts facts = Facts(ChatScript.About("hotel_book")
            .Says("Room booked?", true).Says("Table booked?", false).Says("Did you enjoy it?", false).StayedCalm(false));

        Assert.Equal((false, 2, 1), (facts.StayedCalm, facts.TasksAsked, facts.TasksDone));
    }

    private static ObservedFacts Facts(ChatScript script)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(script.Line));
        return Observer.Observe(Assert.Single(new StarReader(input).Read()).Chat!);
    }
}
