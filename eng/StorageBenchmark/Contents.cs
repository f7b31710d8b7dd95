using System.Globalization;
using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.StorageBenchmark;

/// <summary>What is stored: evaluations with a body of some 600 bytes, found by state and time, and by agent and score.</summary>
internal static class Contents
{
    public const int Agents = 20;

    public static TenantId Tenant { get; } = new("acme");

    public static StoreSchema Schema { get; } = new(
        ["evaluations"],
        new IndexDefinition("evaluations", "by-state", Field("state", IndexKind.Text), Field("changed", IndexKind.Instant)),
        new IndexDefinition("evaluations", "by-agent", Field("agent", IndexKind.Text), Field("score", IndexKind.Number)));

    public static DateTimeOffset Start { get; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Body(int number) => Encoding.UTF8.GetBytes($$"""{"id":"{{number}}","note":"{{new string((char)('a' + (number % 26)), 560)}}"}""");

    public static string Id(int number) => $"e-{number:D9}";

    public static string State(int number) => number % 4 == 0 ? "pending" : "finished";

    public static string Agent(int number) => string.Create(CultureInfo.InvariantCulture, $"agent-{number * 7919L % Agents}");

    public static decimal Score(int number) => number * 31L % 10_001 / 100m;

    public static DateTimeOffset Changed(int number) => Start.AddSeconds(number);

    public static CreateDocument Document(int number) => new()
    {
        Key = new DocumentKey("evaluations", Id(number)),
        Body = Body(number),
        Entries =
        [
            new IndexEntry("by-state", IndexValue.Of(State(number)), IndexValue.Of(Changed(number))),
            new IndexEntry("by-agent", IndexValue.Of(Agent(number)), IndexValue.Of(Score(number))),
        ],
    };

    public static DocumentBatch Batch(int first, int count)
    {
        DocumentBatch batch = DocumentBatch.For(Tenant, new CommandId($"c-{first}"));
        for (int number = first; number < first + count; number++)
        {
            batch = batch.With(Document(number));
        }

        return batch;
    }

    private static IndexField Field(string name, IndexKind kind) => new() { Name = name, Kind = kind };
}
