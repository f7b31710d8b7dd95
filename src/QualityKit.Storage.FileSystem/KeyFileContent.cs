using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace QualityKit.Storage.FileSystem;

/// <summary>What a key file holds: the id of the root, and its secrets by version, each sealed under a key that derives from a passphrase. docs/storage-files.md has the format.</summary>
internal sealed class KeyFileContent : IDisposable
{
    public const int SecretBytes = 32;

    public const int Iterations = 600_000;

    private const string Format = "qualitykit.key-file/1";
    private const int MostIterations = 100_000_000;
    private const int SaltBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int RootBytes = 16;

    private KeyFileContent(string root, ImmutableArray<byte[]> secrets) => (Root, Secrets) = (root, secrets);

    /// <summary>The id of the root: 32 hexadecimal digits, drawn with it.</summary>
    public string Root { get; }

    /// <summary>The secrets, version 1 first; wiped when this is disposed. One that was forgotten is empty.</summary>
    public ImmutableArray<byte[]> Secrets { get; }

    /// <summary>A new root with one secret.</summary>
    public static KeyFileContent Draw() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RootBytes)), [RandomNumberGenerator.GetBytes(SecretBytes)]);

    /// <summary>The same root with one more secret.</summary>
    public KeyFileContent Rotated() => new(Root, [.. Secrets.Select(secret => secret.ToArray()), RandomNumberGenerator.GetBytes(SecretBytes)]);

    /// <summary>The same root without one of its secrets.</summary>
    public KeyFileContent Without(int version) => new(Root, [.. Secrets.Select((secret, at) => at + 1 == version ? [] : secret.ToArray())]);

    /// <summary>The bytes of a file, under a passphrase.</summary>
    public byte[] ToBytes(ReadOnlySpan<byte> passphrase)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        byte[] key = Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, SecretBytes);
        try
        {
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes, new() { Indented = true }))
            {
                json.WriteStartObject();
                json.WriteString("format", Format);
                json.WriteString("root", Root);
                json.WriteNumber("iterations", Iterations);
                json.WriteBase64String("salt", salt);
                json.WriteStartArray("secrets");
                foreach ((int at, byte[] secret) in Secrets.Index())
                {
                    json.WriteBase64StringValue(secret.Length == 0 ? [] : Seal(key, Bound(Root, at + 1, Secrets.Length), secret));
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            return bytes.ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is none, or damaged, or the passphrase is another.</exception>
    public static KeyFileContent Read(ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> passphrase)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes);
            JsonElement file = json.RootElement;
            int iterations = file.GetProperty("iterations").GetInt32();
            string root = file.GetProperty("root").GetString()!;
            if (file.GetProperty("format").GetString() != Format || iterations is < Iterations or > MostIterations || root.Length != 2 * RootBytes)
            {
                throw new InvalidDataException("it is no key file of this version");
            }

            byte[] key = Rfc2898DeriveBytes.Pbkdf2(passphrase, file.GetProperty("salt").GetBytesFromBase64(), iterations, HashAlgorithmName.SHA256, SecretBytes);
            try
            {
                byte[][] sealedSecrets = [.. file.GetProperty("secrets").EnumerateArray().Select(secret => secret.GetBytesFromBase64())];
                return new(root, [.. sealedSecrets.Select((secret, at) => secret.Length == 0 ? [] : Open(key, Bound(root, at + 1, sealedSecrets.Length), secret))]);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(key);
            }
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new InvalidDataException("the passphrase is another, or the file was changed");
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("it is no key file of this version", problem);
        }
    }

    public void Dispose()
    {
        foreach (byte[] secret in Secrets)
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    // How many there are is bound too: nobody takes the newest away unnoticed.
    private static byte[] Bound(string root, int version, int count) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Format}\n{root}\n{version}\n{count}"));

    private static byte[] Seal(byte[] key, byte[] bound, byte[] secret)
    {
        byte[] all = new byte[NonceBytes + secret.Length + TagBytes];
        RandomNumberGenerator.Fill(all.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(all.AsSpan(0, NonceBytes), secret, all.AsSpan(NonceBytes, secret.Length), all.AsSpan(NonceBytes + secret.Length), bound);
        return all;
    }

    private static byte[] Open(byte[] key, byte[] bound, byte[] all)
    {
        if (all.Length != NonceBytes + SecretBytes + TagBytes)
        {
            throw new InvalidDataException("it is no key file of this version");
        }

        byte[] secret = new byte[SecretBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(all.AsSpan(0, NonceBytes), all.AsSpan(NonceBytes, SecretBytes), all.AsSpan(NonceBytes + SecretBytes), secret, bound);
        return secret;
    }
}
