namespace QualityKit.Evaluations;

/// <summary>Why somebody sees an evaluation or not; the words are in the message catalogue.</summary>
public static class SightCodes
{
    /// <summary>The current version.</summary>
    public const string Current = "sight.current";

    /// <summary>The version that was released.</summary>
    public const string Released = "sight.released";

    /// <summary>One's own work.</summary>
    public const string Own = "sight.own";

    /// <summary>Nothing: scores of single agents are not disclosed to the reader, or not any more.</summary>
    public const string Undisclosed = "sight.none.undisclosed";

    /// <summary>Nothing: no right to it.</summary>
    public const string NoAccess = "sight.none.access";

    /// <summary>Nothing: it was deleted.</summary>
    public const string Deleted = "sight.none.deleted";

    /// <summary>Nothing: it was not released to its subject.</summary>
    public const string Unreleased = "sight.none.unreleased";

    /// <summary>Nothing: the session is blind.</summary>
    public const string Blind = "sight.none.blind";

    /// <summary>That it is there, and no answers: nobody has submitted.</summary>
    public const string Unfinished = "sight.none.unfinished";
}
