namespace QualityKit.Vault.Tests;

/// <summary>What this assembly does as a child of its own tests.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        ["hold-keys", var dataKey, var ringKey] => HeldKeys.Run(dataKey, ringKey),
        ["vault", var folder, var operation, var killAt] => VaultChild.Run(folder, operation, int.Parse(killAt)),
        ["store-one", var folder, var bytes] => VaultChild.Store(folder, int.Parse(bytes)),
        ["leak", var folder, var bytes] => VaultChild.Leak(folder, int.Parse(bytes)),
        ["passphrase", var passphrase] => Passphrases.Run(passphrase),
        ["rotate", var folder, var times] => VaultChild.Rotate(folder, int.Parse(times)),
        _ => Task.FromResult(64),
    };
}
