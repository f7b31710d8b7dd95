using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace QualityKit.Auditing;

/// <summary>How far a chain reaches: its length, and the hash of its last entry, which stands for all entries before it.</summary>
public sealed class AuditHead : IEquatable<AuditHead>
{
    private AuditHead(AuditEntity entity, long length, ImmutableArray<byte> hash) => (Entity, Length, Hash) = (entity, length, hash);

    /// <summary>Whose chain.</summary>
    public AuditEntity Entity { get; }

    /// <summary>How many entries it has.</summary>
    public long Length { get; }

    /// <summary>The SHA-256 of its last entry; 32 zero bytes where there is none.</summary>
    public ImmutableArray<byte> Hash { get; }

    /// <summary>The head of a chain without entries.</summary>
    public static AuditHead Start(AuditEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return new(entity, 0, [.. new byte[SHA256.HashSizeInBytes]]);
    }

    /// <summary>A head as it was stored.</summary>
    /// <param name="entity">Whose chain.</param>
    /// <param name="length">How many entries, from 0.</param>
    /// <param name="hash">32 bytes.</param>
    /// <exception cref="ArgumentException">A part is outside its range.</exception>
    public static AuditHead Of(AuditEntity entity, long length, ReadOnlySpan<byte> hash)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return hash.Length == SHA256.HashSizeInBytes
            ? new(entity, length, [.. hash])
            : throw new ArgumentException($"a hash has {SHA256.HashSizeInBytes} bytes, not {hash.Length}", nameof(hash));
    }

    /// <summary>The head after one more entry.</summary>
    internal AuditHead After(AuditRecord record) => new(Entity, Length + 1, [.. record.Hash()]);

    /// <inheritdoc/>
    public bool Equals(AuditHead? other) => other is not null && Entity == other.Entity && Length == other.Length && Hash.AsSpan().SequenceEqual(other.Hash.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AuditHead);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Entity, Length, Hash[0], Hash[1]);

    /// <summary>The entity and how many entries it has.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Entity} with {Length} entries");
}
