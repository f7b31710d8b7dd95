using QualityKit.Storage.PostgreSql.Tests.Children;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>What the assembly does as a process of its own: a role, then what the role needs.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["write", var connection, var schema, var name]:
                await WriterRole.Run(connection, schema, name);
                return 0;
            case ["count", var connection, var schema, var rounds]:
                await CounterRole.Run(connection, schema, int.Parse(rounds));
                return 0;
            case ["skew", var connection, var schema, var side, var rounds]:
                await SkewRole.Run(connection, schema, int.Parse(side), int.Parse(rounds));
                return 0;
            case ["ensure", var connection, var schema]:
                await EnsureRole.Run(connection, schema);
                return 0;
            case ["bench"]:
                await BenchRole.Run();
                return 0;
            case ["pages", var many]:
                await PagesRole.Run(int.Parse(many));
                return 0;
            default:
                Console.Error.WriteLine("roles: write, count, skew, ensure, bench, pages");
                return 1;
        }
    }
}
