using QualityKit.Storage.Sqlite.Tests.Children;

namespace QualityKit.Storage.Sqlite.Tests;

/// <summary>What this program does when a test starts it as a child.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments) => Roles.RunAsync(arguments);
}
