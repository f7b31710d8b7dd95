using System.Collections.Immutable;

namespace QualityKit.Exchange.Sdc;

/// <summary>The extensions of every element, read once each.</summary>
internal sealed class SdcExtensions
{
    private readonly Dictionary<SourceObject, ImmutableArray<SourceObject>> _read = [];

    public ImmutableArray<SourceObject> Of(SourceObject owner)
    {
        if (!_read.TryGetValue(owner, out ImmutableArray<SourceObject> extensions))
        {
            extensions = owner.Objects("extension");
            _read[owner] = extensions;
        }

        return extensions;
    }
}
