using System.Security.Cryptography;
using QualityKit.Canonical;
using QualityKit.People;

namespace QualityKit.Privacy;

/// <summary>A secret of a tenant that makes pseudonyms of agents and keys of customers: nobody without it can try out who is meant.</summary>
public sealed class PrivacyKey
{
    /// <summary>The fewest bytes of a key.</summary>
    public const int LeastBytes = 32;

    private const int PseudonymDigits = 12;

    private readonly byte[] _key;

    /// <summary>A key.</summary>
    /// <param name="key">At least <see cref="LeastBytes"/> random bytes; copied.</param>
    /// <exception cref="ArgumentException">There are fewer.</exception>
    public PrivacyKey(ReadOnlySpan<byte> key)
    {
        if (key.Length < LeastBytes)
        {
            throw new ArgumentException($"a key has at least {LeastBytes} bytes", nameof(key));
        }

        _key = key.ToArray();
    }

    /// <summary>The pseudonym of an agent: 12 hexadecimal digits, the same wherever this key is used.</summary>
    public string Pseudonym(PersonId agent) => Hash("agent", agent.Value)[..PseudonymDigits];

    /// <summary>What customers are found by: a keyed hash of a declared identifier, 64 hexadecimal digits.</summary>
    /// <param name="identifier">The declared attribute, such as <c>phone</c>.</param>
    /// <param name="value">Its value, exactly as interactions have it.</param>
    public string Customer(string identifier, string value)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        ArgumentNullException.ThrowIfNull(value);
        return Hash("customer", identifier, value);
    }

    /// <summary>That it is a key, and nothing of it.</summary>
    public override string ToString() => "privacy key";

    private string Hash(params ReadOnlySpan<string> parts)
    {
        var writer = new CanonicalWriter();
        writer.BeginArray();
        foreach (string part in parts)
        {
            writer.Value(part);
        }

        writer.EndArray();
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, writer.ToArray()));
    }
}
