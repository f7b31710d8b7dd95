using CustomStorage;
using QualityKit.Storage.Hosting;

namespace QualityKit;

/// <summary>How an application chooses the journal: <c>services.AddQualityKit().UseJournal("quality.journal")</c>.</summary>
public static class JournalBuilderExtensions
{
    public static IQualityKitBuilder UseJournal(this IQualityKitBuilder builder, string path) =>
        builder.UseDocumentStore(nameof(UseJournal), path, (_, schema) => new JournalStore(path, schema));
}
