using System.Buffers;
using System.Security.Cryptography;

namespace QualityKit.Storage.FileSystem;

/// <summary>Reads a key file when it is first needed, and writes it whole or not at all.</summary>
internal sealed class KeyFileStore(string path, byte[] passphrase) : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private const string Staged = ".new";
    private const int NameBytes = 8;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly SemaphoreSlim _gate = new(1, 1);
    private KeyFileContent? _content;
    private (DateTime WrittenAt, long Length) _stamp;
    private bool _isDisposed;

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>Does something with what is in the file, while nobody wipes it.</summary>
    public ValueTask<T> UseAsync<T>(Func<KeyFileContent, T> use, CancellationToken cancellationToken) => HeldAsync(() => use(_content ??= Read()), cancellationToken);

    /// <summary>The same with the file as it is now: whatever wraps has to know that a version was added, or forgotten.</summary>
    public ValueTask<T> UseNewestAsync<T>(Func<KeyFileContent, T> use, CancellationToken cancellationToken) => HeldAsync(
        () =>
        {
            if (_content is null || _stamp != Stamp())
            {
                Replace(Read());
            }

            return use(_content!);
        },
        cancellationToken);

    /// <summary>Reads the file again.</summary>
    public async ValueTask ReloadAsync(CancellationToken cancellationToken) => await HeldAsync(() => Replace(Read()), cancellationToken).ConfigureAwait(false);

    /// <summary>Makes the file, where there is none.</summary>
    public async ValueTask CreateAsync(CancellationToken cancellationToken) => await HeldAsync(
        () =>
        {
            if (!File.Exists(path))
            {
                using var drawn = KeyFileContent.Draw();
                string staged = Write(drawn);
                if (!TryMove(staged))
                {
                    // Another process made it at the same time; its secret is the one.
                    File.Delete(staged);
                }

                Disk.SyncFolder(System.IO.Path.GetDirectoryName(path)!);
            }

            return Replace(Read());
        },
        cancellationToken).ConfigureAwait(false);

    /// <summary>Writes the file anew, changed; one process at a time.</summary>
    /// <returns>The root, and how many versions it has now.</returns>
    public ValueTask<(string Root, int Versions)> ChangeAsync(Func<KeyFileContent, KeyFileContent> change, CancellationToken cancellationToken) => HeldAsync(
        () =>
        {
            using FileStream only = OpenForOwner(path + ".lock", FileMode.OpenOrCreate);
            RemoveStaged();
            using KeyFileContent read = Read();
            KeyFileContent changed = change(read);
            File.Move(Write(changed), path, overwrite: true);
            Disk.SyncFolder(System.IO.Path.GetDirectoryName(path)!);
            Replace(changed);
            return (changed.Root, changed.Secrets.Length);
        },
        cancellationToken);

    public void Dispose()
    {
        _gate.Wait();
        _isDisposed = true;
        _content?.Dispose();
        CryptographicOperations.ZeroMemory(passphrase);
        _gate.Release();
    }

    private async ValueTask<T> HeldAsync<T>(Func<T> use, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return use();
        }
        finally
        {
            _gate.Release();
        }
    }

    private (DateTime WrittenAt, long Length) Stamp() => new FileInfo(path) is { Exists: true } file
        ? (file.LastWriteTimeUtc, file.Length)
        : throw new FileNotFoundException($"there is no key file `{path}`", path);

    private bool Replace(KeyFileContent content)
    {
        _content?.Dispose();
        _content = content;
        return true;
    }

    private KeyFileContent Read()
    {
        _stamp = Stamp();
        byte[] bytes = File.ReadAllBytes(path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            throw new UnauthorizedAccessException($"others than its owner may read or write the key file `{path}`: take that from them (chmod 600)");
        }

        try
        {
            return KeyFileContent.Read(bytes, passphrase);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"the key file `{path}` does not open: {problem.Message}", problem);
        }
    }

    // Whoever made the file first may have changed it already, and then took this one away.
    private bool TryMove(string staged)
    {
        try
        {
            return Disk.MoveNew(staged, path);
        }
        catch (IOException) when (!File.Exists(staged) && File.Exists(path))
        {
            return false;
        }
    }

    // What somebody left who died while they wrote: it may hold secrets that are in use.
    private void RemoveStaged()
    {
        foreach (string file in Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(path)!, "*" + Staged))
        {
            if (IsStaged(System.IO.Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }
    }

    // Named as we name them, and not `root.key.old.new`, which is somebody's own.
    private bool IsStaged(string name)
    {
        string start = System.IO.Path.GetFileName(path) + ".";
        return name.Length == start.Length + (2 * NameBytes) + Staged.Length
            && name.StartsWith(start, StringComparison.Ordinal)
            && !name.AsSpan(start.Length, 2 * NameBytes).ContainsAnyExcept(HexDigits);
    }

    // Beside the file, so that it is on the same disk; flushed before it gets the name.
    private string Write(KeyFileContent content)
    {
        string staged = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes))}{Staged}";
        using FileStream stream = OpenForOwner(staged, FileMode.CreateNew);
        stream.Write(content.ToBytes(passphrase));
        stream.Flush(flushToDisk: true);
        return staged;
    }

    private static FileStream OpenForOwner(string file, FileMode mode)
    {
        var how = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = Owner;
        }

        return new(file, how);
    }
}
