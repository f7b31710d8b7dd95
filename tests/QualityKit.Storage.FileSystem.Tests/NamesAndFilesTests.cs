using System.Text;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.FileSystem.Tests;

public class NamesAndFilesTests
{
    [Theory]
    [InlineData("acme", "t-acme")]
    [InlineData("ACME", "x-851kqh8")]
    [InlineData("..", "x-5on0")]
    [InlineData("con", "t-con")]
    [InlineData("a/b", "x-c4nm4")]
    [InlineData("x", "t-x")]
    [InlineData("ü", "x-oeu0")]
    public void A_tenant_s_folder_has_plain_letters_only(string tenant, string folder) => Assert.Equal(folder, BlobPath.OfTenant(new TenantId(tenant)));

    [Fact]
    public void The_longest_tenant_and_name_fit_in_a_file_name()
    {
        Assert.True(BlobPath.OfTenant(new TenantId(new string('Ä', 64))).Length <= 255);
        Assert.True(BlobPath.OfTenant(new TenantId(new string('a', 128))).Length <= 255);
        Assert.True(BlobPath.FileOf(new BlobName(new string('a', 200))).Length <= 255);
    }

    [Fact]
    public void No_two_tenants_share_a_folder()
    {
        string[] tenants = ["a", "A", "a ", " a", "á", "a\u0301", "a.", "a/", "..", "t-a", "x-a", "nul", "NUL", new string('a', 100), new string('a', 101), "𝒶", "ｱ", "a\n", "\u0001", "İ", "i", "ı"];
        Assert.Equal(tenants.Length, tenants.Select(tenant => BlobPath.OfTenant(new TenantId(tenant)).ToUpperInvariant()).Distinct().Count());
    }

    [Fact]
    public void What_is_no_tenant_is_refused() =>
        Assert.All(["", "\ud800", new string('ä', 65)], tenant => Assert.ThrowsAny<ArgumentException>(() => BlobPath.OfTenant(new TenantId(tenant))));

    [Theory]
    [InlineData("a")]
    [InlineData("a/b")]
    [InlineData("con/nul")]
    public void A_file_tells_its_blob_s_name(string name) => Assert.Equal(new BlobName(name), BlobPath.NameOf(BlobPath.FileOf(new BlobName(name))));

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("b-A")]
    [InlineData("b-")]
    [InlineData("b-a_")]
    public void Other_files_are_no_blobs(string file) => Assert.Null(BlobPath.NameOf(file));

    [Fact]
    public async Task Tenants_of_any_letters_are_kept_apart()
    {
        using var folder = new TempFolder();
        using FileSystemBlobStore store = folder.Open();
        string[] tenants = ["a", "A", "../a", "ä", new string('ﷺ', 42)];
        foreach (string tenant in tenants)
        {
            await TempFolder.Put(store, "one", Encoding.UTF8.GetBytes(tenant), tenant: new TenantId(tenant));
        }

        foreach (string tenant in tenants)
        {
            Assert.Equal(tenant, Encoding.UTF8.GetString((await TempFolder.Get(store, "one", new TenantId(tenant)))!));
            Assert.Equal(["one"], await TempFolder.Names(store, new TenantId(tenant)));
        }
    }

    [Fact]
    public async Task A_file_is_the_blob_and_24_bytes_more()
    {
        using var folder = new TempFolder();
        using FileSystemBlobStore store = folder.Open();
        await TempFolder.Put(store, "calls/a", "123456789"u8.ToArray());
        byte[] file = File.ReadAllBytes(Path.Combine(folder.Blobs, folder.Files().Single()));
        Assert.Equal("123456789"u8.ToArray(), file[..9]);
        Assert.Equal("514B424C4F42310A" + "0900000000000000" + "839206E3", Convert.ToHexString(file[9..29]));
        Assert.Equal(9 + 24, file.Length);
    }

    [Fact]
    public async Task A_damaged_file_is_never_an_early_end()
    {
        using var folder = new TempFolder();
        using FileSystemBlobStore store = folder.Open();
        await TempFolder.Put(store, "a", TempFolder.Bytes(1000));
        string path = Path.Combine(folder.Blobs, folder.Files().Single());
        byte[] whole = File.ReadAllBytes(path);
        byte[][] damaged = [.. Enumerable.Range(0, whole.Length).Where(length => length % 97 == 0 || length > 990).Select(length => whole[..length]), [.. whole, 0], .. Enumerable.Range(1000, 24).Select(at => Flipped(whole, at))];
        foreach (byte[] bytes in damaged)
        {
            File.WriteAllBytes(path, bytes);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => TempFolder.Get(store, "a"));
            await Assert.ThrowsAsync<StorageUnavailableException>(() => store.FindAsync(TempFolder.Tenant, new BlobName("a"), CancellationToken.None).AsTask());
            await Assert.ThrowsAsync<StorageUnavailableException>(() => TempFolder.Names(store));
        }
    }

    [Fact]
    public async Task A_file_cut_while_it_is_read_breaks_the_read_off_for_good()
    {
        using var folder = new TempFolder();
        using FileSystemBlobStore store = folder.Open();
        await TempFolder.Put(store, "a", TempFolder.Bytes(1000));
        await using Stream stream = (await store.OpenAsync(TempFolder.Tenant, new BlobName("a"), 0, null, CancellationToken.None))!;
        await stream.ReadExactlyAsync(new byte[100]);
        using (FileStream file = File.Open(Path.Combine(folder.Blobs, folder.Files().Single()), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(500);
        }

        await Assert.ThrowsAsync<StorageUnavailableException>(() => stream.CopyToAsync(Stream.Null));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stream.CopyToAsync(Stream.Null));
        Assert.Throws<StorageUnavailableException>(() => stream.Read(new byte[1]));
    }

    private static byte[] Flipped(byte[] whole, int at)
    {
        byte[] flipped = [.. whole];
        flipped[at] ^= 1;
        return flipped;
    }
}
