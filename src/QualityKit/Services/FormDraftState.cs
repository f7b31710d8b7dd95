using QualityKit.Forms;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>A form that somebody is designing, as it is stored.</summary>
public sealed record FormDraftState
{
    /// <summary>The form; it may be wrong.</summary>
    public required FormDraft Draft { get; init; }

    /// <summary>Which state of it; give it back when the draft is saved, published or discarded, so that nobody's work is lost.</summary>
    public required DocumentVersion State { get; init; }
}
