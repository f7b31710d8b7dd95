using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Storage.FileSystem;

/// <summary>A root of keys in a file under a passphrase. The file is made once, by a start that has looked that nothing needs one that is lost; a file with another root unwraps nothing.</summary>
/// <remarks>
/// The secrets of the root are sealed with AES-256-GCM under PBKDF2-HMAC-SHA-256 of the passphrase, 600,000 times. Keys are wrapped with AES-256-GCM
/// under a key that derives from a secret for the tenant and the version, and bound to tenant, version and context. A version of the file cannot be
/// destroyed for good: copies of the file may have it. Safe to share between threads.
/// </remarks>
public sealed class KeyFile : IKeyWrapper, IKeyMaker, IDisposable
{
    /// <summary>The fewest characters of a passphrase: 12.</summary>
    public const int LeastPassphrase = 12;

    private readonly KeyFileStore _store;

    /// <summary>A root in a file. The file is read when it is first needed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="passphrase">At least 12 characters; its Unicode normalization form C counts, as UTF-8. Keep it elsewhere than the file.</param>
    /// <exception cref="ArgumentException">The path is empty, or the passphrase too short.</exception>
    public KeyFile(string path, string passphrase)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(passphrase);
        if (passphrase.Length < LeastPassphrase)
        {
            throw new ArgumentException($"a passphrase has at least {LeastPassphrase} characters", nameof(passphrase));
        }

        _store = new(Path.GetFullPath(path), Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)));
    }

    /// <inheritdoc/>
    public KeyWrapperCapabilities Capabilities { get; } = new() { ProviderId = "key-file", BindsContext = true, CanDestroy = false };

    /// <summary>Whether the file is there.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or the passphrase is another.</exception>
    /// <exception cref="UnauthorizedAccessException">Others than its owner may read it.</exception>
    public async ValueTask<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _store.UseAsync(_ => true, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Makes the file with a new secret, where there is none. Only its owner may read it.</summary>
    /// <exception cref="IOException">The folder is missing, or the disk does not take it.</exception>
    public ValueTask CreateAsync(CancellationToken cancellationToken) => _store.CreateAsync(cancellationToken);

    /// <summary>Adds a secret, which wraps from now on; the others go on unwrapping. Then wrap the ring of every tenant anew (<c>KeyRingService.RotateRootAsync</c>, once for each).</summary>
    /// <returns>The version that wraps now.</returns>
    public async ValueTask<KeyVersionId> RotateAsync(CancellationToken cancellationToken)
    {
        (string root, int version) = await _store.ChangeAsync(content => content.Rotated(), cancellationToken).ConfigureAwait(false);
        return IdOf(root, version);
    }

    /// <summary>Removes a secret that wraps nothing any more. What it still wraps opens never again, of whichever tenant it is; copies of the file keep it.</summary>
    /// <param name="version">The version, in the words of this root.</param>
    /// <param name="isUnused">Looks whether no ring of any tenant needs it: <c>RootUses.IsUnusedAsync</c>, over every store that this root protects.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no such version, or it is the newest.</exception>
    /// <exception cref="InvalidOperationException">Something needs it. Nothing was removed.</exception>
    public async ValueTask ForgetAsync(KeyVersionId version, Func<KeyVersionId, CancellationToken, ValueTask<bool>> isUnused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(isUnused);
        await _store.UseNewestAsync(content => OlderOf(content, version), cancellationToken).ConfigureAwait(false);
        if (!await isUnused(version, cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException($"`{version}` still wraps keys of some ring, or a ring cannot be read: wrap the ring of every tenant anew first (`KeyRingService.RotateRootAsync`)");
        }

        await _store.ChangeAsync(content => content.Without(OlderOf(content, version)), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        try
        {
            return WrapResult.Done(await _store.UseNewestAsync(content => Wrap(content, tenant, context.Span, key.Span), cancellationToken).ConfigureAwait(false));
        }
        catch (Exception problem) when (AnswerTo(problem) is { } answer)
        {
            return WrapResult.Refused(answer);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken)
    {
        try
        {
            if (await _store.UseAsync(content => requests.Any(request => IsNewer(content, request.Wrapped.KeyVersion)), cancellationToken).ConfigureAwait(false))
            {
                // Another node added a version since the file was read.
                await _store.ReloadAsync(cancellationToken).ConfigureAwait(false);
            }

            return await _store.UseAsync(content => requests.Select(request => Unwrap(content, tenant, request)).ToImmutableArray(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (AnswerTo(problem) is { } answer)
        {
            return [.. requests.Select(_ => UnwrapResult.Refused(answer))];
        }
    }

    /// <summary>Wipes what was read of the file.</summary>
    public void Dispose() => _store.Dispose();

    /// <summary>The path; never the passphrase.</summary>
    public override string ToString() => $"KeyFile({_store.Path})";

    private static KeyAnswer? AnswerTo(Exception problem) => problem switch
    {
        InvalidDataException or UnauthorizedAccessException => KeyAnswer.Denied,
        IOException => KeyAnswer.Unavailable,
        _ => null,
    };

    private static WrappedKey Wrap(KeyFileContent content, TenantId tenant, ReadOnlySpan<byte> context, ReadOnlySpan<byte> key) =>
        KeyFileCipher.Wrap(content.Secrets[^1], IdOf(content.Root, content.Secrets.Length), tenant, context, key);

    private static UnwrapResult Unwrap(KeyFileContent content, TenantId tenant, UnwrapRequest request) => NumberOf(content, request.Wrapped.KeyVersion) switch
    {
        null => UnwrapResult.Refused(KeyAnswer.Wrong),
        { } number when content.Secrets[number - 1].Length == 0 => UnwrapResult.Refused(KeyAnswer.Destroyed),
        { } number => KeyFileCipher.Unwrap(content.Secrets[number - 1], tenant, request),
    };

    private static int OlderOf(KeyFileContent content, KeyVersionId version) => NumberOf(content, version) is { } number && number < content.Secrets.Length
        ? number
        : throw new ArgumentException($"`{version}` is no older version of this root", nameof(version));

    private static KeyVersionId IdOf(string root, int version) => new(root, version.ToString(CultureInfo.InvariantCulture));

    private static bool IsNewer(KeyFileContent content, KeyVersionId version) => version.Key == content.Root && NumberOf(content, version) is null;

    private static int? NumberOf(KeyFileContent content, KeyVersionId version) =>
        version.Key == content.Root && int.TryParse(version.Version, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= content.Secrets.Length
            ? number
            : null;
}
