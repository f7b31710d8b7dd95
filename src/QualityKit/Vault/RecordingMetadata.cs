using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Vault;

/// <summary>What is said of a recording when it is stored. It is not encrypted, so that recordings can be found by it: nothing personal belongs here.</summary>
public sealed record RecordingMetadata
{
    /// <summary>The most bookmarks, and the most gaps: 1,000.</summary>
    public const int MostMarks = 1000;

    private const int MostAttributes = 50;

    /// <summary>Names the recording in its tenant: 1 to 128 bytes of UTF-8, no control character. Once used, it is never free again.</summary>
    public required RecordingId Id { get; init; }

    /// <summary>The interaction that it shows, which was reported.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>What it holds.</summary>
    public required MediaKind Media { get; init; }

    /// <summary>Its media type, such as <c>audio/wav</c>: 1 to 128 bytes of UTF-8; null when nobody knows.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where it begins on the time line of the interaction; 0 or more. Several recordings of one interaction share the line.</summary>
    public TimeSpan Offset { get; init; }

    /// <summary>How long it lasts; null when nobody knows, or it has no length in time.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Places that somebody marked.</summary>
    public ImmutableArray<RecordingBookmark> Bookmarks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was not recorded, on the time line of the interaction.</summary>
    public ImmutableArray<RecordingGap> Gaps { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the host declared and says of it; no attribute that is declared personal.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <summary>Holds it against its rules and what was declared.</summary>
    /// <returns>The metadata, or every issue at once.</returns>
    public Validated<RecordingMetadata> Check(AttributeSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var issues = new IssueList();
        CheckIds(issues);
        CheckTimes(issues);
        CheckAttributes(schema, issues);
        return new(issues.HasErrors ? null : this, issues.ToImmutable());
    }

    /// <summary>Which one of what.</summary>
    public override string ToString() => $"{Media} {Id} of {Interaction}";

    private void CheckIds(IssueList issues)
    {
        Text(issues, "/id", Id.Value);
        Text(issues, "/interaction", Interaction.Value);
        if (ContentType is not null)
        {
            Text(issues, "/contentType", ContentType);
        }

        foreach ((int position, RecordingBookmark bookmark) in Bookmarks.Index())
        {
            Text(issues, $"/bookmarks/{position}/name", bookmark.Name);
        }

        if (!Enum.IsDefined(Media))
        {
            issues.Error(IssueCodes.UndefinedValue, "/media", ("value", Media.ToString()), ("known", string.Join("`, `", Enum.GetNames<MediaKind>())));
        }
    }

    private void CheckTimes(IssueList issues)
    {
        IEnumerable<(string Pointer, TimeSpan Time)> times =
        [
            ("/offset", Offset), ("/duration", Duration ?? TimeSpan.Zero),
            .. Bookmarks.Index().Select(one => ($"/bookmarks/{one.Index}/at", one.Item.At)), .. Gaps.Index().Select(one => ($"/gaps/{one.Index}/from", one.Item.From)),
        ];
        foreach ((string pointer, TimeSpan time) in times.Where(one => one.Time < TimeSpan.Zero))
        {
            issues.Error(IssueCodes.TimeOutside, pointer, ("time", time), ("bound", TimeSpan.Zero));
        }

        foreach ((int position, RecordingGap gap) in Gaps.Index().Where(one => one.Item.Until < one.Item.From))
        {
            issues.Error(IssueCodes.TimesReversed, $"/gaps/{position}/until", ("from", gap.From), ("until", gap.Until));
        }

        if (Math.Max(Bookmarks.Length, Gaps.Length) > MostMarks)
        {
            issues.Error(IssueCodes.RecordingTooManyMarks, Bookmarks.Length > MostMarks ? "/bookmarks" : "/gaps", ("limit", (decimal)MostMarks));
        }
    }

    private void CheckAttributes(AttributeSchema schema, IssueList issues)
    {
        foreach (Issue issue in Attributes.Check(schema))
        {
            issues.AddRange([issue with { Pointer = "/attributes" + issue.Pointer }]);
        }

        foreach (string name in Attributes.Names.Where(name => schema.Find(name) is { IsPersonal: true }))
        {
            issues.Error(IssueCodes.RecordingAttributePersonal, $"/attributes/{IssueList.Escape(name)}", ("name", name));
        }

        if (Attributes.Names.Sum(name => Attributes[name].Length) > MostAttributes)
        {
            issues.Error(IssueCodes.RecordingTooManyMarks, "/attributes", ("limit", (decimal)MostAttributes));
        }
    }

    private static void Text(IssueList issues, string pointer, string? text)
    {
        if (!ExternalId.IsValid(text))
        {
            issues.Error(IssueCodes.RecordingTextInvalid, pointer, ("limit", (decimal)ExternalId.MostBytes));
        }
    }
}
