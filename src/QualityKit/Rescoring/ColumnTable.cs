namespace QualityKit.Rescoring;

/// <summary>A byte for every stored code of a question.</summary>
internal sealed class ColumnTable
{
    /// <summary>How many codes one look-up tells apart.</summary>
    public const int Page = 16;

    /// <summary>How many bytes a page takes: as many as the widest vector, so that every width loads it as it is.</summary>
    public const int PageBytes = 64;

    private readonly byte[] _pages;

    public ColumnTable(ColumnQuestion question, IEnumerable<long> values)
    {
        Question = question;
        Values = [.. values.Select(value => (byte)value)];
        Pages = (Values.Length + Page - 1) / Page;
        _pages = new byte[Pages * PageBytes];
        for (int place = 0; place < _pages.Length; place++)
        {
            int code = (place / PageBytes * Page) + (place % Page);
            _pages[place] = code < Values.Length ? Values[code] : (byte)0;
        }
    }

    /// <summary>The question.</summary>
    public ColumnQuestion Question { get; }

    /// <summary>The byte of every code.</summary>
    public byte[] Values { get; }

    /// <summary>How many pages there are.</summary>
    public int Pages { get; }

    /// <summary>The bytes of sixteen codes, four times.</summary>
    public ReadOnlySpan<byte> PageAt(int page) => _pages.AsSpan(page * PageBytes, PageBytes);
}
