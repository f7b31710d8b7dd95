namespace QualityKit.Testing.Faults;

/// <summary>What goes wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>It fails, and nothing happened.</summary>
    BeforeEffect = 0,

    /// <summary>It fails, though what it asked for happened: the reply was lost.</summary>
    AfterEffect = 1,

    /// <summary>It takes longer.</summary>
    Delay = 2,

    /// <summary>It is delivered twice, one after the other; the second answer is given.</summary>
    Duplicate = 3,

    /// <summary>It breaks off in the middle: after some bytes of a stream, some entries of a list, some keys of a batch.</summary>
    Cut = 4,
}
