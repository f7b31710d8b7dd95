using System.Globalization;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>The seed of a run: another one each time, or the one that is asked for.</summary>
internal static class Seeds
{
    public static int New() => Environment.GetEnvironmentVariable("QUALITYKIT_SEED") is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : Random.Shared.Next();
}
