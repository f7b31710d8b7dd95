namespace QualityKit.Services;

/// <summary>A commit was refused, because somebody else works on the tenant by now.</summary>
internal sealed class LeaseLostException : Exception;
