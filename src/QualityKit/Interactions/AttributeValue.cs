using QualityKit.People;

namespace QualityKit.Interactions;

/// <summary>A value of an attribute. The kinds are closed; see <see cref="AttributeKind"/>.</summary>
public abstract record AttributeValue
{
    private protected AttributeValue()
    {
    }

    /// <summary>What it is.</summary>
    public abstract AttributeKind Kind { get; }

    /// <summary>A text.</summary>
    public static AttributeValue Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Words { Value = text };
    }

    /// <summary>A number.</summary>
    public static AttributeValue Of(decimal number) => new Number { Value = number };

    /// <summary>Yes or no.</summary>
    public static AttributeValue Of(bool flag) => new Flag { Value = flag };

    /// <summary>An instant.</summary>
    public static AttributeValue Of(DateTimeOffset instant) => new Instant { Value = instant };

    /// <summary>A person.</summary>
    public static AttributeValue Of(PersonId person) => new Someone { Value = person };

    /// <summary>How it lies to another; null when the two have no order.</summary>
    internal abstract int? CompareTo(AttributeValue other);

    /// <summary>A text.</summary>
    public sealed record Words : AttributeValue
    {
        /// <summary>The text.</summary>
        public required string Value { get; init; }

        /// <inheritdoc/>
        public override AttributeKind Kind => AttributeKind.Text;

        internal override int? CompareTo(AttributeValue other) => null;

        /// <summary>The number of characters; never the text, which may be personal.</summary>
        public override string ToString() => $"text of {Value.Length} characters";
    }

    /// <summary>A number.</summary>
    public sealed record Number : AttributeValue
    {
        /// <summary>The number.</summary>
        public required decimal Value { get; init; }

        /// <inheritdoc/>
        public override AttributeKind Kind => AttributeKind.Number;

        internal override int? CompareTo(AttributeValue other) => other is Number number ? Value.CompareTo(number.Value) : null;
    }

    /// <summary>Yes or no.</summary>
    public sealed record Flag : AttributeValue
    {
        /// <summary>Yes or no.</summary>
        public required bool Value { get; init; }

        /// <inheritdoc/>
        public override AttributeKind Kind => AttributeKind.Flag;

        internal override int? CompareTo(AttributeValue other) => null;
    }

    /// <summary>An instant.</summary>
    public sealed record Instant : AttributeValue
    {
        /// <summary>The instant.</summary>
        public required DateTimeOffset Value { get; init; }

        /// <inheritdoc/>
        public override AttributeKind Kind => AttributeKind.Instant;

        internal override int? CompareTo(AttributeValue other) => other is Instant instant ? Value.CompareTo(instant.Value) : null;
    }

    /// <summary>A person.</summary>
    public sealed record Someone : AttributeValue
    {
        /// <summary>Who it is.</summary>
        public required PersonId Value { get; init; }

        /// <inheritdoc/>
        public override AttributeKind Kind => AttributeKind.Person;

        internal override int? CompareTo(AttributeValue other) => null;
    }
}
