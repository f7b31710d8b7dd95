using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.Keys;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Keys;

namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>A root of keys in a file: it passes the kit, is made once, and opens with its passphrase alone.</summary>
public sealed class KeyFileTests : IDisposable
{
    private const string Passphrase = "correct horse battery staple";

    private static readonly KeyWrapperCapabilities Capabilities = new KeyFile("unused", Passphrase).Capabilities;

    private readonly TempFolder _folder = new();

    public static TheoryData<ConformanceCase> Cases => [.. KeyWrapperKit.Cases(Capabilities, [KeyControl.Rotate], () => new Harness())];

    private string File => Path.Combine(_folder.Path, "root.key");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_key_file_keeps_its_promises(ConformanceCase promise) => promise.RunAsync();

    [Fact]
    public async Task Nothing_is_made_before_somebody_asks_and_then_only_its_owner_reads_it()
    {
        using KeyFile file = Open();

        Assert.False(await file.ExistsAsync(CancellationToken.None));
        Assert.Equal(KeyAnswer.Unavailable, (await file.WrapAsync(TempFolder.Tenant, default, new byte[32], CancellationToken.None)).Answer);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        await file.CreateAsync(CancellationToken.None);

        Assert.True(await file.ExistsAsync(CancellationToken.None));
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task Of_many_who_make_it_at_once_one_does_and_all_have_the_same_secret()
    {
        KeyFile[] files = [.. Enumerable.Range(0, 6).Select(_ => Open())];

        await Task.WhenAll(files.Select(file => Task.Run(() => file.CreateAsync(CancellationToken.None).AsTask())));

        WrappedKey wrapped = await WrappedAsync(files[0]);
        foreach (KeyFile file in files)
        {
            Assert.Equal(KeyAnswer.Done, await AnswerAsync(file, wrapped));
            file.Dispose();
        }

        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Another_file_another_passphrase_and_a_damaged_file_unwrap_nothing()
    {
        using KeyFile file = Open();
        await file.CreateAsync(CancellationToken.None);
        WrappedKey wrapped = await WrappedAsync(file);
        using var other = new KeyFile(Path.Combine(_folder.Path, "other.key"), Passphrase);
        await other.CreateAsync(CancellationToken.None);
        using var stranger = new KeyFile(File, "another passphrase");

        Assert.Equal(KeyAnswer.Wrong, await AnswerAsync(other, wrapped));
        Assert.Equal(KeyAnswer.Denied, await AnswerAsync(stranger, wrapped));
        InvalidDataException denied = await Assert.ThrowsAsync<InvalidDataException>(() => stranger.ExistsAsync(CancellationToken.None).AsTask());
        Assert.Contains("the passphrase is another", denied.Message, StringComparison.Ordinal);

        string whole = await System.IO.File.ReadAllTextAsync(File);
        foreach (string damaged in new[] { "", "{}", "[]", whole.Replace("600000", "1", StringComparison.Ordinal), whole.Replace("key-file/1", "key-file/2", StringComparison.Ordinal), whole[..^20], whole.Replace("\"secrets\": [", "\"secrets\": [\"AAAA\",", StringComparison.Ordinal) })
        {
            await System.IO.File.WriteAllTextAsync(File, damaged);
            using KeyFile reopened = Open();
            Assert.Equal(KeyAnswer.Denied, await AnswerAsync(reopened, wrapped));
        }
    }

    [Fact]
    public async Task A_file_that_others_may_read_is_not_used()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using KeyFile file = Open();
        await file.CreateAsync(CancellationToken.None);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        using KeyFile again = Open();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => again.ExistsAsync(CancellationToken.None).AsTask());
        Assert.Equal(KeyAnswer.Denied, (await again.WrapAsync(TempFolder.Tenant, default, new byte[32], CancellationToken.None)).Answer);
    }

