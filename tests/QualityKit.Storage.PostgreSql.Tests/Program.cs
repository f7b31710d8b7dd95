namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>What the assembly does as a process of its own.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) => Task.FromResult(arguments.Length);
}
