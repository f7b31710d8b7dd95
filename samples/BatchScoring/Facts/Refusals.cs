using System.Text.RegularExpressions;
using BatchScoring.Chats;

namespace BatchScoring.Facts;

/// <summary>Answers of the systems behind the chat that the customer should hear about.</summary>
internal static partial class Refusals
{
    public static bool IsRefusal(QueryResult result) => result.FoundNothing || Words().IsMatch(result.Message);

    [GeneratedRegex(
        @"\b(unavailable|failed|conflicting|is booked at|too small|not authorized)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
