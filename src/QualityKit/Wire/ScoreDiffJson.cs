using QualityKit.Canonical;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Writes why a score moved as JSON for programs (docs/differences.md): equal differences give equal bytes.</summary>
public static class ScoreDiffJson
{
    /// <summary>The difference as <c>qualitykit.scoreDiff/1</c>, canonical, UTF-8. The amounts of all lines add up to the change.</summary>
    /// <param name="diff">The difference.</param>
    /// <param name="catalogue">The words of the sentences; English when null.</param>
    public static byte[] Write(ScoreDiff diff, MessageCatalogue? catalogue = null)
    {
        ArgumentNullException.ThrowIfNull(diff);
        var writer = new CanonicalWriter();
        new ScoreDiffWriter(writer, diff, catalogue ?? MessageCatalogue.English).Write();
        return writer.ToArray();
    }
}
