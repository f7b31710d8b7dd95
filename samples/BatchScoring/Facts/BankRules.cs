using BatchScoring.Chats;

namespace BatchScoring.Facts;

/// <summary>What a bank must know before it opens an account to somebody.</summary>
internal static class BankRules
{
    /// <summary>Whether the agent sent the name with account number and PIN, or with date of birth and both security answers.</summary>
    public static bool Identifies(Query query) =>
        query.Api.StartsWith("bank_", StringComparison.Ordinal)
        && (Has(query, "FullName", "AccountNumber", "PIN") || Has(query, "FullName", "DateOfBirth", "SecurityAnswer1", "SecurityAnswer2"));

    private static bool Has(Query query, params ReadOnlySpan<string> fields)
    {
        foreach (string field in fields)
        {
            if (!query.Fields.Contains(field))
            {
                return false;
            }
        }

        return true;
    }
}
