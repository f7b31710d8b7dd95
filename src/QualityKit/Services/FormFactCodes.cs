namespace QualityKit.Services;

/// <summary>What can happen to a form; the words are in the message catalogue.</summary>
public static class FormFactCodes
{
    /// <summary>A version was published.</summary>
    public const string Published = "form.published";

    /// <summary>It was archived.</summary>
    public const string Archived = "form.archived";

    /// <summary>It was taken back from the archive.</summary>
    public const string Restored = "form.restored";

    /// <summary>Its draft was discarded.</summary>
    public const string Discarded = "form.discarded";
}
