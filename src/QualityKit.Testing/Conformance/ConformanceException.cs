namespace QualityKit.Testing.Conformance;

/// <summary>A provider does not keep a promise of its contract.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>A promise was not kept.</summary>
    public ConformanceException()
        : this("a promise of the contract was not kept")
    {
    }

    /// <summary>A promise was not kept.</summary>
    /// <param name="message">What was expected, and what came.</param>
    public ConformanceException(string message)
        : base(message)
    {
    }

    /// <summary>A promise was not kept.</summary>
    /// <param name="message">What was expected, and what came.</param>
    /// <param name="innerException">What the provider threw.</param>
    public ConformanceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
