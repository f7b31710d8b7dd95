using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>The members of an object that its table knows, each once; what it does not know or has twice is reported.</summary>
internal sealed class FoundMembers
{
    private readonly ImmutableArray<string> _known;
    private readonly List<(int Position, JsonElement Value)> _found = [];

    public FoundMembers(JsonElement json, ImmutableArray<string> known, Place place)
    {
        _known = known;
        foreach (JsonProperty property in json.EnumerateObject())
        {
            int position = known.IndexOf(property.Name);
            if (position < 0)
            {
                ReportUnknown(property.Name, place.Member(property.Name));
            }
            else if (_found.Exists(member => member.Position == position))
            {
                place.Member(property.Name).Report(IssueCodes.JsonDuplicateMember, ("member", property.Name));
            }
            else
            {
                _found.Add((position, property.Value));
            }
        }
    }

    /// <summary>Positions in the table, and values, in the order of the document.</summary>
    public IEnumerable<(int Position, JsonElement Value)> InOrder => _found;

    public bool Has(string name) => ValueOf(name) is not null;

    /// <summary>The value of a member; null when it is missing.</summary>
    public JsonElement? ValueOf(string name)
    {
        int position = _known.IndexOf(name);
        foreach ((int candidate, JsonElement value) in _found)
        {
            if (candidate == position)
            {
                return value;
            }
        }

        return null;
    }

    private void ReportUnknown(string name, Place place)
    {
        if (NearestName.To(name, _known) is { } nearest)
        {
            place.Report(IssueCodes.JsonMisspeltMember, ("member", Quoted.Short(name)), ("suggestion", nearest));
        }
        else
        {
            place.Issues.ReportSuperfluous(IssueCodes.JsonUnknownMember, place, ("member", Quoted.Short(name)));
        }
    }
}
