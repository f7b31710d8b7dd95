using System.Text.Json.Nodes;
using QualityKit.Reference.Recording;

namespace QualityKit.Tests.Vault;

/// <summary>A wrap of a vector, and what it was made from.</summary>
internal sealed record VectorWrap(byte Kind, string Provider, string Key, string Version, byte[] Wrapped)
{
    /// <summary>Beside its parts: what it holds, and what chance gave where it was made.</summary>
    public (string Name, JsonNode Value)[] MadeFrom { get; init; } = [];

    public byte[] ToBytes() => ReferenceEnvelope.Wrap(Kind, Provider, Key, Version, Wrapped);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["kind"] = (int)Kind, ["provider"] = Provider, ["key"] = Key, ["version"] = Version, ["wrapped"] = Convert.ToHexStringLower(Wrapped) };
        foreach ((string name, JsonNode value) in MadeFrom)
        {
            json[name] = value;
        }

        return json;
    }
}
