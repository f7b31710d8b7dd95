using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace CustomStorage;

/// <summary>One line of the journal: what one commit changed. The body is null for a document that is gone; a command is null where a tenant was destroyed.</summary>
internal sealed record JournalEntry(string Tenant, string? Command, long Version, JournalEntry.Change[] Changes)
{
    public static Change ChangeOf(DocumentOperation operation) => operation switch
    {
        CreateDocument create => new(create.Key.Collection, create.Key.Id, create.Body.ToArray(), [.. create.Entries.Distinct().Select(Listing.Of)]),
        ReplaceDocument replace => new(replace.Key.Collection, replace.Key.Id, replace.Body.ToArray(), [.. replace.Entries.Distinct().Select(Listing.Of)]),
        _ => new(operation.Key.Collection, operation.Key.Id, null, []),
    };

    internal sealed record Change(string Collection, string Id, byte[]? Body, Listing[] Listings);

    internal sealed record Listing(string Index, Value[] Values)
    {
        public static Listing Of(IndexEntry entry) => new(entry.Index, [.. entry.Values.Select(value => new Value(value.Kind, value.AsText, value.AsInteger))]);

        public IndexEntry ToEntry() => new(Index, [.. Values.Select(value => value.ToIndexValue())]);
    }

    internal sealed record Value(IndexKind Kind, string Text, long Integer)
    {
        public IndexValue ToIndexValue() => Kind == IndexKind.Text ? IndexValue.Of(Text) : IndexValue.FromInteger(Kind, Integer);
    }
}
