using System.Text;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.S3;

/// <summary>Which keys a blob has: <c>blobs/t-acme/calls/7f3a</c> for the blob, and <c>data/t-acme/calls/7f3a/TOKEN</c> for the bytes of one that came in parts.</summary>
internal sealed class S3Keys(string prefix)
{
    private const int MostTenantBytes = 128;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string AllBlobs { get; } = $"{prefix}blobs/";

    public string AllData { get; } = $"{prefix}data/";

    public string AllChecks { get; } = $"{prefix}checks/";

    /// <summary>A plain tenant keeps its name after <c>t-</c>; any other is written after <c>x-</c> in hexadecimal.</summary>
    public static string OfTenant(TenantId tenant)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenant.Value, nameof(tenant));
        byte[] bytes = Strict.GetBytes(tenant.Value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, MostTenantBytes, nameof(tenant));
        bool isPlain = tenant.Value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        return isPlain ? $"t-{tenant.Value}" : $"x-{Convert.ToHexStringLower(bytes)}";
    }

    public string BlobsOf(TenantId tenant) => $"{AllBlobs}{OfTenant(tenant)}/";

    public string Blob(TenantId tenant, BlobName name) => BlobsOf(tenant) + name;

    /// <summary>The key of the bytes that a blob's key and token belong to.</summary>
    public string Data(string blobKey, string token) => $"{AllData}{blobKey[AllBlobs.Length..]}/{token}";

    /// <summary>The other way round; null for a key that is no blob's.</summary>
    public (string BlobKey, string Token)? OfData(string dataKey)
    {
        string rest = dataKey[AllData.Length..];
        int slash = rest.LastIndexOf('/');
        return slash < 0 ? null : (AllBlobs + rest[..slash], rest[(slash + 1)..]);
    }

    /// <summary>The name in a tenant's key; null for a key that no blob could have.</summary>
    public BlobName? NameOf(TenantId tenant, string blobKey)
    {
        try
        {
            return new BlobName(blobKey[BlobsOf(tenant).Length..]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
