using QualityKit.People;
using QualityKit.Privacy;

namespace QualityKit.Tests.Privacy;

public sealed class DisclosureTableTests
{
    [Fact]
    public void A_small_group_takes_the_smallest_other_with_it() => Assert.Equal([1, 3], Hidden(Groups(9, 3, 20, 6)));

    [Fact]
    public void Two_small_groups_that_are_few_together_take_a_third_with_them() => Assert.Equal([0, 1, 3], Hidden(Groups(1, 2, 20, 6)));

    [Fact]
    public void Two_small_groups_that_are_enough_together_need_no_other() => Assert.Equal([0, 1], Hidden(Groups(3, 4, 20, 6)));

    [Fact]
    public void The_same_people_in_two_groups_count_once()
    {
        PersonId[] four = [.. People(4, 0)];

        Assert.Equal([0, 1, 2], Hidden(DisclosureTable.Of([four, four, People(9, 10), People(20, 30)])));
    }

    [Fact]
    public void Groups_that_are_large_enough_or_empty_are_shown()
    {
        Assert.Empty(Hidden(Groups(5, 0, 7)));
        Assert.Equal([0, 2], Hidden(Groups(4, 0, 7)));
    }

    [Fact]
    public void A_total_of_few_is_hidden_too()
    {
        DisclosureMask mask = Groups(2, 1).Hide(5);

        Assert.Equal([0, 1], mask.Cells.ToArray());
        Assert.Equal([0], mask.Totals.ToArray());
    }

    [Fact]
    public void Where_nothing_else_can_be_hidden_the_total_is()
    {
        DisclosureTable alone = new() { Cells = [[.. People(2, 0)], [.. People(9, 10)]], Totals = [[0], [0, 1]] };

        DisclosureMask mask = alone.Hide(5);

        Assert.Equal([0, 1], mask.Cells.ToArray());
        Assert.Equal([0], mask.Totals.ToArray());
    }

    [Fact]
    public void In_a_grid_one_small_cell_hides_a_rectangle()
    {
        DisclosureMask mask = Grid(3, 2, 9, 9, 8, 7, 9, 9, 9, 9).Hide(5);

        Assert.Equal([0, 1, 3, 4], mask.Cells.ToArray());
        Assert.Empty(mask.Totals);
    }

    [Fact]
    public void Two_rings_with_a_bridge_give_the_bridge_away_and_so_hide_more()
    {
        // Each row and column of the bridge has other hidden cells, and yet the totals of one ring give it.
        int[] persons = [1, 9, 9, 9, 1, 1, 1, 9, 9, 9, 1, 1, 9, 9, 1, 1];
        DisclosureTable table = Grid(4, persons);

        AssertNobodyIsGivenAway(table, 4, 2);
    }

    [Fact]
    public void Whatever_the_grid_no_small_cell_can_be_computed()
    {
        var random = new Random(20261129);
        for (int round = 0; round < 400; round++)
        {
            int columns = random.Next(2, 5);
            DisclosureTable table = Grid(columns, [.. Enumerable.Range(0, columns * random.Next(2, 5)).Select(_ => random.Next(12))]);

            AssertNobodyIsGivenAway(table, columns, 5);
        }
    }

    [Fact]
    public void A_table_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Grid(2, 1, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Grid(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Groups(1).Hide(0));
        Assert.Throws<InvalidOperationException>(() => DisclosurePolicy.Open.Hide(new() { Cells = [], Totals = [[0]] }));
    }

    // An independent argument for grids whose totals are all shown: rows and columns are nodes and hidden cells are edges;
    // a cell can be computed exactly where its edge is a bridge.
    private static void AssertNobodyIsGivenAway(DisclosureTable table, int columns, int smallest)
    {
        DisclosureMask mask = table.Hide(smallest);
        int rows = table.Cells.Length / columns;
        Assert.All(Enumerable.Range(0, table.Cells.Length), cell => Assert.True(table.Cells[cell].Length is 0 || table.Cells[cell].Length >= smallest || mask.Cells.Contains(cell)));
        foreach (int cell in mask.Cells.Where(cell => table.Cells[cell].Length < smallest && mask.Totals.IsEmpty))
        {
            int[] others = [.. mask.Cells.Where(other => other != cell)];
            Assert.True(Reaches(others, columns, rows, cell), $"cell {cell} of {string.Join(' ', table.Cells.Select(one => one.Length))} in {columns} columns");
        }
    }

    private static bool Reaches(int[] edges, int columns, int rows, int cell)
    {
        HashSet<int> reached = [cell / columns];
        int before;
        do
        {
            before = reached.Count;
            foreach (int edge in edges.Where(edge => reached.Contains(edge / columns) || reached.Contains(rows + (edge % columns))))
            {
                reached.Add(edge / columns);
                reached.Add(rows + (edge % columns));
            }
        }
        while (reached.Count > before);
        return reached.Contains(rows + (cell % columns));
    }

    private static int[] Hidden(DisclosureTable table)
    {
        DisclosureMask mask = DisclosurePolicy.Open.Hide(table);
        Assert.Empty(mask.Totals);
        return [.. mask.Cells];
    }

    private static DisclosureTable Groups(params int[] persons) => DisclosureTable.Of(persons.Select((count, group) => People(count, group * 100)));

    private static DisclosureTable Grid(int columns, params int[] persons) => DisclosureTable.Grid(persons.Select((count, cell) => People(count, cell * 100)), columns);

    private static IEnumerable<PersonId> People(int count, int first) => Enumerable.Range(first, count).Select(number => new PersonId($"p{number}"));
}
