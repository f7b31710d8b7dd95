using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Xunit.Abstractions;

namespace QualityKit.Vault.Tests;

/// <summary>Rule 23: what is left of keys in the memory of a process that disposed them.</summary>
public sealed class KeyMemoryTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_key_is_in_memory_while_it_is_used_and_nowhere_afterwards()
    {
        byte[] dataKey = RandomNumberGenerator.GetBytes(32);
        byte[] ringKey = RandomNumberGenerator.GetBytes(32);
        using Process child = Child.Start(Child.Command("hold-keys", Masked(dataKey), Masked(ringKey)));
        byte[] salt = Convert.FromHexString((await child.StandardOutput.ReadLineAsync())!);
        byte[][] searched = [.. Forms(dataKey), .. Forms(ringKey), .. Forms(ChunkKey(dataKey, salt))];

        int[] held = ProcessMemory.Count(child.Id, searched);
        await child.StandardInput.WriteLineAsync();
        Assert.Equal("disposed", await child.StandardOutput.ReadLineAsync());
        int[] left = ProcessMemory.Count(child.Id, searched);
        child.StandardInput.Close();
        await child.WaitForExitAsync();

        output.WriteLine($"held {string.Join(' ', held)}, left {string.Join(' ', left)}");
        Assert.True(held[0] > 0, "the data key is not found where it is used: the search sees nothing");
        Assert.True(held[10] > 0, "the key of the chunks is not found where it is used: the search sees nothing");
        Assert.All(held.Where((_, form) => form % 5 != 0), count => Assert.Equal(0, count));
        Assert.All(left, count => Assert.Equal(0, count));
    }

    /// <summary>As bytes; as hexadecimal and base64, as a program writes them and as .NET keeps them.</summary>
    private static byte[][] Forms(byte[] key)
    {
        string hexadecimal = Convert.ToHexStringLower(key);
        string base64 = Convert.ToBase64String(key);
        return [key, Encoding.ASCII.GetBytes(hexadecimal), Encoding.Unicode.GetBytes(hexadecimal), Encoding.ASCII.GetBytes(base64), Encoding.Unicode.GetBytes(base64)];
    }

    /// <summary>The first block of HKDF-Expand is more than the key of the chunks.</summary>
    private static byte[] ChunkKey(byte[] dataKey, byte[] salt) =>
        HMACSHA512.HashData(dataKey, (byte[])[.. "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"u8, .. salt, .. HeldKeys.Context.ToBytes(), 1])[..32];

    private static string Masked(byte[] key) => Convert.ToHexString([.. key.Select(one => (byte)(one ^ HeldKeys.Mask))]);
}
