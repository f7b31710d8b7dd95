namespace QualityKit.Transcripts;

/// <summary>When a cue is shown.</summary>
internal readonly record struct CueSpan(TimeSpan From, TimeSpan Until);
