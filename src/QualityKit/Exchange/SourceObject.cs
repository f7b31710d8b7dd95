using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange;

/// <summary>An object of a document that is being turned into another. What is asked for counts as carried over; all else ends up in the loss report.</summary>
/// <remarks>A member whose value is null counts as missing. Members are unique: <see cref="DuplicateMembers"/> has seen to it.</remarks>
internal sealed class SourceObject
{
    private readonly JsonElement _json;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public SourceObject(JsonElement json, Place place, LossReport losses)
    {
        _json = json;
        Place = place;
        Losses = losses;
        losses.Watch(this);
    }

    public Place Place { get; }

    public LossReport Losses { get; }

    public string Pointer => Place.Pointer;

    /// <summary>The object of a value that must be one; null with an issue when it is none.</summary>
    public static SourceObject? Of(JsonElement json, Place place, LossReport losses)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            return new(json, place, losses);
        }

        ValueKind<object>.ReportKind(json, place, "object");
        return null;
    }

    public bool Has(string name) => Peek(name) is not null;

    /// <summary>The value of a member without taking it; null when it is missing.</summary>
    public JsonElement? Peek(string name) =>
        _json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The value of a member, which counts as carried over; null when it is missing.</summary>
    public JsonElement? Take(string name)
    {
        _taken.Add(name);
        return Peek(name);
    }

    /// <summary>A text; null when it is missing or no text.</summary>
    public string? Text(string name) => Read(name, Kinds.Text(JsonText.MostBytes), out string? text) ? text : null;

    /// <summary>A text that must be there; empty, with an issue, when it is not.</summary>
    public string RequiredText(string name)
    {
        Require(name);
        return Text(name) ?? "";
    }

    /// <summary>A flag.</summary>
    public bool Flag(string name, bool unless = false) => Read(name, Kinds.Boolean, out bool flag) ? flag : unless;

    /// <summary>A number, taken exactly; null when it is missing or none.</summary>
    public decimal? Number(string name) => Read(name, Kinds.Number, out decimal number) ? number : null;

    /// <summary>An object; null when it is missing or none.</summary>
    public SourceObject? Object(string name) => Take(name) is { } value ? Of(value, Place.Member(name), Losses) : null;

    /// <summary>The objects of an array; none when it is missing.</summary>
    public ImmutableArray<SourceObject> Objects(string name) =>
        [.. Elements(name).Select(element => Of(element.Value, element.Place, Losses)).OfType<SourceObject>()];

    /// <summary>The objects of an array that must be there.</summary>
    public ImmutableArray<SourceObject> RequiredObjects(string name)
    {
        Require(name);
        return Objects(name);
    }

    /// <summary>The texts of an array, each with its place; none when it is missing.</summary>
    public IEnumerable<(string Text, Place Place)> Texts(string name)
    {
        foreach ((JsonElement value, Place place) in Elements(name))
        {
            if (Kinds.Text(JsonText.MostBytes).TryRead(value, place, out string? text))
            {
                yield return (text, place);
            }
        }
    }

    /// <summary>Members that have no equal in the target: each that is there becomes a loss.</summary>
    public void LeaveOut(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Take(name) is { } value)
            {
                Losses.AddLeftOut(Place, name, value);
            }
        }
    }

    /// <summary>Says something about a member, or about the object itself.</summary>
    public void Lose(string code, string? member, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        Losses.Add(code, member is null ? Pointer : Place.Member(member).Pointer, arguments);

    /// <summary>The members that nobody asked for.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Untaken() =>
        _json.EnumerateObject()
            .Where(member => member.Value.ValueKind != JsonValueKind.Null && !_taken.Contains(member.Name))
            .Select(member => (member.Name, member.Value));

    private void Require(string name)
    {
        if (!Has(name))
        {
            Place.Report(IssueCodes.JsonMissingMember, ("member", name));
        }
    }

    private bool Read<T>(string name, ValueKind<T> kind, out T? value)
    {
        value = default;
        return Take(name) is { } json && kind.TryRead(json, Place.Member(name), out value);
    }

    private IEnumerable<(JsonElement Value, Place Place)> Elements(string name)
    {
        if (Take(name) is not { } array)
        {
            return [];
        }

        Place place = Place.Member(name);
        if (array.ValueKind == JsonValueKind.Array)
        {
            return array.EnumerateArray().Select((element, position) => (element, place.Element(position)));
        }

        ValueKind<object>.ReportKind(array, place, "array");
        return [];
    }
}
