
namespace QualityKit.Rescoring;

/// <summary>What a group adds to a total when so much counts in it: exactly, and in lanes of 16 bits.</summary>
/// <remarks>A lane gets the floor of <c>earned * Factor * Reciprocal / 2^16</c>. It is at most what is exact, in parts of <see cref="One"/>,
/// and less than 2 below: <see cref="Reciprocal"/> is at most 1 too small and multiplies less than 2^16, and the floor takes less than 1.</remarks>
internal readonly struct LaneTerm
{
    /// <summary>A total of 1 in a lane.</summary>
    public const int One = 1 << 15;

    /// <summary>A lane is less than so much below the exact number, for each group.</summary>
    public const int Error = 2;

    public LaneTerm(ColumnPlan plan, int group, int counted)
    {
        ColumnGroup columns = plan.Groups[group];
        Group = group;
        Counted = (byte)counted;
        Numerator = columns.Weight * columns.EarnedUnit;
        Denominator = counted * columns.CountedUnit * plan.Weights;

        // Earned is brought as near to 2^16 as it goes: then the reciprocal has 16 bits that matter.
        long most = Math.Min(columns.Most, counted * columns.CountedUnit / columns.EarnedUnit);
        int shift = 0;
        while (shift < 15 && most << (shift + 1) <= ushort.MaxValue)
        {
            shift++;
        }

        Factor = (ushort)(1 << shift);
        Reciprocal = (ushort)Int128.Min(ushort.MaxValue, ((Int128)One << (16 - shift)) * Numerator / Denominator);
    }

    public int Group { get; }

    /// <summary>How many steps count.</summary>
    public byte Counted { get; }

    /// <summary>One step earned adds this over <see cref="Denominator"/> to the total.</summary>
    public long Numerator { get; }

    /// <summary>What <see cref="Numerator"/> is over.</summary>
    public long Denominator { get; }

    public ushort Factor { get; }

    public ushort Reciprocal { get; }
}
