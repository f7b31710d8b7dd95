namespace QualityKit.Rescoring;

/// <summary>Vectors of one width: what scoring by columns needs of them, so that it is written once for all widths.</summary>
/// <typeparam name="TBytes">A vector of bytes, one a sheet.</typeparam>
/// <typeparam name="TWords">A vector of 16-bit numbers, half as many.</typeparam>
internal interface ILanes<TBytes, TWords>
    where TBytes : struct
    where TWords : struct
{
    /// <summary>How many bytes a vector has: 16, 32 or 64.</summary>
    static abstract int Width { get; }

    static abstract TBytes Fill(byte value);

    static abstract TBytes And(TBytes left, TBytes right);

    static abstract TBytes Or(TBytes left, TBytes right);

    static abstract TBytes Not(TBytes value);

    static abstract TBytes Add(TBytes left, TBytes right);

    /// <summary>All bits set where both are the same.</summary>
    static abstract TBytes Equal(TBytes left, TBytes right);

    /// <summary>The bits of each byte moved to the right; bits of the byte beside it come in from above.</summary>
    static abstract TBytes Shift(TBytes value, int bits);

    /// <summary>For every byte, which is below 16, the byte at that place of a table of sixteen bytes that are there again and again.</summary>
    static abstract TBytes Find(TBytes table, TBytes places);

    /// <summary>The highest bit of every byte.</summary>
    static abstract ulong Bits(TBytes value);

    static abstract TWords Fill(ushort value);

    /// <summary>The first half of the bytes as numbers.</summary>
    static abstract TWords Lower(TBytes value);

    /// <summary>The second half of the bytes as numbers.</summary>
    static abstract TWords Upper(TBytes value);

    /// <summary>The first half of bytes that are 0 or 255, with all bits set where they are.</summary>
    static abstract TWords LowerMask(TBytes value);

    /// <summary>The second half of bytes that are 0 or 255, with all bits set where they are.</summary>
    static abstract TWords UpperMask(TBytes value);

    static abstract TWords And(TWords left, TWords right);

    static abstract TWords Add(TWords left, TWords right);

    static abstract TWords Subtract(TWords left, TWords right);

    /// <summary>The lower 16 bits of the products.</summary>
    static abstract TWords Multiply(TWords left, TWords right);

    /// <summary>The upper 16 bits of the products.</summary>
    static abstract TWords MultiplyHigh(TWords left, TWords right);

    /// <summary>One bit a number: whether the left one is the right one or more.</summary>
    static abstract ulong AtLeast(TWords left, TWords right);
}
