namespace QualityKit.CaseRunner;

/// <summary>What became of a case.</summary>
internal enum CaseOutcome
{
    /// <summary>The library gives what the case expects.</summary>
    Pass,

    /// <summary>It gives something else.</summary>
    Fail,

    /// <summary>The case is open to more than one reading, and another setting than the documented one gives what it expects.</summary>
    Switch,

    /// <summary>The library does not offer what the case asks for.</summary>
    Unsupported,
}
