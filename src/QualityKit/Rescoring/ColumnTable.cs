namespace QualityKit.Rescoring;

/// <summary>A byte for every stored code of a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Values">16 bytes, or a multiple of that.</param>
internal sealed record ColumnTable(ColumnQuestion Question, byte[] Values)
{
    /// <summary>How many codes one look-up tells apart.</summary>
    public const int Page = 16;

    public static ColumnTable Of(ColumnQuestion question, IEnumerable<long> values)
    {
        byte[] bytes = [.. values.Select(value => (byte)value)];
        Array.Resize(ref bytes, (bytes.Length + Page - 1) / Page * Page);
        return new ColumnTable(question, bytes);
    }
}
