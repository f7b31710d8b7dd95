using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Wire;

/// <summary>Scoring methods as JSON: what a form holds as its <c>method</c> (docs/form-format.md).</summary>
public static class ScoringMethodJson
{
    /// <summary>A method as text; parts that are the default are left out.</summary>
    /// <param name="method">The method.</param>
    /// <param name="indented">Whether it is laid out for people; otherwise equal methods give equal text.</param>
    public static string WriteText(ScoringMethod method, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(method);
        var writer = new CanonicalWriter(indented);
        writer.BeginObject();
        FormWriter.MethodMembers(writer, method);
        writer.EndObject();
        return writer.ToString();
    }
}
