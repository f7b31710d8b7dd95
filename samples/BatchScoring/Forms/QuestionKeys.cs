namespace BatchScoring.Forms;

/// <summary>The questions that a chat answers by itself. A form of your own may ask any of them, under these keys.</summary>
internal static class QuestionKeys
{
    public const string Greeting = "greeting";
    public const string Name = "name";
    public const string Calm = "calm";
    public const string Confirmed = "confirmed";
    public const string Identity = "identity";
    public const string Refused = "refused";
    public const string RefusalTold = "refusal-told";
    public const string Solved = "solved";
    public const string FurtherHelp = "further-help";
    public const string Goodbye = "goodbye";
    public const string FirstReply = "first-reply";
    public const string SlowestReply = "slowest-reply";

    /// <summary>A day; nobody waits longer in a chat, and a number question needs an end.</summary>
    public const long LongestSeconds = 86_400;

    public static IReadOnlyList<string> All { get; } =
        [Greeting, Name, Calm, Confirmed, Identity, Refused, RefusalTold, Solved, FurtherHelp, Goodbye, FirstReply, SlowestReply];
}
