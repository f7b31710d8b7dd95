using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace QualityKit.Statistics;

/// <summary>Counts ratings by unit and category in one pass.</summary>
internal sealed class PairCounter
{
    // Shorter runs of one unit are counted one by one.
    private const int ShortRun = 24;

    // Every category costs a pass over the run.
    private const int FewCategories = 12;

    private readonly int _width;
    private readonly int _unitCount;
    private readonly int[] _counts;

    // Counted in bytes first, which stay in the cache; what runs over goes into the counts.
    private readonly byte[] _small;

    private PairCounter(int width, int unitCount)
    {
        _width = width;
        _unitCount = unitCount;
        _counts = new int[checked(unitCount * width)];
        _small = new byte[_counts.Length];
    }

    public static int[] Count(int width, int unitCount, ReadOnlySpan<int> units, ReadOnlySpan<byte> categories)
    {
        var counter = new PairCounter(width, unitCount);
        for (int start = 0; start < units.Length;)
        {
            start = counter.IsRun(units, start) ? counter.AddRun(units, categories, start) : counter.AddScattered(units, categories, start);
        }

        for (int i = 0; i < counter._counts.Length; i++)
        {
            counter._counts[i] += counter._small[i];
        }

        return counter._counts;
    }

    // Until there seems to be a run of one unit: block after block, then one by one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int AddScattered(ReadOnlySpan<int> units, ReadOnlySpan<byte> categories, int start)
    {
        Span<int> places = stackalloc int[Vector<byte>.Count];
        int i = start;
        for (; i <= units.Length - places.Length; i += places.Length)
        {
            if (IsRun(units, i))
            {
                return i;
            }

            if (!Place(units.Slice(i, places.Length), categories.Slice(i, places.Length), places))
            {
                throw new ArgumentOutOfRangeException(nameof(units), NotThere(i));
            }

            Count(places);
        }

        for (; i < units.Length && !IsRun(units, i); i++)
        {
            int place = (units[i] * _width) + categories[i];
            if ((uint)units[i] >= (uint)_unitCount || categories[i] >= _width)
            {
                throw new ArgumentOutOfRangeException(nameof(units), NotThere(i));
            }

            Count([place]);
        }

        return i;
    }

    private bool IsRun(ReadOnlySpan<int> units, int start) =>
        _width <= FewCategories && start <= units.Length - ShortRun && units[start] == units[start + ShortRun - 1];

    // The places of a block of ratings, as many as a vector has bytes; false where a unit or category is not there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Place(ReadOnlySpan<int> units, ReadOnlySpan<byte> categories, Span<int> places)
    {
        int width = Vector<int>.Count;
        Vector<byte> narrow = new(categories);
        Vector.Widen(narrow, out Vector<ushort> low, out Vector<ushort> high);
        ReadOnlySpan<Vector<ushort>> halves = [low, high];
        Vector<uint> highest = Vector<uint>.Zero;
        for (int half = 0; half < halves.Length; half++)
        {
            Vector.Widen(halves[half], out Vector<uint> first, out Vector<uint> second);
            int at = 2 * half * width;
            Vector<int> firstUnits = new(units[at..]);
            Vector<int> secondUnits = new(units[(at + width)..]);
            highest = Vector.Max(highest, Vector.Max(Vector.AsVectorUInt32(firstUnits), Vector.AsVectorUInt32(secondUnits)));
            ((firstUnits * _width) + Vector.AsVectorInt32(first)).CopyTo(places[at..]);
            ((secondUnits * _width) + Vector.AsVectorInt32(second)).CopyTo(places[(at + width)..]);
        }

        return Vector.LessThanAll(highest, new Vector<uint>((uint)_unitCount)) && (_width > byte.MaxValue || Vector.LessThanAll(narrow, new Vector<byte>((byte)_width)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(ReadOnlySpan<int> places)
    {
        // Four a turn: counting itself is no more than the turn. The places were checked.
        ref byte small = ref MemoryMarshal.GetArrayDataReference(_small);
        ref int place = ref MemoryMarshal.GetReference(places);
        int i = 0;
        for (; i <= places.Length - 4; i += 4)
        {
            Count(ref small, Unsafe.Add(ref place, i));
            Count(ref small, Unsafe.Add(ref place, i + 1));
            Count(ref small, Unsafe.Add(ref place, i + 2));
            Count(ref small, Unsafe.Add(ref place, i + 3));
        }

        for (; i < places.Length; i++)
        {
            Count(ref small, places[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(ref byte small, int place)
    {
        if (++Unsafe.Add(ref small, place) == 0)
        {
            _counts[place] += 256;
        }
    }

    private int AddRun(ReadOnlySpan<int> units, ReadOnlySpan<byte> categories, int start)
    {
        int unit = units[start];
        int length = units[start..].IndexOfAnyExcept(unit);
        ReadOnlySpan<byte> run = categories.Slice(start, length < 0 ? units.Length - start : length);
        if ((uint)unit >= (uint)_unitCount)
        {
            throw new ArgumentOutOfRangeException(nameof(units), NotThere(start));
        }

        int found = 0;
        for (int category = 0; category < _width; category++)
        {
            int count = run.Count((byte)category);
            _counts[(unit * _width) + category] += count;
            found += count;
        }

        return found == run.Length ? start + run.Length : throw new ArgumentOutOfRangeException(nameof(units), NotThere(start));
    }

    private static string NotThere(int start) => $"among the ratings from position {start} on is one without such a unit or category";
}
