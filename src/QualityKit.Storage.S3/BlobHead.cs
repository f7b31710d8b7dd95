using System.Globalization;
using Amazon.S3.Model;
using QualityKit.Storage.Blobs;

namespace QualityKit.Storage.S3;

/// <summary>What the object under a blob's key says in its metadata. The object is written once and on a condition, so it is the commit: of a short blob it holds the bytes, of a long one it names them.</summary>
internal sealed record BlobHead
{
    private const string KindKey = "qualitykit-kind";

    private const string LengthKey = "qualitykit-length";

    private const string ChecksumKey = "qualitykit-crc32c";

    private const string TokenKey = "qualitykit-token";

    public required BlobKind Kind { get; init; }

    public required long Length { get; init; }

    public required uint Crc32C { get; init; }

    /// <summary>Made anew for each blob that is staged: it tells one writer's blob from another's of the same name.</summary>
    public required string Token { get; init; }

    public BlobInfo Info(BlobName name) => new() { Name = name, Length = Length, Crc32C = Crc32C };

    public void WriteTo(MetadataCollection metadata)
    {
        metadata[KindKey] = Word(Kind);
        metadata[LengthKey] = Length.ToString(CultureInfo.InvariantCulture);
        metadata[ChecksumKey] = Crc32C.ToString("x8", CultureInfo.InvariantCulture);
        metadata[TokenKey] = Token;
    }

    /// <summary>Null where the object is not one of ours.</summary>
    public static BlobHead? Read(MetadataCollection metadata)
    {
        BlobKind? kind = Enum.GetValues<BlobKind>().Cast<BlobKind?>().FirstOrDefault(one => Word(one!.Value) == metadata[KindKey]);
        bool isWhole = long.TryParse(metadata[LengthKey], NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            & uint.TryParse(metadata[ChecksumKey], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint checksum);
        return kind is { } known && isWhole && metadata[TokenKey] is { Length: > 0 } token
            ? new BlobHead { Kind = known, Length = length, Crc32C = checksum, Token = token }
            : null;
    }

    private static string Word(BlobKind kind) => kind switch
    {
        BlobKind.Whole => "whole",
        BlobKind.Parts => "parts",
        _ => "going",
    };
}
