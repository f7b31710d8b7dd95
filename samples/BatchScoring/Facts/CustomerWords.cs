using System.Text.RegularExpressions;
using BatchScoring.Chats;

namespace BatchScoring.Facts;

/// <summary>What a customer does with a message.</summary>
internal static partial class CustomerWords
{
    /// <summary>Whether it introduces somebody: "my name is", "this is Ada", "I'm Ada".</summary>
    public static bool GivesName(Turn turn) => Introduction().IsMatch(turn.Text);

    [GeneratedRegex(@"\b[Nn]ame(\s?['’]?s| is)\b|\b(I am|I['’]?m|[Tt]his is|[Ii]t['’]?s|me) \p{Lu}\p{Ll}+", RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();
}
