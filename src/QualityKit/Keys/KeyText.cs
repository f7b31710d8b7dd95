namespace QualityKit.Keys;

/// <summary>States as messages say them.</summary>
internal static class KeyText
{
    public static string Of(KeyState state) => state switch
    {
        KeyState.Pending => "pending",
        KeyState.Active => "active",
        KeyState.DecryptOnly => "decrypt-only",
        KeyState.Compromised => "compromised",
        KeyState.Retired => "retired",
        KeyState.Destroying => "destroying",
        _ => "destroyed",
    };
}
