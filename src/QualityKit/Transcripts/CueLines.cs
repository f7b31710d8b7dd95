using System.Collections.Immutable;

namespace QualityKit.Transcripts;

/// <summary>The lines of a caption file, however they end, without the byte order mark.</summary>
internal static class CueLines
{
    public static ImmutableArray<string> Of(string text)
    {
        string whole = text.StartsWith('\uFEFF') ? text[1..] : text;
        string[] lines = whole.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\uFFFD').Split('\n');
        return [.. lines];
    }

    /// <summary>Text without blank lines: these would end a cue.</summary>
    public static string Join(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
}