    [Fact]
    public async Task A_new_version_wraps_and_the_old_one_unwraps_until_it_is_forgotten()
    {
        using KeyFile file = Open();
        await file.CreateAsync(CancellationToken.None);
        using KeyFile elsewhere = Open();
        WrappedKey old = await WrappedAsync(elsewhere);

        KeyVersionId second = await file.RotateAsync(CancellationToken.None);
        WrappedKey anew = await WrappedAsync(file);

        Assert.Equal((second, "2"), (anew.KeyVersion, second.Version));
        Assert.Equal(KeyAnswer.Done, await AnswerAsync(elsewhere, anew));
        Assert.Equal(KeyAnswer.Done, await AnswerAsync(file, old));
        await Assert.ThrowsAsync<InvalidOperationException>(() => file.ForgetAsync(old.KeyVersion, (version, _) => new(version != old.KeyVersion), CancellationToken.None).AsTask());
        Assert.Equal(KeyAnswer.Done, await AnswerAsync(file, old));
        await file.ForgetAsync(old.KeyVersion, (version, _) => new(version == old.KeyVersion), CancellationToken.None);
        Assert.Equal("2", (await WrappedAsync(elsewhere)).KeyVersion.Version);
        Assert.Equal(KeyAnswer.Destroyed, await AnswerAsync(file, old));
        using KeyFile reopened = Open();
        Assert.Equal((KeyAnswer.Destroyed, KeyAnswer.Done), (await AnswerAsync(reopened, old), await AnswerAsync(reopened, anew)));
        await Assert.ThrowsAsync<ArgumentException>(() => file.ForgetAsync(second, (_, _) => new(true), CancellationToken.None).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => file.ForgetAsync(new(second.Key, "3"), (_, _) => new(true), CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task A_new_version_takes_away_what_somebody_left_who_died_and_nothing_else()
    {
        using KeyFile file = Open();
        await file.CreateAsync(CancellationToken.None);
        string[] others = [File + ".new", File + ".old.new", File + ".0123456789ABCDEF.new", File + ".0123456789abcdef.new.new", "x" + Path.GetFileName(File) + ".0123456789abcdef.new"];
        string left = File + ".0123456789abcdef.new";
        foreach (string name in others.Append(left))
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(_folder.Path, name), "secret");
        }

        await file.RotateAsync(CancellationToken.None);

        Assert.False(System.IO.File.Exists(left));
        Assert.All(others, name => Assert.True(System.IO.File.Exists(Path.Combine(_folder.Path, name)), name));
    }

    [Fact]
    public async Task The_file_holds_no_secret_in_the_clear_and_nothing_prints_the_passphrase()
    {
        using KeyFile file = Open();
        await file.CreateAsync(CancellationToken.None);

        string text = await System.IO.File.ReadAllTextAsync(File);

        Assert.DoesNotContain(Passphrase, text + file, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new KeyFile(File, "too short"));
        Assert.Throws<ArgumentException>(() => new KeyFile("", Passphrase));
    }

    [Fact]
    public async Task What_was_disposed_unwraps_nothing()
    {
        KeyFile file = Open();
        await file.CreateAsync(CancellationToken.None);
        WrappedKey wrapped = await WrappedAsync(file);
        file.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => AnswerAsync(file, wrapped));
    }

    [Fact]
    public async Task A_host_uses_it_by_one_call()
    {
        var services = new ServiceCollection();
        new Builder(services).UseKeyFile(File, Passphrase);
        await using ServiceProvider provider = services.BuildServiceProvider();
        KeyRoot root = provider.GetRequiredKeyedService<KeyRoot>("quality");

        await root.Wrapper.CreateAsync(CancellationToken.None);

        Assert.Equal("key-file", root.Name);
        Assert.True(await root.Wrapper.ExistsAsync(CancellationToken.None));
        Assert.Throws<ArgumentException>(() => new Builder(services).UseKeyFile(File, "short"));
    }

    private KeyFile Open() => new(File, Passphrase);

    private static async Task<WrappedKey> WrappedAsync(KeyFile file) => (await file.WrapAsync(TempFolder.Tenant, Encoding.UTF8.GetBytes("context"), new byte[32], CancellationToken.None)).Wrapped!;

    private static async Task<KeyAnswer> AnswerAsync(KeyFile file, WrappedKey wrapped) =>
        (await file.UnwrapAsync(TempFolder.Tenant, [new() { Wrapped = wrapped, Context = Encoding.UTF8.GetBytes("context"), Destination = new byte[KeyLimits.KeyBytes] }], CancellationToken.None))[0].Answer;

    private sealed class Builder(IServiceCollection services) : IQualityKitBuilder
    {
        public IServiceCollection Services => services;

        public string Name => "quality";
    }

    private sealed class Harness : IKeyWrapperHarness
    {
        private readonly TempFolder _folder = new();
        private readonly List<KeyFile> _open = [];

        public int Requests => 0;

        public async ValueTask<IKeyWrapper> OpenAsync(CancellationToken cancellationToken)
        {
            _open.Add(new(Path.Combine(_folder.Path, "root.key"), Passphrase));
            await _open[^1].CreateAsync(cancellationToken);
            return _open[^1];
        }

        public async ValueTask ApplyAsync(KeyControl control, TenantId tenant, KeyVersionId? keyVersion, CancellationToken cancellationToken)
        {
            Assert.Equal(KeyControl.Rotate, control);
            await _open[0].RotateAsync(cancellationToken);
        }

        public ValueTask DisposeAsync()
        {
            _open.ForEach(file => file.Dispose());
            _folder.Dispose();
            return default;
        }
    }
}
