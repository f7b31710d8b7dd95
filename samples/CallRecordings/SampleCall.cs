using QualityKit.Audio;

namespace CallRecordings;

/// <summary>A call of 24 seconds between an agent (left) and a customer (right), who reads a card number aloud. It is made here; nobody was recorded.</summary>
internal static class SampleCall
{
    private const int Rate = 8000;

    /// <summary>How long it is.</summary>
    public static TimeSpan Length => TimeSpan.FromSeconds(24);

    /// <summary>Who says what, and when.</summary>
    public static IReadOnlyList<(bool IsAgent, double From, double To, string Text)> Script { get; } =
    [
        (true, 0.4, 3.2, "Good morning, this is Noor. How can I help?"),
        (false, 3.6, 6.9, "I would like to pay the last invoice."),
        (true, 7.2, 9.4, "Gladly. Which card do you want to use?"),
        (false, 10.0, 17.0, "It is 4111 1111 1111 1111."),
        (true, 17.6, 20.1, "Thank you, that worked. Anything else?"),
        (false, 20.5, 23.2, "No, thank you. Goodbye."),
    ];

    /// <summary>The call as a WAVE file: 8 kHz, two channels, mu-law.</summary>
    public static byte[] ToWave()
    {
        int frames = (int)(Length.TotalSeconds * Rate);
        short[] interleaved = new short[2 * frames];
        foreach ((bool isAgent, double from, double to, _) in Script)
        {
            short[] spoken = new short[(int)((to - from) * Rate)];
            new Voice(isAgent ? 118 : 196, Rate).Speak(spoken);
            for (int frame = 0; frame < spoken.Length; frame++)
            {
                interleaved[(2 * ((int)(from * Rate) + frame)) + (isAgent ? 0 : 1)] = spoken[frame];
            }
        }

        using var file = new MemoryStream();
        WaveWriter writer = WaveWriter.Start(file, AudioFormat.MuLaw(Rate, 2), frames);
        writer.Write(interleaved);
        writer.Complete();
        return file.ToArray();
    }
}
