namespace CallRecordings;

/// <summary>Something like a voice: a buzz at a pitch, cut into syllables, softened. Nobody says anything.</summary>
internal sealed class Voice(double pitch, int rate)
{
    private const double SyllablesASecond = 4.5;
    private const double Softness = 0.25;
    private const double Loudness = 9000;

    /// <summary>Speaks into samples.</summary>
    /// <param name="samples">One sample for each moment of the utterance.</param>
    public void Speak(Span<short> samples)
    {
        double soft = 0;
        for (int at = 0; at < samples.Length; at++)
        {
            double time = (double)at / rate;
            double wobble = pitch * (1 + (0.08 * Math.Sin(2 * Math.PI * 1.3 * time)));
            double buzz = (2 * (time * wobble % 1)) - 1;
            double syllable = Math.Max(0, Math.Sin(2 * Math.PI * SyllablesASecond / 2 * time));
            soft += Softness * ((buzz * syllable * syllable) - soft);
            samples[at] = (short)(Loudness * soft);
        }
    }
}
