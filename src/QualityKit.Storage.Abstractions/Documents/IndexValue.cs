using System.Globalization;

namespace QualityKit.Storage.Documents;

/// <summary>One indexed value. Values of one kind have a total order that every store keeps: text by its UTF-8 bytes, numbers and moments by size.</summary>
public readonly struct IndexValue : IEquatable<IndexValue>, IComparable<IndexValue>
{
    /// <summary>What a number is multiplied by to be kept as an integer: 1,000,000.</summary>
    public const long NumberScale = 1_000_000;

    private const decimal MostNumber = 999_999_999_999.999999m;

    private readonly string? _text;
    private readonly long _integer;

    private IndexValue(IndexKind kind, string? text, long integer)
    {
        Kind = kind;
        _text = text;
        _integer = integer;
    }

    /// <summary>What it is.</summary>
    public IndexKind Kind { get; }

    /// <summary>The text; empty for other kinds.</summary>
    public string AsText => _text ?? "";

    /// <summary>A number times <see cref="NumberScale"/>, or the microseconds of a moment since 1970; 0 for text. Ordered as the values are.</summary>
    public long AsInteger => _integer;

    /// <summary>A text of at most 1,024 bytes of UTF-8; it may be empty.</summary>
    /// <exception cref="ArgumentException">Too long, or with a NUL or half a surrogate pair.</exception>
    public static IndexValue Of(string text)
    {
        StoreText.GuardText(text, StoreLimits.IndexTextBytes, nameof(text));
        return new(IndexKind.Text, text, 0);
    }

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 12 digits before the point or 6 after it.</exception>
    public static IndexValue Of(decimal number)
    {
        if (Math.Abs(number) > MostNumber || decimal.Round(number, 6) != number)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "has more than 12 digits before the point or 6 after it");
        }

        return new(IndexKind.Number, null, (long)(number * NumberScale));
    }

    /// <summary>A moment; what is finer than a microsecond is cut off.</summary>
    public static IndexValue Of(DateTimeOffset moment) =>
        new(IndexKind.Instant, null, (long)Math.Floor((moment.UtcTicks - DateTime.UnixEpoch.Ticks) / (decimal)TimeSpan.TicksPerMicrosecond));

    /// <summary>A value from what a store kept of it.</summary>
    /// <param name="kind">A number or a moment.</param>
    /// <param name="integer">What <see cref="AsInteger"/> gave.</param>
    /// <exception cref="ArgumentException">The kind is text.</exception>
    public static IndexValue FromInteger(IndexKind kind, long integer) =>
        kind is IndexKind.Number or IndexKind.Instant
            ? new(kind, null, integer)
            : throw new ArgumentException("a text is not kept as an integer", nameof(kind));

    /// <inheritdoc/>
    public int CompareTo(IndexValue other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : Kind == IndexKind.Text ? Utf8Order.Compare(AsText, other.AsText)
        : _integer.CompareTo(other._integer);

    /// <inheritdoc/>
    public bool Equals(IndexValue other) => Kind == other.Kind && _integer == other._integer && string.Equals(AsText, other.AsText, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IndexValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _integer, AsText);

    /// <summary>The value as text, the same in every culture.</summary>
    public override string ToString() => Kind switch
    {
        IndexKind.Number => ((decimal)_integer / NumberScale).ToString(CultureInfo.InvariantCulture),
        IndexKind.Instant => DateTimeOffset.UnixEpoch.AddMicroseconds(_integer).ToString("O", CultureInfo.InvariantCulture),
        _ => AsText,
    };

    /// <summary>Whether two values are the same.</summary>
    public static bool operator ==(IndexValue left, IndexValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(IndexValue left, IndexValue right) => !left.Equals(right);

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(IndexValue left, IndexValue right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes before another or is it.</summary>
    public static bool operator <=(IndexValue left, IndexValue right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(IndexValue left, IndexValue right) => left.CompareTo(right) > 0;

    /// <summary>Whether one comes after another or is it.</summary>
    public static bool operator >=(IndexValue left, IndexValue right) => left.CompareTo(right) >= 0;
}
