using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>The key that wraps now, and what the commit of an envelope that it wrapped has to require.</summary>
/// <param name="Key">The key; the keeper's to dispose.</param>
/// <param name="Entry">What the ring says of it.</param>
/// <param name="Ring">The ring as it was read. A commit that fails because it changed asks again and wraps the data key again, never the audio.</param>
internal sealed record WrappingKey(KeyEncryptionKey Key, RingKey Entry, RequireDocument Ring);
