namespace QualityKit.Testing.Keys;

/// <summary>What a harness can do to the provider behind its back, so that the kit can see how it answers then.</summary>
public enum KeyControl
{
    /// <summary>Give the tenant's key a new version, with which is wrapped from now on.</summary>
    Rotate = 0,

    /// <summary>Switch a key version off.</summary>
    SwitchOff = 1,

    /// <summary>Switch it on again.</summary>
    SwitchOn = 2,

    /// <summary>Take away from the caller that it may use the tenant's keys.</summary>
    Deny = 3,

    /// <summary>Grant it again.</summary>
    Allow = 4,

    /// <summary>Cut the provider off from the service or file that it needs.</summary>
    CutOff = 5,

    /// <summary>Let it be reached again.</summary>
    Reconnect = 6,

    /// <summary>Refuse what comes next for being too much, once.</summary>
    Throttle = 7,

    /// <summary>Never answer what comes next.</summary>
    Hang = 8,

    /// <summary>Count the requests that reach the service or file behind the provider (<see cref="IKeyWrapperHarness.Requests"/>); never applied.</summary>
    CountRequests = 9,
}
