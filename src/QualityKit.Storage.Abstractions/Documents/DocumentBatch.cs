using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>Changes to the documents of one tenant that happen together or not at all.</summary>
/// <remarks>Each method returns a new batch. A batch is complete and within the limits of <see cref="StoreLimits"/> at any time.</remarks>
public sealed class DocumentBatch
{
    private readonly ImmutableHashSet<DocumentKey> _keys;
    private readonly long _bytes;

    private DocumentBatch(TenantId tenant, CommandId command, ImmutableArray<DocumentOperation> operations, ImmutableHashSet<DocumentKey> keys, long bytes)
    {
        (Tenant, Command, Operations, _keys, _bytes) = (tenant, command, operations, keys, bytes);
    }

    /// <summary>Whose documents they are.</summary>
    public TenantId Tenant { get; }

    /// <summary>What the batch is known by: sent again, it has no second effect and gets the same answer.</summary>
    public CommandId Command { get; }

    /// <summary>What it asks, at most one thing of each document.</summary>
    public ImmutableArray<DocumentOperation> Operations { get; }

    /// <summary>A batch that asks nothing yet.</summary>
    /// <param name="tenant">Whose documents they are.</param>
    /// <param name="command">What the batch is known by.</param>
    /// <exception cref="ArgumentException">An id is empty, longer than 128 bytes, or not UTF-8.</exception>
    public static DocumentBatch For(TenantId tenant, CommandId command)
    {
        StoreText.Guard(tenant.Value, StoreLimits.IdBytes, nameof(tenant));
        StoreText.Guard(command.Value, StoreLimits.IdBytes, nameof(command));
        return new(tenant, command, [], [], 0);
    }

    /// <summary>The same batch that also makes a document.</summary>
    public DocumentBatch Create(DocumentKey key, ReadOnlyMemory<byte> body, params ImmutableArray<IndexEntry> entries) =>
        With(new CreateDocument { Key = key, Body = body, Entries = entries });

    /// <summary>The same batch that also replaces exactly one version of a document.</summary>
    public DocumentBatch Replace(DocumentKey key, DocumentVersion version, ReadOnlyMemory<byte> body, params ImmutableArray<IndexEntry> entries) =>
        With(new ReplaceDocument { Key = key, Version = version, Body = body, Entries = entries });

    /// <summary>The same batch that also removes exactly one version of a document.</summary>
    public DocumentBatch Delete(DocumentKey key, DocumentVersion version) => With(new DeleteDocument { Key = key, Version = version });

    /// <summary>The same batch that also asks that a document still has a version.</summary>
    public DocumentBatch Require(DocumentKey key, DocumentVersion version) => With(new RequireDocument { Key = key, Version = version });

    /// <summary>The same batch that also asks that a document still does not exist.</summary>
    public DocumentBatch RequireAbsent(DocumentKey key) => With(new RequireDocument { Key = key, Version = null });

    /// <summary>The same batch with one more operation.</summary>
    /// <exception cref="ArgumentException">The batch has an operation of that document already, or grows over a limit.</exception>
    public DocumentBatch With(DocumentOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(operation.Key, nameof(operation));
        if (_keys.Contains(operation.Key))
        {
            throw new ArgumentException($"the batch already has an operation of `{operation.Key}`", nameof(operation));
        }

        (int most, string name) = operation.Writes ? (StoreLimits.BatchWrites, "writes") : (StoreLimits.BatchRequirements, "requirements");
        if (Operations.Count(other => other.Writes == operation.Writes) >= most)
        {
            throw new ArgumentException($"a batch has at most {most} {name}", nameof(operation));
        }

        long bytes = _bytes + operation.BodyLength;
        if (bytes > StoreLimits.BatchBytes)
        {
            throw new ArgumentException($"the bodies of the batch have {bytes} bytes, at most {StoreLimits.BatchBytes} are allowed", nameof(operation));
        }

        return new(Tenant, Command, Operations.Add(operation), _keys.Add(operation.Key), bytes);
    }

    /// <summary>The command and the number of operations; never a body.</summary>
    public override string ToString() => $"batch {Command} of {Operations.Length} operations";
}
