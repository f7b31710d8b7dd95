namespace QualityKit.Storage.Errors;

/// <summary>Storage could not be reached, or broke off. Sending the same command again is safe, and is the host's to decide.</summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>Storage could not be reached.</summary>
    public StorageUnavailableException()
        : this("storage is not available")
    {
    }

    /// <summary>Storage could not be reached.</summary>
    /// <param name="message">What failed, without secrets.</param>
    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Storage could not be reached.</summary>
    /// <param name="message">What failed, without secrets.</param>
    /// <param name="innerException">What the driver said.</param>
    public StorageUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
