namespace QualityKit.Services;

/// <summary>A handler that a host added.</summary>
/// <param name="Type">The type that it is made of, once for each run of events of one entity.</param>
internal sealed record HandlerRegistration(Type Type);
