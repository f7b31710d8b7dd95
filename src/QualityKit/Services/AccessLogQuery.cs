using QualityKit.People;

namespace QualityKit.Services;

/// <summary>Which entries of the access log somebody asks for: those for which all of it holds, the newest first.</summary>
public sealed record AccessLogQuery
{
    /// <summary>Of whom; null for everybody.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Of what kind of thing, such as <c>evaluation</c>, or <c>list</c>; null for any.</summary>
    public string? Kind { get; init; }

    /// <summary>Of which thing, by its id, or the name of a list; null for any. Given together with <see cref="Kind"/>.</summary>
    public string? Thing { get; init; }

    /// <summary>From when; null for no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before when; null for no bound.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether only denials are asked for; default no.</summary>
    public bool OnlyDenials { get; init; }
}
