using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;

namespace QualityKit.Storage.S3.Tests;

public class KeysAndOptionsTests
{
    private static readonly S3Keys Keys = new("quality/");

    [Theory]
    [InlineData("acme", "quality/blobs/t-acme/calls/7f3a")]
    [InlineData("Acme", "quality/blobs/x-41636d65/calls/7f3a")]
    [InlineData("../a", "quality/blobs/x-2e2e2f61/calls/7f3a")]
    [InlineData("ü", "quality/blobs/x-c3bc/calls/7f3a")]
    public void A_key_has_plain_letters_only(string tenant, string key) => Assert.Equal(key, Keys.Blob(new TenantId(tenant), new BlobName("calls/7f3a")));

    [Fact]
    public void The_longest_key_fits() =>
        Assert.True(Keys.Data(Keys.Blob(new TenantId(new string('Ä', 64)), new BlobName(new string('a', 200))), new string('0', 32)).Length <= 1024 - 400);

    [Fact]
    public void What_is_no_tenant_is_refused() =>
        Assert.All(["", "\ud800", new string('ä', 65)], tenant => Assert.ThrowsAny<ArgumentException>(() => S3Keys.OfTenant(new TenantId(tenant))));

    [Theory]
    [InlineData("a")]
    [InlineData("a/b")]
    public void The_key_of_bytes_leads_back_to_the_blob(string name)
    {
        string key = Keys.Blob(new TenantId("acme"), new BlobName(name));
        Assert.Equal((key, "0123"), Keys.OfData(Keys.Data(key, "0123")));
        Assert.Equal(new BlobName(name), Keys.NameOf(new TenantId("acme"), key));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("")]
    [InlineData("a//b")]
    public void Other_keys_are_no_blobs(string rest) => Assert.Null(Keys.NameOf(new TenantId("acme"), $"quality/blobs/t-acme/{rest}"));

    [Fact]
    public void A_head_comes_back_from_its_metadata()
    {
        foreach (BlobKind kind in Enum.GetValues<BlobKind>())
        {
            var head = new BlobHead { Kind = kind, Length = 5L << 40, Crc32C = 0xE3069283, Token = "0123" };
            var metadata = new MetadataCollection();
            head.WriteTo(metadata);
            Assert.Equal(head, BlobHead.Read(metadata));
        }

        Assert.Null(BlobHead.Read(new MetadataCollection()));
    }

    [Theory]
    [InlineData("qualitykit-kind", "other")]
    [InlineData("qualitykit-length", "-1")]
    [InlineData("qualitykit-crc32c", "xyz")]
    [InlineData("qualitykit-token", "")]
    public void A_head_that_is_not_as_it_should_be_is_none(string key, string value)
    {
        var metadata = new MetadataCollection();
        new BlobHead { Kind = BlobKind.Whole, Length = 1, Crc32C = 1, Token = "0123" }.WriteTo(metadata);
        metadata[key] = value;
        Assert.Null(BlobHead.Read(metadata));
    }

    public static TheoryData<Action<S3BlobOptions>> WrongOptions =>
    [
        options => options.Bucket = " ",
        options => options.PartSize = (5 << 20) - 1,
        options => options.PartSize = (1 << 30) + 1,
        options => options.RequestTimeout = TimeSpan.Zero,
        options => options.Retries = -1,
        options => options.AbandonedAfter = TimeSpan.FromMinutes(59),
        options => (options.AbandonedAfter, options.RequestTimeout) = (TimeSpan.FromHours(8), TimeSpan.FromMinutes(10)),
        options => options.AccessKey = "only one",
        options => options.ServiceUrl = new Uri("s3.example.org", UriKind.Relative),
    ];

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public void Options_are_checked_when_the_store_is_made(Action<S3BlobOptions> spoil)
    {
        var options = new S3BlobOptions { Bucket = "b", Region = "eu-central-1" };
        spoil(options);
        Assert.ThrowsAny<ArgumentException>(() => S3BlobStore.Connect(options, TimeProvider.System));
    }

    [Fact]
    public void A_host_s_store_is_made_from_its_options()
    {
        var builder = new Builder();
        builder.UseS3Blobs(Configure).UseS3Blobs(Configure);
        builder.Services.AddSingleton(TimeProvider.System);
        using ServiceProvider services = builder.Services.BuildServiceProvider();
        Assert.Equal("S3", services.GetRequiredKeyedService<IBlobStore>("").Capabilities.Name);
        Assert.Empty(StorageSlots.Problems(services, ""));

        builder.UseS3Blobs(options =>
        {
            Configure(options);
            options.Prefix = "other/";
        });
        using ServiceProvider twice = builder.Services.BuildServiceProvider();
        string problem = Assert.Single(StorageSlots.Problems(twice, ""));
        Assert.Contains("UseS3Blobs", problem);
        Assert.DoesNotContain("hush", problem);
    }

    private static void Configure(S3BlobOptions options) => (options.Bucket, options.Region, options.AccessKey, options.SecretKey) = ("calls", "eu-central-1", "key", "hush");

    private sealed class Builder : IQualityKitBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public string Name => "";
    }
}
