namespace QualityKit.Architecture.Tests.PublicApi;

/// <summary>The two files beside a project that hold its public API: what was released, and what changed since.</summary>
public sealed record PublicApiText(string Shipped, string Unshipped)
{
    public const string ShippedFile = "PublicAPI.Shipped.txt";

    public const string UnshippedFile = "PublicAPI.Unshipped.txt";

    private const string Heading = "#nullable enable";

    private const string Removed = "*REMOVED*";

    /// <summary>Everything in which the files and the code differ, in words.</summary>
    public IEnumerable<string> Differences(IReadOnlyCollection<string> actual)
    {
        List<string> shipped = Lines(Shipped);
        List<string> unshipped = Lines(Unshipped);
        List<string> removed = [.. unshipped.Where(IsRemoval).Select(line => line[Removed.Length..])];
        List<string> declared = [.. shipped.Concat(unshipped.Where(line => !IsRemoval(line)))];
        HashSet<string> expected = [.. declared.Except(removed, StringComparer.Ordinal)];
        return
        [
            .. MissingHeading(ShippedFile, Shipped),
            .. MissingHeading(UnshippedFile, Unshipped),
            .. shipped.Where(IsRemoval).Select(line => $"{ShippedFile} cannot hold a removal: {line}"),
            .. removed.Except(shipped, StringComparer.Ordinal).Select(line => $"removed but never shipped: {line}"),
            .. removed.Intersect(actual, StringComparer.Ordinal).Select(line => $"marked as removed but still there: {line}"),
            .. declared.GroupBy(line => line).Where(group => group.Count() > 1).Select(group => $"listed twice: {group.Key}"),
            .. actual.Except(declared, StringComparer.Ordinal).Select(line => $"in the code but not listed: {line}"),
            .. expected.Except(actual, StringComparer.Ordinal).Select(line => $"listed but not in the code: {line}"),
        ];
    }

    /// <summary>The text of the unshipped file that makes both files agree with the code.</summary>
    public static string UpdatedUnshipped(string shipped, IReadOnlyCollection<string> actual)
    {
        List<string> released = Lines(shipped);
        IEnumerable<string> lines = actual.Except(released, StringComparer.Ordinal)
            .Concat(released.Except(actual, StringComparer.Ordinal).Select(line => Removed + line));
        return string.Join('\n', lines.Order(StringComparer.Ordinal).Prepend(Heading)) + "\n";
    }

    private static IEnumerable<string> MissingHeading(string file, string text) =>
        text.Split('\n')[0].TrimEnd() == Heading ? [] : [$"the first line of {file} must be `{Heading}`"];

    private static List<string> Lines(string text) =>
        [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line != Heading)];

    private static bool IsRemoval(string line) => line.StartsWith(Removed, StringComparison.Ordinal);
}
