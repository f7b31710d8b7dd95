using System.Text;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql;

namespace QualityKit.ServiceBenchmark;

/// <summary>
/// Fills a store with evaluations: those of one evaluator are made by the services in memory, and their documents are copied for every other,
/// with other people and ids of the same length. What commands leave behind for audit and events is not copied.
/// </summary>
internal static class Load
{
    private static readonly string[] Copied = ["evaluations", "contents", "score-rows"];

    public static async Task FillAsync(Center center)
    {
        (List<CreateDocument> once, List<CreateDocument> templates, List<string> ids) = await TemplatesAsync();
        IEnumerable<CreateDocument> all = once.Concat(Enumerable.Range(0, center.Evaluations / Center.OfEvaluator).SelectMany(group => Copies(templates, ids, group)));
        await center.Maintenance.EnsureSchemaAsync(default);
        if (center.Maintenance is PostgreSqlDocumentStore postgreSql)
        {
            await postgreSql.ImportAsync(Center.Tenant, all.ToAsyncEnumerable(), default);
            return;
        }

        int number = 0;
        foreach (CreateDocument[] chunk in all.Chunk(StoreLimits.BatchWrites))
        {
            await center.Documents.CommitAsync(chunk.Aggregate(DocumentBatch.For(Center.Tenant, new CommandId($"load-{number++}")), (batch, document) => batch.With(document)), default);
        }
    }

    private static async Task<(List<CreateDocument> Once, List<CreateDocument> Templates, List<string> Ids)> TemplatesAsync()
    {
        await using var center = new Center(Center.OfEvaluator, static builder => builder.UseInMemory());
        EvaluationForm form = await center.PublishAsync();
        var ids = new List<string>();
        string evaluator = Center.Evaluator(0);
        for (int i = 0; i < Center.OfEvaluator; i++)
        {
            EvaluationId id = await center.CreateAsync(form, evaluator, Center.Agent(i % (Center.OfEvaluator / Center.OfAgent)), $"{i:D4}");
            ids.Add(id.Value);
            // A few wait, or are begun; most are with the agent.
            if (i % 10 != 0)
            {
                await center.SubmitAsync(id, evaluator, i);
                await center.Service.ReleaseAsync(await center.ActorAsync(evaluator), id);
            }
        }

        var documents = new List<CreateDocument>();
        await foreach (CreateDocument document in center.Maintenance.ExportAsync(Center.Tenant, default))
        {
            documents.Add(document);
        }

        return ([.. documents.Where(one => one.Key.Collection.StartsWith("form", StringComparison.Ordinal))], [.. documents.Where(one => Copied.Contains(one.Key.Collection))], ids);
    }

    // Every other evaluator worked an hour earlier, so that a page by time is of one of them.
    private static IndexValue Moved(IndexValue value, int group, Func<string, string> copy) => value.Kind switch
    {
        IndexKind.Text => IndexValue.Of(copy(value.AsText)),
        IndexKind.Instant => IndexValue.FromInteger(IndexKind.Instant, value.AsInteger - (group * 3_600_000_000L)),
        _ => value,
    };

    private static IEnumerable<CreateDocument> Copies(List<CreateDocument> templates, List<string> ids, int group)
    {
        List<(string, string)> names = [(Center.Evaluator(0), Center.Evaluator(group))];
        int agents = Center.OfEvaluator / Center.OfAgent;
        // From the last on: what was written is not found again.
        for (int i = agents - 1; i >= 0; i--)
        {
            names.Add((Center.Agent(i), Center.Agent((group * agents) + i)));
        }

        Dictionary<string, string> copies = ids.ToDictionary(id => id, id => $"{group:x8}{id[8..]}");
        foreach (CreateDocument template in templates)
        {
            string id = ids.First(id => template.Key.Id.Contains(id, StringComparison.Ordinal));
            string Copy(string text)
            {
                if (group > 0)
                {
                    foreach ((string name, string copy) in names)
                    {
                        text = text.Replace(name, copy, StringComparison.Ordinal);
                    }
                }

                return text.Replace(id, copies[id], StringComparison.Ordinal);
            }

            yield return template with
            {
                Key = new DocumentKey(template.Key.Collection, Copy(template.Key.Id)),
                Body = Encoding.UTF8.GetBytes(Copy(Encoding.UTF8.GetString(template.Body.Span))),
                Entries = [.. template.Entries.Select(entry => new IndexEntry(entry.Index, [.. entry.Values.Select(value => Moved(value, group, Copy))]))],
            };
        }
    }
}
