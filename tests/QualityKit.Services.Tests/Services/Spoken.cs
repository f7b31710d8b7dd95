using QualityKit.Transcripts;

namespace QualityKit.Services.Tests.Services;

/// <summary>Transcripts to store.</summary>
internal static class Spoken
{
    public static readonly TranscriptId Id = new("t-1");

    public static Transcript Talk(string text = "My card is 4111 1111 1111 1111.", string id = "t-1", string call = "call-1") => new()
    {
        Id = new(id),
        Interaction = new(call),
        Language = "en",
        Utterances =
        [
            new() { Id = "1", From = TimeSpan.Zero, Until = TimeSpan.FromSeconds(2), Speaker = "Anna", Text = "How can I help?" },
            new() { Id = "2", From = TimeSpan.FromSeconds(2), Until = TimeSpan.FromSeconds(6), Speaker = "customer", Text = text },
        ],
    };
}
