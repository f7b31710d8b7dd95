namespace QualityKit.Vault.Tests;

/// <summary>What this assembly does as a child of its own tests.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        ["hold-keys", var dataKey, var ringKey] => HeldKeys.Run(dataKey, ringKey),
        _ => Task.FromResult(64),
    };
}
