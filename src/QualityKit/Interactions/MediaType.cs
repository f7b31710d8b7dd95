namespace QualityKit.Interactions;

/// <summary>How people were in touch.</summary>
public enum MediaType
{
    /// <summary>A call.</summary>
    Voice = 0,

    /// <summary>A chat that both sides are present in.</summary>
    Chat = 1,

    /// <summary>Messages that go back and forth over days.</summary>
    Message = 2,

    /// <summary>A thread of e-mails.</summary>
    Email = 3,

    /// <summary>A recording of a screen.</summary>
    Screen = 4,

    /// <summary>A call that was asked for.</summary>
    Callback = 5,
}
