using System.Text;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.FileSystem;

/// <summary>Where the blob of a name lies, as text alone: <c>t-acme/7f/b-calls_7f3a</c>.</summary>
/// <remarks>No two names share a path, on file systems that ignore case neither; none is a device name of Windows, and none is longer than 255 bytes.</remarks>
internal static class BlobPath
{
    private const int MostTenantBytes = 128;

    private const int MostPlainLetters = 100;

    private const string Digits = "0123456789abcdefghijklmnopqrstuv";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A plain tenant keeps its name after <c>t-</c>; any other is written after <c>x-</c> in base 32 (RFC 4648, extended hex, lower case).</summary>
    public static string OfTenant(TenantId tenant)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenant.Value, nameof(tenant));
        byte[] bytes = Strict.GetBytes(tenant.Value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, MostTenantBytes, nameof(tenant));
        bool isPlain = bytes.Length <= MostPlainLetters && tenant.Value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        return isPlain ? $"t-{tenant.Value}" : $"x-{Base32(bytes)}";
    }

    /// <summary>One of 256 folders, so that none grows too long.</summary>
    public static string FolderOf(BlobName name)
    {
        Crc32C spread = default;
        spread.Append(Encoding.ASCII.GetBytes(name.Value));
        return ((byte)spread.Value).ToString("x2", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Flat, so that <c>a</c> and <c>a/b</c> can both be.</summary>
    public static string FileOf(BlobName name) => $"b-{name.Value.Replace('/', '_')}";

    /// <summary>The name whose file this is; null when it is no blob's.</summary>
    public static BlobName? NameOf(string file)
    {
        if (!file.StartsWith("b-", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return new BlobName(file[2..].Replace('_', '/'));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        foreach (byte one in bytes)
        {
            held = (held << 8) | one;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Digits[(held >> (bits - 5)) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Digits[(held << (5 - bits)) & 31]).ToString();
    }
}
