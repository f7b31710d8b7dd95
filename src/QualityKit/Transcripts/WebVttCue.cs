using System.Text;
using QualityKit.Validation;

namespace QualityKit.Transcripts;

/// <summary>Reads the text of a cue: voices divide it, all other tags only dress it.</summary>
internal sealed class WebVttCue
{
    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal) { "c", "i", "b", "u", "ruby", "rt", "v", "lang" };

    private readonly StringBuilder _said = new();
    private readonly Stack<string> _open = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly CueSpan _span;
    private readonly CueReading _reading;
    private int _line;
    private string? _speaker;

    private WebVttCue(CueSpan span, int line, CueReading reading)
    {
        _span = span;
        _line = line;
        _reading = reading;
    }

    public static void Read(CueSpan span, string text, int line, CueReading reading)
    {
        var cue = new WebVttCue(span, line, reading);
        int position = 0;
        while (position < text.Length)
        {
            position = cue.Next(text, position);
        }

        cue.EndVoice();
    }

    /// <summary>Takes one character, reference or tag; gives the position after it.</summary>
    private int Next(string text, int position)
    {
        switch (text[position])
        {
            case '<':
                return Tag(text, position);
            case '&':
                int end = CharacterReference.Read(text, position, _said);
                if (end == position)
                {
                    _reading.Warning(IssueCodes.CueReferenceUnknown, _line);
                    _said.Append('&');
                    end++;
                }

                return end;
            case '\n':
                _line++;
                _said.Append('\n');
                return position + 1;
            default:
                _said.Append(text[position]);
                return position + 1;
        }
    }

    // A tag that never ends goes to the end of the text, and a player shows nothing of it: that would lose words.
    private int Tag(string text, int position)
    {
        int end = text.IndexOf('>', position);
        if (end < 0)
        {
            _reading.Error(IssueCodes.CueTagUnclosed, _line);
            return text.Length;
        }

        string tag = text[(position + 1)..end];
        _line += tag.Count(letter => letter == '\n');
        if (tag.StartsWith('/'))
        {
            Close(tag[1..].Trim());
        }
        else if (tag.Length == 0 || !char.IsAsciiDigit(tag[0]))
        {
            Open(tag);
        }

        return end + 1;
    }

    private void Open(string tag)
    {
        int nameEnd = tag.IndexOfAny(['.', ' ', '\t', '\n']);
        string name = nameEnd < 0 ? tag : tag[..nameEnd];
        if (!Tags.Contains(name))
        {
            _reading.Warning(IssueCodes.CueTagUnknown, _line);
            return;
        }

        _open.Push(name);
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
        if (name == "v")
        {
            EndVoice();
            int annotation = tag.IndexOfAny([' ', '\t', '\n']);
            _speaker = annotation < 0 ? null : Decode(tag[annotation..]);
        }
    }

    private void Close(string name)
    {
        if (_counts.GetValueOrDefault(name) == 0)
        {
            _reading.Warning(IssueCodes.CueTagUnknown, _line);
            return;
        }

        string closed;
        do
        {
            closed = _open.Pop();
            _counts[closed]--;
        }
        while (closed != name);

        if (name == "v")
        {
            EndVoice();
            _speaker = null;
        }
    }

    private void EndVoice()
    {
        _reading.Add(_span, _speaker, _said.ToString());
        _said.Clear();
    }

    private static string? Decode(string annotation)
    {
        var name = new StringBuilder();
        int position = 0;
        while (position < annotation.Length)
        {
            int end = annotation[position] == '&' ? CharacterReference.Read(annotation, position, name) : position;
            if (end == position)
            {
                name.Append(annotation[position]);
                end++;
            }

            position = end;
        }

        string[] words = name.ToString().Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }
}
