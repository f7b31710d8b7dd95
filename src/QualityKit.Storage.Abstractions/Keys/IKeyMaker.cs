namespace QualityKit.Storage.Keys;

/// <summary>What a wrapper also is whose secret is made once. Whoever looks first that nothing was wrapped by one that is lost asks for it; a wrapper never makes one by itself.</summary>
public interface IKeyMaker
{
    /// <summary>Whether there is a secret.</summary>
    ValueTask<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>Makes the secret, where there is none; of any number of callers one makes it.</summary>
    ValueTask CreateAsync(CancellationToken cancellationToken);
}
