using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>The numbers of the advisory locks that nodes meet at. Nodes of all versions must compute the same ones: a change is a change of the protocol.</summary>
/// <remarks>Two names with one number only wait for each other without need.</remarks>
internal static class AdvisoryKey
{
    /// <summary>Held by whoever changes the schema.</summary>
    public static long OfMigration(SchemaName schema) => Hash('m', schema.Value);

    /// <summary>Shared by every commit of a tenant, and held alone by what touches all its documents.</summary>
    public static long OfTenant(SchemaName schema, TenantId tenant) => Hash('t', schema.Value, tenant.Value);

    /// <summary>Held by a commit, so that a command that comes twice at once is seen by the second.</summary>
    public static long OfCommand(SchemaName schema, TenantId tenant, CommandId command) => Hash('c', schema.Value, tenant.Value, command.Value);

    /// <summary>Held by who writes a document, shared by who requires it, whether it exists or not.</summary>
    public static long OfDocument(SchemaName schema, TenantId tenant, DocumentKey key) => Hash('d', schema.Value, tenant.Value, key.Collection, key.Id);

    // The parts hold no NUL, so it keeps them apart.
    private static long Hash(char kind, params ReadOnlySpan<string> parts)
    {
        string text = $"{kind}\0{string.Join('\0', parts)}";
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return BinaryPrimitives.ReadInt64BigEndian(digest);
    }
}
