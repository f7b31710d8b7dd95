using System.Text.Json;
using System.Text.Unicode;
using BatchScoring.Chats;

namespace BatchScoring.Reading;

/// <summary>Reads the STAR format, one chat a line, plain or gzip. A damaged line is named and passed over.</summary>
internal sealed class StarReader(Stream input)
{
    private readonly LineReader _lines = new(input);

    public IEnumerable<StarLine> Read()
    {
        bool isBreakNamed = false;
        foreach (Line line in _lines.Lines())
        {
            if (!IsBlank(line))
            {
                StarLine read = Read(line);
                isBreakNamed = line.End == LineEnd.Broken && read.Damage is not null;
                yield return read;
            }
        }

        if (_lines.Break is { } reason && !isBreakNamed)
        {
            string what = _lines.Number == 0 ? reason : $"{reason}; what came after line {_lines.Number} is lost";
            yield return new() { Number = _lines.Number + 1, Damage = new() { What = what } };
        }
    }

    private static bool IsBlank(Line line) => line.End != LineEnd.TooLong && !line.Bytes.Span.ContainsAnyExcept(" \t"u8);

    private StarLine Read(Line line)
    {
        Damage? damage = Suspect(line);
        Chat? chat = damage is null ? Parse(line, out damage) : null;
        return new() { Number = line.Number, Chat = chat, Damage = damage };
    }

    private static Damage? Suspect(Line line) => line switch
    {
        { End: LineEnd.TooLong } => new() { What = $"longer than {LineReader.LongestLine >> 20} MiB; the STAR format has one chat a line" },
        _ when !Utf8.IsValid(line.Bytes.Span) && line.End != LineEnd.Broken => new() { What = "not UTF-8 text" },
        _ when line.Bytes.Span.TrimStart(" \t"u8)[0] != '{' => new() { What = "not one chat as JSON: it does not start with `{`", Column = 1 },
        _ => null,
    };

    private Chat? Parse(Line line, out Damage? damage)
    {
        damage = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(line.Bytes);
            return StarChat.From(document.RootElement);
        }
        catch (JsonException e)
        {
            damage = new() { What = BrokenJson(line.End), Column = e.BytePositionInLine + 1 };
        }
        catch (DamagedLineException e)
        {
            damage = new() { What = $"JSON, but not a chat in the STAR format: {e.Message}" };
        }
        catch (InvalidOperationException)
        {
            damage = new() { What = "JSON with half a character in a text (a lone surrogate)" };
        }

        return null;
    }

    private string BrokenJson(LineEnd end) => end switch
    {
        LineEnd.Broken => $"{_lines.Break} in the middle of the line",
        LineEnd.EndOfInput => "broken JSON in the last line, which may be cut off",
        _ => "broken JSON",
    };
}
