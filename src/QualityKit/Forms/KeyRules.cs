using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for keys: 1 to 100 letters, digits, <c>.</c>, <c>_</c> or <c>-</c>.</summary>
internal static class KeyRules
{
    public const int MaximumLength = 100;

    public static bool IsWellFormed(string key) =>
        key.Length is >= 1 and <= MaximumLength && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    /// <summary>Checks one key.</summary>
    /// <returns>Whether it can be looked up.</returns>
    public static bool Check(IssueList issues, string? key, string pointer)
    {
        if (key is null)
        {
            issues.Error(IssueCodes.Missing, pointer);
            return false;
        }

        if (!IsWellFormed(key))
        {
            issues.Error(IssueCodes.MalformedKey, pointer, ("key", key), ("most", MaximumLength));
            return false;
        }

        return true;
    }

    /// <summary>Checks one key among its like.</summary>
    /// <param name="issues">Where issues go.</param>
    /// <param name="key">The key.</param>
    /// <param name="pointer">Where it is.</param>
    /// <param name="owner">The pointer of what has the key.</param>
    /// <param name="first">The pointer of the first that has it.</param>
    public static void CheckUnique(IssueList issues, string? key, string pointer, string owner, string first)
    {
        if (Check(issues, key, pointer) && owner != first)
        {
            issues.Error(IssueCodes.DuplicateKey, pointer, ("key", key!), ("first", first));
        }
    }
}
