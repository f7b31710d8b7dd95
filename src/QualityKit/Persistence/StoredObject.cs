using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using QualityKit.Canonical;

namespace QualityKit.Persistence;

/// <summary>Writes one object of a stored document. Members that were stored before and that this version does not know are kept, so that two versions can run side by side.</summary>
/// <remarks>Members that are null, false, or empty arrays are left out. Of an array the unknown members of each element are kept by its position, or, where elements come and go, by its key.</remarks>
internal sealed class StoredObject
{
    private readonly CanonicalWriter _json;
    private readonly JsonElement _before;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private StoredObject(CanonicalWriter json, JsonElement before)
    {
        _json = json;
        _before = before.ValueKind == JsonValueKind.Object ? before : default;
    }

    /// <summary>Writes a document.</summary>
    /// <param name="format">Its format and version, the first member.</param>
    /// <param name="write">Writes the other members.</param>
    /// <param name="before">The body that it takes the place of; empty for none.</param>
    public static byte[] Document(string format, Action<StoredObject> write, ReadOnlyMemory<byte> before = default)
    {
        var json = new CanonicalWriter();
        using JsonDocument? old = before.IsEmpty ? null : JsonDocument.Parse(before);
        Write(json, old?.RootElement ?? default, members =>
        {
            members.Text("format", format);
            write(members);
        });
        return json.ToArray();
    }

    public void Text(string name, string? value)
    {
        if (IsGiven(name, value is not null))
        {
            _json.Value(value!);
        }
    }

    public void Flag(string name, bool value)
    {
        if (IsGiven(name, value))
        {
            _json.Value(true);
        }
    }

    public void Number(string name, decimal? value)
    {
        if (IsGiven(name, value is not null))
        {
            _json.Value(value!.Value);
        }
    }

    /// <summary>An instant with its offset, to the tick.</summary>
    public void Instant(string name, DateTimeOffset? value) => Text(name, value?.ToString("O", CultureInfo.InvariantCulture));

    public void Bytes(string name, ReadOnlySpan<byte> value) => Text(name, Convert.ToBase64String(value));

    public void Object<T>(string name, T? value, Action<StoredObject, T> write)
        where T : class
    {
        if (IsGiven(name, value is not null))
        {
            Write(_json, Before(name), members => write(members, value!));
        }
    }

    public void Array<T>(string name, ImmutableArray<T> values, Action<StoredObject, T> write) =>
        Elements(name, values, (value, position, before) => Write(_json, position < before.Length ? before[position] : default, members => write(members, value)));

    /// <summary>An array whose elements are told apart by a text member.</summary>
    public void Keyed<T>(string name, ImmutableArray<T> values, (string Member, Func<T, string> Of) key, Action<StoredObject, T> write) =>
        Elements(name, values, (value, _, before) => Write(_json, before.FirstOrDefault(element => Is(element, key.Member, key.Of(value))), members => write(members, value)));

    public void Texts(string name, ImmutableArray<string> values) => Elements(name, values, (value, _, _) => _json.Value(value));

    /// <summary>A value of an enumeration, by its name, which the public API holds.</summary>
    public void Choice<T>(string name, T value)
        where T : struct, Enum => Text(name, value.ToString());

    /// <summary>A document of a format of its own.</summary>
    public void Json(string name, ReadOnlyMemory<byte> document)
    {
        if (IsGiven(name, !document.IsEmpty))
        {
            _json.Copy(document.Span);
        }
    }

    private static void Write(CanonicalWriter json, JsonElement before, Action<StoredObject> write)
    {
        json.BeginObject();
        var members = new StoredObject(json, before);
        write(members);
        members.KeepUnknown();
        json.EndObject();
    }

    private static bool Is(JsonElement element, string member, string text) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out JsonElement value) && value.ValueEquals(text);

    private void Elements<T>(string name, ImmutableArray<T> values, Action<T, int, JsonElement[]> write)
    {
        if (!IsGiven(name, !values.IsEmpty))
        {
            return;
        }

        JsonElement before = Before(name);
        JsonElement[] elements = before.ValueKind == JsonValueKind.Array ? [.. before.EnumerateArray()] : [];
        _json.BeginArray();
        foreach ((int position, T value) in values.Index())
        {
            write(value, position, elements);
        }

        _json.EndArray();
    }

    // A member that is left out is known all the same, so that its old value does not come back.
    private bool IsGiven(string name, bool isGiven)
    {
        _known.Add(name);
        if (isGiven)
        {
            _json.Name(name);
        }

        return isGiven;
    }

    private JsonElement Before(string name) =>
        _before.ValueKind == JsonValueKind.Object && _before.TryGetProperty(name, out JsonElement value) ? value : default;

    private void KeepUnknown()
    {
        if (_before.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty member in _before.EnumerateObject().Where(member => !_known.Contains(member.Name)))
        {
            _json.Name(member.Name);
            _json.Copy(JsonMarshal.GetRawUtf8Value(member.Value));
        }
    }
}
