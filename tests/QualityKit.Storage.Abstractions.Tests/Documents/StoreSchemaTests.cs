using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Tests.Documents;

public class StoreSchemaTests
{
    private static readonly IndexDefinition ByAgent = new("rows", "by-agent", Text("agent"), new IndexField { Name = "score", Kind = IndexKind.Number });
    private static readonly ViewDefinition Scores = new() { Name = "score-rows", Version = 1, Collection = "rows", Index = "by-agent" };

    [Fact]
    public void A_schema_knows_its_collections_and_their_indexes()
    {
        var schema = new StoreSchema(["rows", "notes"], ByAgent);

        Assert.True(schema.HasCollection("notes"));
        Assert.False(schema.HasCollection("others"));
        Assert.Same(ByAgent, schema.Index("rows", "by-agent"));
        Assert.Null(schema.Index("notes", "by-agent"));
        Assert.Null(schema.Index("others", "by-agent"));
    }

    [Fact]
    public void Nothing_is_named_twice()
    {
        Assert.Throws<ArgumentException>(() => new StoreSchema(["rows", "rows"]));
        Assert.Throws<ArgumentException>(() => new StoreSchema(["rows"], ByAgent, ByAgent));
        Assert.Throws<ArgumentException>(() => new IndexDefinition("rows", "by-agent", Text("agent"), Text("agent")));
        Assert.Throws<ArgumentException>(() => new StoreSchema(["rows"], ByAgent) { Views = [Scores, Scores] });
    }

    [Theory]
    [InlineData("")]
    [InlineData("Rows")]
    [InlineData("1rows")]
    [InlineData("rows_1")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234x")]
    public void Names_are_plain(string name) => Assert.ThrowsAny<ArgumentException>(() => new StoreSchema([name]));

    [Fact]
    public void An_index_is_of_a_collection_that_is_named() => Assert.Throws<ArgumentException>(() => new StoreSchema(["notes"], ByAgent));

    [Fact]
    public void An_index_has_one_to_six_fields()
    {
        Assert.Throws<ArgumentException>(() => new IndexDefinition("rows", "none"));
        Assert.Throws<ArgumentException>(() => new IndexDefinition("rows", "seven", [.. Enumerable.Range(1, 7).Select(number => Text($"f{number}"))]));
        Assert.Equal(6, new IndexDefinition("rows", "six", [.. Enumerable.Range(1, 6).Select(number => Text($"f{number}"))]).Fields.Length);
    }

    [Fact]
    public void An_index_that_lists_due_work_has_a_kind_and_a_moment()
    {
        Assert.Throws<ArgumentException>(() => new StoreSchema(["rows"], new IndexDefinition("rows", "due", Text("kind"), Text("due")) { ListsDueWork = true }));
        Assert.Throws<ArgumentException>(() => new StoreSchema(["rows"], new IndexDefinition("rows", "due", Text("kind")) { ListsDueWork = true }));
    }

    [Fact]
    public void A_view_shows_an_index_under_a_name_with_its_version()
    {
        var schema = new StoreSchema(["rows"], ByAgent) { Views = [Scores, Scores with { Version = 2 }] };

        Assert.Equal(["score_rows_v1", "score_rows_v2"], schema.Views.Select(view => view.DatabaseName));
    }

    [Fact]
    public void A_view_of_nothing_or_outside_its_range_is_refused()
    {
        ViewDefinition[] wrong =
        [
            Scores with { Index = "by-team" }, Scores with { Collection = "others" }, Scores with { Version = 0 }, Scores with { Version = 1000 },
            Scores with { Name = "Rows" }, Scores with { Name = new string('a', 49) },
        ];

        Assert.All(wrong, view => Assert.ThrowsAny<ArgumentException>(() => new StoreSchema(["rows"], ByAgent) { Views = [view] }));
    }

    [Theory]
    [InlineData("tenant")]
    [InlineData("id")]
    [InlineData("version")]
    public void A_view_has_columns_of_its_own_that_no_field_may_be_called_like(string name)
    {
        var index = new IndexDefinition("rows", "by-agent", Text(name));

        Assert.Throws<ArgumentException>(() => new StoreSchema(["rows"], index) { Views = [Scores] });
        Assert.Empty(new StoreSchema(["rows"], index).Views);
    }

    private static IndexField Text(string name) => new() { Name = name, Kind = IndexKind.Text };
}
