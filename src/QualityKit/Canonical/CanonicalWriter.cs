using System.Buffers;
using System.Globalization;
using System.Text;

namespace QualityKit.Canonical;

/// <summary>Writes JSON of which equal values give equal bytes on every platform and under every runtime.</summary>
/// <remarks>Strings are escaped as RFC 8785 says: <c>"</c>, <c>\</c> and control characters only, all else as UTF-8; half a surrogate
/// pair, which has no UTF-8, as <c>\udxxx</c>, so that different texts never become equal. This does not use Utf8JsonWriter because
/// its encoders ask the runtime's Unicode tables which characters are assigned, so their output changes when those tables do.</remarks>
internal sealed class CanonicalWriter
{
    /// <summary>The most levels of objects and arrays; more would endanger the stack of whoever walks the content.</summary>
    public const int MaximumDepth = 1000;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly bool _isIndented;
    private int _depth;
    private bool _isFirst = true;
    private bool _followsName;

    /// <summary>Starts a text; what is indented is for people and is not canonical.</summary>
    public CanonicalWriter(bool isIndented = false) => _isIndented = isIndented;

    public void BeginObject() => Open((byte)'{');

    public void BeginObject(string name)
    {
        Name(name);
        BeginObject();
    }

    public void EndObject() => Close((byte)'}');

    public void BeginArray() => Open((byte)'[');

    public void BeginArray(string name)
    {
        Name(name);
        BeginArray();
    }

    public void EndArray() => Close((byte)']');

    public void Name(string name)
    {
        Separate();
        Quote(name);
        _bytes.Write(_isIndented ? ": "u8 : ":"u8);
        _followsName = true;
    }

    public void Value(string text)
    {
        Separate();
        Quote(text);
    }

    public void Null()
    {
        Separate();
        _bytes.Write("null"u8);
    }

    public void Value(bool value)
    {
        Separate();
        _bytes.Write(value ? "true"u8 : "false"u8);
    }

    /// <summary>A number without exponent, trailing zeros and negative zero.</summary>
    public void Value(decimal number)
    {
        Separate();
        string text = number == 0 ? "0" : number.ToString(CultureInfo.InvariantCulture);
        Append(text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text);
    }

    public void Member(string name, string text)
    {
        Name(name);
        Value(text);
    }

    public void Member(string name, bool value)
    {
        Name(name);
        Value(value);
    }

    public void Member(string name, decimal number)
    {
        Name(name);
        Value(number);
    }

    /// <summary>A value as it was written elsewhere, byte for byte.</summary>
    public void Copy(ReadOnlySpan<byte> json)
    {
        Separate();
        _bytes.Write(json);
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public override string ToString() => Encoding.UTF8.GetString(_bytes.WrittenSpan);

    private void Open(byte bracket)
    {
        Separate();
        if (_depth == MaximumDepth)
        {
            throw new InvalidOperationException($"the content is nested deeper than {MaximumDepth} levels");
        }

        _bytes.Write([bracket]);
        _depth++;
        _isFirst = true;
    }

    private void Close(byte bracket)
    {
        _depth--;
        if (!_isFirst)
        {
            NewLine();
        }

        _bytes.Write([bracket]);
        _isFirst = false;
    }

    private void Separate()
    {
        if (_followsName)
        {
            _followsName = false;
            return;
        }

        if (!_isFirst)
        {
            _bytes.Write(","u8);
        }

        if (_depth > 0)
        {
            NewLine();
        }

        _isFirst = false;
    }

    private void NewLine()
    {
        if (_isIndented)
        {
            Append("\n" + new string(' ', 2 * _depth));
        }
    }

    private void Quote(string text)
    {
        _bytes.Write("\""u8);
        int start = 0;
        for (int position = 0; position < text.Length; position++)
        {
            char letter = text[position];
            if (char.IsSurrogate(letter) && position + 1 < text.Length && char.IsSurrogatePair(letter, text[position + 1]))
            {
                position++;
            }
            else if (letter < ' ' || letter is '"' or '\\' || char.IsSurrogate(letter))
            {
                Append(text.AsSpan(start, position - start));
                Append(Escape(letter));
                start = position + 1;
            }
        }

        Append(text.AsSpan(start));
        _bytes.Write("\""u8);
    }

    private static string Escape(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => $"\\u{(int)letter:x4}",
    };

    private void Append(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, _bytes);
}
