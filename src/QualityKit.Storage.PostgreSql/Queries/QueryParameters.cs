using Npgsql;
using NpgsqlTypes;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Connections;

namespace QualityKit.Storage.PostgreSql.Queries;

/// <summary>The parameters of a query, numbered as they are named in its text.</summary>
internal sealed class QueryParameters
{
    private readonly List<NpgsqlParameter> _values = [];

    /// <summary>Copies for one command: a parameter belongs to the command that it was given to, and a statement may have to be sent again.</summary>
    public NpgsqlParameter[] Values => [.. _values.Select(value => value.Clone())];

    /// <summary>A text: <c>$1</c>.</summary>
    public string Text(string value) => Add(Statements.Value(value));

    public string Value(IndexValue value) => Add(value.Kind == IndexKind.Text ? Statements.Value(value.AsText) : Statements.Value(value.AsInteger));

    /// <summary>Several values of one field: <c>$1::bigint[]</c>.</summary>
    public string Several(IndexKind kind, IEnumerable<IndexValue> values) => kind == IndexKind.Text
        ? Texts(values.Select(value => value.AsText))
        : $"{Add(new NpgsqlParameter<long[]> { TypedValue = [.. values.Select(value => value.AsInteger)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint })}::bigint[]";

    public string Texts(IEnumerable<string> values) =>
        $"{Add(new NpgsqlParameter<string[]> { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text })}::text[]";

    public string Number(int value) => Add(Statements.Value(value));

    private string Add(NpgsqlParameter parameter)
    {
        _values.Add(parameter);
        return $"${_values.Count}";
    }
}
