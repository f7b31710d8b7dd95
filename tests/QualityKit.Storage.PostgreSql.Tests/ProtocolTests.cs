using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Commits;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>What nodes of different releases have to agree on, whatever else changes.</summary>
public sealed class ProtocolTests
{
    private static readonly SchemaName Schema = new("qualitykit");
    private static readonly TenantId Tenant = new("acme");

    [Fact]
    public void Nodes_of_all_releases_meet_at_the_same_locks()
    {
        // First 8 bytes, big end first, of the SHA-256 of kind and parts joined by NUL; computed with another tool.
        Assert.Equal(4_733_122_332_205_854_695, AdvisoryKey.OfMigration(Schema));
        Assert.Equal(-4_581_606_618_683_052_163, AdvisoryKey.OfTenant(Schema, Tenant));
        Assert.Equal(8_782_765_043_923_709_172, AdvisoryKey.OfCommand(Schema, Tenant, new CommandId("c-1")));
        Assert.Equal(9_080_170_334_148_488_052, AdvisoryKey.OfDocument(Schema, Tenant, new DocumentKey("notes", "n-ä")));
    }

    [Fact]
    public void A_batch_locks_in_one_order_what_it_writes_alone_and_what_it_requires_together()
    {
        var version = new DocumentVersion("v");
        DocumentBatch batch = Notes.Batch("c").Create(Notes.Key("a"), default).Require(Notes.Key("b"), version).Delete(Notes.Key("d"), version);
        (long[] keys, bool[] shared) = CommitLocks.Of(batch, Schema);
        Assert.Equal(keys.Order(), keys);
        bool IsShared(long key) => shared[Array.IndexOf(keys, key)];
        Assert.False(IsShared(AdvisoryKey.OfDocument(Schema, Tenant, Notes.Key("a"))));
        Assert.True(IsShared(AdvisoryKey.OfDocument(Schema, Tenant, Notes.Key("b"))));
        Assert.False(IsShared(AdvisoryKey.OfDocument(Schema, Tenant, Notes.Key("d"))));
        Assert.True(IsShared(AdvisoryKey.OfTenant(Schema, Tenant)));
        Assert.False(IsShared(AdvisoryKey.OfCommand(Schema, Tenant, batch.Command)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("01234567-89ab-cdef-0123-456789abcdef")]
    public void A_version_that_the_store_never_made_is_that_of_no_document(string text) =>
        Assert.Equal(Guid.Empty, CommitVersion.Stored(new DocumentVersion(text)));

    [Fact]
    public void A_version_is_read_back_as_it_was_shown()
    {
        Guid version = CommitVersion.New();
        Assert.Equal(version, CommitVersion.Stored(CommitVersion.Shown(version)));
        Assert.NotEqual(version, CommitVersion.New());
    }

    [Fact]
    public void A_released_migration_is_never_changed()
    {
        string steps = string.Concat(MigrationPlan.Current.Steps.Select(step => $"{step.Number} {step.Release} {step.Oldest}\n{step.Sql(Schema)}\n"));
        string digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(steps)));
        Assert.Equal("1480f1464165d896", digest[..16]);
    }
}
