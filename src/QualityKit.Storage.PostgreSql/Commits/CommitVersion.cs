using System.Security.Cryptography;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Commits;

/// <summary>The versions of this store: 16 random bytes a commit.</summary>
/// <remarks>A sequence would give versions out again after an older backup was restored, or after a failover to a subscriber that lags
/// behind; then somebody who read before could replace what he never saw. Random bytes are new on every path of history.</remarks>
internal static class CommitVersion
{
    public static Guid New()
    {
        Span<byte> random = stackalloc byte[16];
        do
        {
            RandomNumberGenerator.Fill(random);
        }
        while (new Guid(random) == Guid.Empty);
        return new Guid(random);
    }

    public static DocumentVersion Shown(Guid version) => new(version.ToString("N"));

    /// <summary>What the database compares with; a text that this store never made equals no version that it has.</summary>
    public static Guid Stored(DocumentVersion version) =>
        Guid.TryParseExact(version.Value, "N", out Guid parsed) && Shown(parsed) == version ? parsed : Guid.Empty;
}
