using System.Collections.Immutable;
using QualityKit.Privacy;

namespace QualityKit.Services;

/// <summary>What came of a request to be erased.</summary>
public sealed record SubjectReceipt
{
    /// <summary>What was erased by this run.</summary>
    public required ImmutableArray<SubjectItem> Erased { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What could not be erased yet, and why; run again when the reasons are gone.</summary>
    public required ImmutableArray<SubjectStep> Blocked { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What changed while the run looked; run again.</summary>
    public required ImmutableArray<SubjectItem> Left { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Whether nothing is left to erase.</summary>
    public bool IsComplete => Blocked.IsEmpty && Left.IsEmpty;
}
