namespace QualityKit.Storage.PostgreSql.Tests.Children;

internal static class PlansRole
{
    public static Task Run() => Task.CompletedTask;
}
