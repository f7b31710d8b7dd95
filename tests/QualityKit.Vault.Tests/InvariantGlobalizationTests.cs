namespace QualityKit.Vault.Tests;

/// <summary>A host without the data of ICU, as small containers are: there the framework normalizes nothing, and says nothing of it.</summary>
public sealed class InvariantGlobalizationTests
{
    private const string Invariant = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1";

    [Fact]
    public async Task A_passphrase_that_cannot_be_normalized_is_refused_by_both_sides()
    {
        string[] said = await Say(Invariant, "bu\u0308cher und du\u0308ne");
        Assert.Equal(2, said.Length);
        Assert.StartsWith("written: this process runs without globalization data", said[0], StringComparison.Ordinal);
        Assert.StartsWith("opened: this process runs without globalization data", said[1], StringComparison.Ordinal);
        Assert.All(said, one => Assert.Contains("take one of ASCII characters, or install ICU", one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_passphrase_of_ascii_needs_no_normalizing() => Assert.Equal(["call-1"], await Say(Invariant, "correct horse battery"));

    [Fact]
    public async Task Where_text_is_normalized_every_passphrase_is_taken() => Assert.Equal(["call-1"], await Say("LANG=C.UTF-8", "bu\u0308cher und du\u0308ne"));

    private static async Task<string[]> Say(string setting, string passphrase)
    {
        (int code, string output, string errors) = await Child.Run(["env", setting, .. Child.Command("passphrase", passphrase)]);
        Assert.True(code == 0, errors);
        return output.Split('\n');
    }
}
