using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace QualityKit.Statistics;

/// <summary>A sample that a salt and the names decide, and nothing else: not the order, not the day, not the machine. Whoever knows the salt can check it.</summary>
/// <remarks>
/// The key of a name is the first 53 bits of SHA-256 of salt, U+001F and name in UTF-8, as a number of 0 to below 1 (permanent random numbers:
/// Ohlsson 1995). A new salt, such as the month and the agent, gives an independent sample. Keep the salt secret from who would choose names.
/// </remarks>
public sealed class HashSample
{
    private const char Separator = '\u001F';

    private const double Step = 1.0 / (1L << 53);

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly string _prefix;

    /// <summary>A sample by a salt.</summary>
    /// <param name="salt">Any text without U+001F.</param>
    /// <exception cref="ArgumentException">The salt has U+001F, or is no valid Unicode.</exception>
    public HashSample(string salt)
    {
        ArgumentNullException.ThrowIfNull(salt);
        if (salt.Contains(Separator, StringComparison.Ordinal))
        {
            throw new ArgumentException("a salt has no U+001F, which ends it", nameof(salt));
        }

        _prefix = salt + Separator;
        KeyOf("");
    }

    /// <summary>The key of a name, 0 to below 1; each as likely as the others.</summary>
    /// <param name="name">Any text.</param>
    /// <exception cref="ArgumentException">The name is no valid Unicode.</exception>
    public double KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Utf8.GetBytes(_prefix + name), hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * Step;
    }

    /// <summary>Whether a name is in the sample of a share of all. Who is in a smaller sample is in every larger one (Bernoulli sampling: Cochran 1977, section 2.1; nested by the permanent numbers of Ohlsson 1995).</summary>
    /// <param name="name">Any text.</param>
    /// <param name="share">0 for none to 1 for all.</param>
    public bool Selects(string name, double share)
    {
        Numerics.Guard.Share(share);
        return KeyOf(name) < share;
    }

    /// <summary>A fixed number of names: those with the lowest keys, lowest first (sequential simple random sampling: Ohlsson 1995; bottom-k: Cohen and Kaplan 2007). A smaller quota is the beginning of a larger one.</summary>
    /// <param name="names">All names; one that comes again counts once.</param>
    /// <param name="count">How many to take, 0 or more; all when there are fewer.</param>
    public ImmutableArray<string> Take(IEnumerable<string> names, int count) => Lowest(names, KeyOf, count);

    /// <summary>A fixed number of names, with chances by weight and none taken twice: those with the lowest -log(1 - key) / weight, lowest first (Efraimidis and Spirakis 2006, algorithm A). Equal weights give the sample of <see cref="Take(IEnumerable{string}, int)"/>.</summary>
    /// <param name="weights">The weight of every name: 0 or more; 0 is never taken.</param>
    /// <param name="count">How many to take, 0 or more; all with a weight when there are fewer.</param>
    /// <exception cref="ArgumentException">A weight is below 0 or not finite.</exception>
    public ImmutableArray<string> Take(IReadOnlyDictionary<string, double> weights, int count)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (!weights.Values.All(weight => weight >= 0 && double.IsFinite(weight)))
        {
            throw new ArgumentException("a weight is a number of 0 or more", nameof(weights));
        }

        // Logarithms, so that no weight is too small or too large.
        return Lowest(
            weights.Where(pair => pair.Value > 0).Select(pair => pair.Key),
            name => Math.Log(-double.LogP1(-KeyOf(name))) - Math.Log(weights[name]),
            count);
    }

    private static ImmutableArray<string> Lowest(IEnumerable<string> names, Func<string, double> key, int count)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. names.Distinct(StringComparer.Ordinal).Select(name => (Key: key(name), Name: name))
            .OrderBy(pair => pair.Key).ThenBy(pair => pair.Name, StringComparer.Ordinal).Take(count).Select(pair => pair.Name)];
    }
}
