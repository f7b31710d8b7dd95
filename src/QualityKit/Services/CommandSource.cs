using System.Globalization;
using System.Security.Cryptography;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Names the commits of a worker, which no person asked for: no two have one name, on any node.</summary>
internal sealed class CommandSource(string work)
{
    private const int OwnerDigits = 32;

    private long _commands;

    /// <summary>This worker, among all of all nodes.</summary>
    public string Owner { get; } = RandomNumberGenerator.GetHexString(OwnerDigits, lowercase: true);

    /// <summary>The next name.</summary>
    public CommandId Next() => new(string.Create(CultureInfo.InvariantCulture, $"{work}/{Owner}/{Interlocked.Increment(ref _commands)}"));
}
