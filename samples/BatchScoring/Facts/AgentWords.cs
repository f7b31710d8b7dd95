using System.Text.RegularExpressions;
using BatchScoring.Chats;

namespace BatchScoring.Facts;

/// <summary>What an agent does with a line: the label tells for canned lines, a few phrases for typed ones.</summary>
internal static partial class AgentWords
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static bool Greets(Turn turn) => turn.Label is { } label ? label == "hello" : Greeting().IsMatch(turn.Text);

    public static bool AsksName(Turn turn) => turn.Label is { } label ? label == "ask_name" : Name().IsMatch(turn.Text);

    public static bool OffersFurtherHelp(Turn turn) => turn.Label is { } label
        ? label is "anything_else" or "plane_ask_more_questions" or "hotel_ask_search_more" or "restaurant_ask_continue_searching"
        : FurtherHelp().IsMatch(turn.Text);

    public static bool SaysGoodbye(Turn turn) => turn.Label is { } label
        ? label.StartsWith("goodbye", StringComparison.Ordinal) || label.EndsWith("_bye", StringComparison.Ordinal)
        : Goodbye().IsMatch(turn.Text);

    public static bool AsksToConfirm(Turn turn) => turn.Label is { } label
        ? label.EndsWith("_ask_confirm_booking", StringComparison.Ordinal)
            || label is "plane_flight_available" or "apartment_inform_viewing_available" or "doctor_inform_booking_available"
        : Confirmation().IsMatch(turn.Text);

    public static bool TellsRefusal(Turn turn) => turn.Label is { } label ? RefusalLabel().IsMatch(label) : Refusal().IsMatch(turn.Text);

    public static bool OpensAccount(Turn turn) => turn.Label is "bank_inform_balance" or "bank_inform_fraud_report_submitted";

    [GeneratedRegex(@"^\W*(hi|hello|hey|welcome|greetings|good (morning|afternoon|evening|day))\b|\bhow (can|may) i help\b", AnyCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\byour (full )?name\b|\bfull name\b|\bpatient'?s name\b|^\W*name\b|\band name\b", AnyCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"\banything else\b|\bany other (requests?|questions?)\b|\bfurther (assist|help)\b|\bhelp you further\b", AnyCase)]
    private static partial Regex FurtherHelp();

    [GeneratedRegex(
        @"\b(good\s?bye|bye|take care|good\s?night)\b"
        + @"|\bhave an? (good|great|nice|lovely) (day|evening|night|weekend|trip|stay|one)\b",
        AnyCase)]
    private static partial Regex Goodbye();

    [GeneratedRegex(
        @"\b(shall|should|can|may) i (go ahead|book|reserve|schedule|confirm)\b"
        + @"|\b(would you like|do you want) (for me |me )?to (go ahead|book|reserve|schedule|confirm)\b"
        + @"|\bwould you like (that|this|it)\b|\bhow about\b|\bwork for you\b"
        + @"|\bis (that|this|it) (correct|right|ok|okay)\b",
        AnyCase)]
    private static partial Regex Confirmation();

    [GeneratedRegex("unavailable|not_available|no_venue_available|failed|nothing_found|inform_outcome|out_of_scope", RegexOptions.CultureInvariant)]
    private static partial Regex RefusalLabel();

    [GeneratedRegex(
        @"\b(sorry|unfortunately|afraid|unable|unavailable|failed|cannot|no longer|fully booked|already booked|too small|conflict\w*)\b"
        + @"|\bnot (available|able|possible|open)\b|\b(ca|does|is|could|was|did|wo)n['’]?t\b"
        + @"|\bno (flights?|rooms?|tables?|hotels?|restaurants?|results?|match\w*)\b",
        AnyCase)]
    private static partial Regex Refusal();
}
