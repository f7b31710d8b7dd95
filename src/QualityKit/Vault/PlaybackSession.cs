using QualityKit.Storage.Documents;

namespace QualityKit.Vault;

/// <summary>Names one sitting of somebody who plays recordings: a page that is open, a run of a program. However often they seek and open again within it, a day's playback of a recording is one entry of the audit.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, no control character.</param>
public readonly record struct PlaybackSession(string Value)
{
    /// <summary>A session that nobody had before.</summary>
    public static PlaybackSession New() => new(CommandId.New().Value);

    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}
