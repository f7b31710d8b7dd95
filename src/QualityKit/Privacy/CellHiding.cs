using System.Collections.Immutable;
using QualityKit.People;

namespace QualityKit.Privacy;

/// <summary>Hides cells and totals until subtraction gives nobody away (primary and secondary suppression of tables).</summary>
internal sealed class CellHiding
{
    private readonly DisclosureTable _table;
    private readonly int _smallest;
    private readonly SortedSet<int> _cells;
    private readonly SortedSet<int> _totals;

    public CellHiding(DisclosureTable table, int smallest)
    {
        _table = table;
        _smallest = smallest;
        _cells = [.. Enumerable.Range(0, table.Cells.Length).Where(cell => IsTooFew([cell]))];
        _totals = [.. Enumerable.Range(0, table.Totals.Length).Where(total => IsTooFew(table.Totals[total]))];
    }

    public DisclosureMask Run()
    {
        while (Exposed() is { } exposed)
        {
            if (SmallestBeside(exposed) is { } cell)
            {
                _cells.Add(cell);
            }
            else
            {
                _totals.Add(Shown().First(total => _table.Totals[total].Intersect(exposed).Any()));
            }
        }

        return new() { Cells = [.. _cells], Totals = [.. _totals] };
    }

    /// <summary>Hidden cells of which the sum can be computed and is about too few persons; null when there are none.</summary>
    private ImmutableArray<int>? Exposed()
    {
        int[] hidden = [.. _cells];
        ImmutableArray<ImmutableArray<int>> equations = [.. Shown().Select(total => Hidden(total)).Where(cells => !cells.IsEmpty)];
        foreach (ImmutableArray<int> sum in equations.Concat(KnownSums.Of(equations, hidden)).Where(IsTooFew))
        {
            return sum;
        }

        return null;
    }

    private IEnumerable<int> Shown() => Enumerable.Range(0, _table.Totals.Length).Where(total => !_totals.Contains(total));

    private ImmutableArray<int> Hidden(int total) => [.. _table.Totals[total].Where(_cells.Contains)];

    // A shown cell of people, the smallest, so that little is lost: beside a hidden cell that stands alone in a total, which any solution begins with,
    // or else in a total with what is exposed.
    private int? SmallestBeside(ImmutableArray<int> exposed) =>
        Shown()
            .Where(total => Hidden(total).Length == 1 || _table.Totals[total].Intersect(exposed).Any())
            .OrderBy(total => Hidden(total).Length != 1)
            .ThenBy(total => _table.Totals[total].Length)
            .Select(SmallestShown)
            .FirstOrDefault(cell => cell is not null);

    private int? SmallestShown(int total) =>
        _table.Totals[total]
            .Where(cell => !_cells.Contains(cell) && !_table.Cells[cell].IsEmpty)
            .OrderBy(cell => _table.Cells[cell].Length)
            .Select(cell => (int?)cell)
            .FirstOrDefault();

    private bool IsTooFew(ImmutableArray<int> cells)
    {
        var persons = new HashSet<PersonId>();
        foreach (int cell in cells)
        {
            persons.UnionWith(_table.Cells[cell]);
        }

        return persons.Count > 0 && persons.Count < _smallest;
    }
}
