using System.Globalization;
using QualityKit.People;

namespace QualityKit.Access;

/// <summary>One denial or one read: ids and codes, never what was read.</summary>
public sealed record AccessLogEntry
{
    /// <summary>Its id: 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who tried or read; <c>qualitykit</c> where entries were removed.</summary>
    public required PersonId Actor { get; init; }

    /// <summary>What it says.</summary>
    public required AccessLogAct Act { get; init; }

    /// <summary>The kind of thing, such as <c>evaluation</c>; <c>list</c> of a list, <c>tenant</c> where it was about nothing in particular.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id, or the name of the list; <c>invalid</c> for an id that cannot be one.</summary>
    public required string Thing { get; init; }

    /// <summary>The name of the <see cref="People.Permission"/> that was asked for; null where entries were removed.</summary>
    public string? Permission { get; init; }

    /// <summary>Why it was allowed or denied: one of <see cref="AccessCodes"/>; null of a list, where the reason differs from one to the next.</summary>
    public string? Code { get; init; }

    /// <summary>How many a list showed, or how many entries were removed; null of one thing.</summary>
    public int? Count { get; init; }

    /// <summary>Whether the entry is as it was written; if not, somebody changed it, and what it says is not to be relied on.</summary>
    public bool IsAuthentic { get; init; } = true;

    /// <summary>Whether it was allowed.</summary>
    public bool IsAllowed => Act != AccessLogAct.Denied;

    /// <summary>Who did what to which.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Actor} {Act} {Kind}/{Thing}, {Permission} {Code} {Count}").TrimEnd();
}
