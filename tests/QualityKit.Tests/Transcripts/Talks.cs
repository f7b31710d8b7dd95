using QualityKit.Transcripts;

namespace QualityKit.Tests.Transcripts;

/// <summary>Transcripts to try things with.</summary>
internal static class Talks
{
    public static Transcript Short { get; } = Of(
        Said("1", 0, 2.5, "agent", "Hello, this is Anna."),
        Said("2", 2, 4, "customer", "Hi & <thanks>\nfor calling"),
        Said("3", 3600, 3601, null, "Bye"));

    public static Transcript Of(params Utterance[] utterances) => new() { Id = new("t-1"), Interaction = new("call-1"), Utterances = [.. utterances] };

    public static Utterance Said(string id, double from, double until, string? speaker, string text) =>
        new() { Id = id, From = TimeSpan.FromSeconds(from), Until = TimeSpan.FromSeconds(until), Speaker = speaker, Text = text };
}
