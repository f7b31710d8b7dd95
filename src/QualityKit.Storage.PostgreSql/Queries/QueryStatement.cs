using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Queries;

/// <summary>A query as one statement: a stretch of the primary key of the index's table, or several one after another, then the documents by their key.</summary>
/// <remarks>
/// Texts and counts that vary are parameters, so that statements are few and stay prepared. Two fences keep the plan as it is written
/// whatever the statistics say: the stretch ends at its LIMIT, and OFFSET 0 lets no join be made of looking the documents up.
/// </remarks>
internal sealed class QueryStatement
{
    private readonly SchemaName _schema;
    private readonly EntryTable _table;
    private readonly DocumentQuery _query;
    private readonly QueryParameters _parameters = new();
    private readonly string _tenant;

    public QueryStatement(SchemaName schema, EntryTable table, TenantId tenant, DocumentQuery query)
    {
        (_schema, _table, _query) = (schema, table, query);
        _tenant = _parameters.Text(tenant.Value);
    }

    public QueryParameters Parameters => _parameters;

    private string Direction => _query.IsDescending ? " DESC" : "";

    /// <summary>One page and one entry more; null where nothing can be found. Columns: version, body, id, then the values.</summary>
    public string? Page()
    {
        var combinations = Combinations.Of(_query);
        if (combinations.All.IsEmpty)
        {
            return null;
        }

        bool isOne = combinations.All.Length == 1;
        string listed = isOne ? One(combinations, Limit) : $"{Several(combinations, Limit)}\nORDER BY c.n, {Order("s", combinations.Fields)} LIMIT {Limit}";
        string order = isOne ? Order("e", combinations.Fields) : $"e.n, {Order("e", combinations.Fields)}";
        return $"""
            SELECT d.version, d.body, e.id, {_table.ColumnList("e.")} FROM (
            {listed}) e
            CROSS JOIN LATERAL (SELECT t.version, t.body FROM {_schema.Documents} t WHERE t.tenant = {_tenant} AND t.collection = '{_query.Collection}' AND t.id = e.id OFFSET 0) d
            ORDER BY {order}
            """;
    }

    /// <summary>How many entries there are, up to a limit. The order keeps the server from reading the whole table instead.</summary>
    public string Count(int limit)
    {
        var combinations = Combinations.Of(_query);
        string most = _parameters.Number(limit);
        string listed = combinations.All.Length == 1 ? One(combinations, most) : $"{Several(combinations, most)} LIMIT {most}";
        return $"SELECT count(*) FROM (\n{listed}) found";
    }

    /// <summary>One stretch of the index.</summary>
    private string One(Combinations combinations, string limit)
    {
        IEnumerable<string> conditions =
        [
            .. combinations.All[0].Select((value, field) => $"e.{EntryTable.Column(field)} = {_parameters.Value(value)}"),
            .. Unspelled(combinations),
            .. Ranged(),
        ];
        if (combinations.Bound is { } bound)
        {
            string values = string.Concat(bound.Select(value => _parameters.Value(value) + ", "));
            conditions = conditions.Append(Behind(combinations.Fields, $"{values}{_parameters.Text(_query.After!.Id)}"));
        }

        return $"SELECT e.id, {_table.ColumnList("e.")} FROM {_schema.Table(_table.Name)} e WHERE {Where(conditions)} ORDER BY {Order("e", combinations.Fields)} LIMIT {limit}";
    }

    /// <summary>Several stretches, each asked for only when those before did not fill the page.</summary>
    private string Several(Combinations combinations, string limit)
    {
        ImmutableArray<string> spelled = [.. _table.Columns.Take(combinations.Fields)];
        List<string> names = [.. spelled];
        List<string> arrays = [.. spelled.Select((_, field) => _parameters.Several(_table.Kinds[field], combinations.All.Select(values => values[field])))];
        List<string> conditions = [.. spelled.Select(column => $"e.{column} = c.{column}"), .. Unspelled(combinations), .. Ranged()];
        if (combinations.Bound is { } bound)
        {
            AddBounds(combinations, bound, names, arrays);
            conditions.Add(Behind(combinations.Fields, string.Join(", ", names.Skip(spelled.Length).Select(name => $"c.{name}"))));
        }

        return $"""
            SELECT s.id, {_table.ColumnList("s.")}, c.n FROM unnest({string.Join(", ", arrays)}) WITH ORDINALITY AS c({string.Join(", ", names)}, n)
            CROSS JOIN LATERAL (
                SELECT e.id, {_table.ColumnList("e.")} FROM {_schema.Table(_table.Name)} e WHERE {Where(conditions)} ORDER BY {Order("e", combinations.Fields)} LIMIT {limit}) s
            """;
    }

    /// <summary>Only the first stretch starts where the page before ended; for the others the bound is one that every entry lies behind.</summary>
    private void AddBounds(Combinations combinations, ImmutableArray<IndexValue> bound, List<string> names, List<string> arrays)
    {
        int others = combinations.All.Length - 1;
        for (int position = 0; position < bound.Length; position++)
        {
            IndexKind kind = _table.Kinds[combinations.Fields + position];
            names.Add($"b{position + 1}");
            arrays.Add(kind == IndexKind.Text
                ? _parameters.Texts(Enumerable.Repeat(KeyBounds.Text(_query.IsDescending), others).Prepend(bound[position].AsText))
                : _parameters.Several(kind, Enumerable.Repeat(KeyBounds.Integer(kind, _query.IsDescending), others).Prepend(bound[position])));
        }

        names.Add("b");
        arrays.Add(_parameters.Texts(Enumerable.Repeat(KeyBounds.Text(_query.IsDescending), others).Prepend(_query.After!.Id)));
    }

    private string Limit => (_query.Take + 1).ToString(CultureInfo.InvariantCulture);

    private string Where(IEnumerable<string> conditions) => string.Join(" AND ", conditions.Prepend($"e.tenant = {_tenant}"));

    private string Order(string table, int from) =>
        string.Concat(_table.Columns.Skip(from).Select(column => $"{table}.{column}{Direction}, ")) + $"{table}.id{Direction}";

    private string Behind(int from, string values) =>
        $"({string.Concat(_table.Columns.Skip(from).Select(column => $"e.{column}, "))}e.id) {(_query.IsDescending ? "<" : ">")} ({values})";

    private IEnumerable<string> Unspelled(Combinations combinations) =>
        _query.Equal.Skip(combinations.Fields).Select((values, position) => Equals(combinations.Fields + position, values));

    private string Equals(int field, ImmutableArray<IndexValue> values) => values.Length == 1
        ? $"e.{EntryTable.Column(field)} = {_parameters.Value(values[0])}"
        : $"e.{EntryTable.Column(field)} = ANY({_parameters.Several(_table.Kinds[field], values)})";

    private IEnumerable<string> Ranged()
    {
        string column = EntryTable.Column(_query.Equal.Length);
        if (_query.Range?.From is { } from)
        {
            yield return $"e.{column} >= {_parameters.Value(from)}";
        }

        if (_query.Range?.To is { } to)
        {
            yield return $"e.{column} < {_parameters.Value(to)}";
        }
    }
}
