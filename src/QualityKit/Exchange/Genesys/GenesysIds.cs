using System.Text.Json.Nodes;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Genesys;

/// <summary>Keys as identifiers: Genesys Cloud takes UUIDs only, and gives what has none one of its own.</summary>
internal sealed class GenesysIds(SourceObject form)
{
    private int _leftOut;
    private string _first = "";

    /// <summary>An object that begins with its identifier, where it has one.</summary>
    public JsonObject Start(SourceObject source, string key)
    {
        source.Take("key");
        if (Guid.TryParseExact(key, "D", out _))
        {
            return new() { ["contextId"] = key };
        }

        _first = _leftOut == 0 ? key : _first;
        _leftOut++;
        return [];
    }

    public void Report()
    {
        if (_leftOut > 0)
        {
            form.Lose(IssueCodes.KeysLeftOut, null, ("target", form.Losses.Target), ("count", _leftOut), ("first", Quoted.Short(_first)));
        }
    }
}
