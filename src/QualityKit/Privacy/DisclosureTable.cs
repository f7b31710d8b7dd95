using System.Collections.Immutable;
using QualityKit.People;

namespace QualityKit.Privacy;

/// <summary>A table about people: who each cell is about, and which cells each total adds up.</summary>
public sealed record DisclosureTable
{
    /// <summary>The persons of each cell. A cell about nobody gives nobody away.</summary>
    public required ImmutableArray<ImmutableArray<PersonId>> Cells { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The cells of each total, by position.</summary>
    public required ImmutableArray<ImmutableArray<int>> Totals { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Groups and their total.</summary>
    public static DisclosureTable Of(IEnumerable<IEnumerable<PersonId>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ImmutableArray<ImmutableArray<PersonId>> cells = [.. groups.Select(group => group.ToImmutableArray())];
        return new() { Cells = cells, Totals = [[.. Enumerable.Range(0, cells.Length)]] };
    }

    /// <summary>Rows and columns with the total of each, and of all: totals of rows first, then of columns, then the grand total.</summary>
    /// <param name="cells">The cells row by row.</param>
    /// <param name="columns">How many columns there are; at least 1.</param>
    /// <exception cref="ArgumentException">The last row is not full.</exception>
    public static DisclosureTable Grid(IEnumerable<IEnumerable<PersonId>> cells, int columns)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ImmutableArray<ImmutableArray<PersonId>> all = [.. cells.Select(cell => cell.ToImmutableArray())];
        if (all.Length % columns != 0)
        {
            throw new ArgumentException($"{all.Length} cells do not fill rows of {columns}", nameof(cells));
        }

        int[] positions = [.. Enumerable.Range(0, all.Length)];
        return new()
        {
            Cells = all,
            Totals =
            [
                .. positions.GroupBy(position => position / columns).Select(row => row.ToImmutableArray()),
                .. positions.GroupBy(position => position % columns).Select(column => column.ToImmutableArray()),
                [.. positions],
            ],
        };
    }

    /// <summary>Finds what to leave out, so that no number is about fewer persons than allowed, nor can be computed from what is shown.</summary>
    /// <remarks>Hidden are the small cells and totals, and then the smallest cells beside them, until no total minus what is shown of it, and no combination
    /// of totals that solves for a cell or a sum of cells, is about too few persons.</remarks>
    /// <param name="smallest">The fewest persons; at least 1.</param>
    /// <exception cref="InvalidOperationException">A total adds up a cell that the table does not have.</exception>
    public DisclosureMask Hide(int smallest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 1);
        if (Totals.Any(total => total.Any(cell => cell < 0 || cell >= Cells.Length)))
        {
            throw new InvalidOperationException("a total adds up a cell that the table does not have");
        }

        return new CellHiding(this, smallest).Run();
    }
}
