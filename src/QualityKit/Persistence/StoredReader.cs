using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Persistence;

/// <summary>Reads one object of a stored document. What is not there is null, false or empty; what must be there and is not makes the document unreadable.</summary>
internal readonly struct StoredReader
{
    private readonly JsonElement _json;

    private StoredReader(JsonElement json) => _json = json;

    /// <summary>Reads a document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static T Document<T>(Document document, string format, Func<StoredReader, T> read)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(document.Body);
            var members = new StoredReader(json.RootElement);
            return members.Text("format") == format
                ? read(members)
                : throw new InvalidDataException($"`{document.Key}` is stored as `{members.Text("format")}`, and this version of the library reads `{format}`");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or ValidationFailedException)
        {
            throw new InvalidDataException($"`{document.Key}` is damaged: it cannot be read as `{format}`", problem);
        }
    }

    public bool Has(string name) => _json.TryGetProperty(name, out _);

    public string Text(string name) => _json.GetProperty(name).GetString() ?? throw new FormatException($"`{name}` is null");

    public string? TextOrNull(string name) => Has(name) ? Text(name) : null;

    public bool Flag(string name) => Has(name) && _json.GetProperty(name).GetBoolean();

    public decimal Number(string name) => _json.GetProperty(name).GetDecimal();

    public decimal? NumberOrNull(string name) => Has(name) ? Number(name) : null;

    public DateTimeOffset Instant(string name) => DateTimeOffset.ParseExact(Text(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public DateTimeOffset? InstantOrNull(string name) => Has(name) ? Instant(name) : null;

    public byte[] Bytes(string name) => _json.GetProperty(name).GetBytesFromBase64();

    public T Object<T>(string name, Func<StoredReader, T> read) => read(new(_json.GetProperty(name)));

    public T? ObjectOrNull<T>(string name, Func<StoredReader, T> read)
        where T : class => Has(name) ? Object(name, read) : null;

    public ImmutableArray<T> Array<T>(string name, Func<StoredReader, T> read) =>
        Has(name) ? [.. _json.GetProperty(name).EnumerateArray().Select(element => read(new(element)))] : [];

    public T Choice<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(Text(name));

    /// <summary>A document of a format of its own.</summary>
    public ReadOnlySpan<byte> Json(string name) => JsonMarshal.GetRawUtf8Value(_json.GetProperty(name));

    public ImmutableArray<string> Texts(string name) =>
        Has(name) ? [.. _json.GetProperty(name).EnumerateArray().Select(element => element.GetString() ?? throw new FormatException($"`{name}` has a null"))] : [];
}
