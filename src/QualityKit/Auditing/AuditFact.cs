namespace QualityKit.Auditing;

/// <summary>One thing that an audit entry says: a code and a value. Values are ids, codes, numbers, moments and salted digests, never what a person wrote or is.</summary>
public sealed record AuditFact
{
    /// <summary>A fact.</summary>
    /// <param name="name">Its code: 1 to 64 letters, digits, <c>-</c> or <c>.</c>.</param>
    /// <param name="value">1 to 512 characters.</param>
    /// <exception cref="ArgumentException">A part is outside its range.</exception>
    public AuditFact(string name, string value)
    {
        AuditText.GuardCode(name, nameof(name));
        AuditText.GuardText(value, nameof(value));
        (Name, Value) = (name, value);
    }

    /// <summary>Its code.</summary>
    public string Name { get; }

    /// <summary>Its value.</summary>
    public string Value { get; }

    /// <summary>Name and value.</summary>
    public override string ToString() => $"{Name}={Value}";
}
