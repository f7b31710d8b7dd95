namespace QualityKit.Audio;

/// <summary>What is heard where something was redacted.</summary>
public enum RedactionSound
{
    /// <summary>Nothing.</summary>
    Silence,

    /// <summary>A tone, so that whoever listens knows.</summary>
    Tone,
}
