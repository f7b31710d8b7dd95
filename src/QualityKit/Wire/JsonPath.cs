using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Where a reader of JSON is, and whether the strings on its way are Unicode.</summary>
internal sealed class JsonPath(Place root)
{
    private readonly Stack<(Place Place, int Next)> _open = new();
    private Place? _member;

    /// <summary>The place of the last value, or of the object that is being read.</summary>
    public Place Place { get; private set; } = root;

    /// <summary>Takes note of the token that was read.</summary>
    public void Follow(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Place = _open.Peek().Place;
                _member = Text(ref reader) is { } name ? Place.Member(name) : Place;
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Place = _open.Pop().Place;
                break;
            default:
                Enter();
                Value(ref reader);
                break;
        }
    }

    private void Enter()
    {
        if (_member is not null)
        {
            (Place, _member) = (_member, null);
        }
        else if (_open.TryPop(out (Place Place, int Next) array))
        {
            Place = array.Place.Element(array.Next);
            _open.Push((array.Place, array.Next + 1));
        }
    }

    private void Value(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _open.Push((Place, 0));
        }
        else if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
        {
            Text(ref reader);
        }
    }

    // Null for a string with half of a surrogate pair, which is JSON and yet no text.
    private string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            Place.Report(IssueCodes.JsonNotUnicode);
            return null;
        }
    }
}
