namespace QualityKit.RescoreBenchmark;

/// <summary>The same figures in SQL, written in several ways; the fastest one counts.</summary>
internal static class Queries
{
    /// <summary>Every way, by name.</summary>
    public static IReadOnlyList<(string Name, string Sql)> All { get; } =
    [
        ("case, integers", Of(group => Case(group, ""), "::DOUBLE")),
        ("case, small integers", Of(group => Case(group, "::SMALLINT"), "::DOUBLE")),
        ("case, doubles", Of(group => Case(group, ".0::DOUBLE"), "")),
        ("arithmetic, integers", Of(group => Arithmetic(group, "SMALLINT"), "::DOUBLE")),
        ("arithmetic, doubles", Of(group => Arithmetic(group, "DOUBLE"), "")),
    ];

    /// <summary>Makes the table in memory.</summary>
    public static string Create(long sheets) =>
        $"CREATE OR REPLACE TABLE sheets AS SELECT {string.Join(", ", Enumerable.Range(0, SheetFormula.Questions).Select(SheetFormula.Sql))} FROM range({sheets}) AS numbers(i)";

    /// <summary>Sums that show whether the table holds what we hold.</summary>
    public static string Checksums { get; } =
        $"SELECT {string.Join(", ", Enumerable.Range(0, SheetFormula.Questions).Select(question => $"sum(q{question}::BIGINT * (rowid % 1009 + 1))::DOUBLE AS c{question}"))} FROM sheets";

    // In units of 1/40: what the six questions of a group earn and what counts of them.
    private static string Of(Func<int, (string Earned, string Counted)> group, string real)
    {
        IEnumerable<string> shares = Enumerable.Range(0, 5).Select(number =>
        {
            (string earned, string counted) = group(number);
            return $"{10 + (5 * number)} * ({earned}){real} / ({counted})";
        });
        return $"""
            SELECT avg(total) AS mean, count(*) FILTER (WHERE total >= 80 - 1e-9) AS passed,
                count(*) FILTER (WHERE total >= 60 - 1e-9 AND total < 90 - 1e-9) AS good,
                count(*) FILTER (WHERE total >= 90 - 1e-9) AS excellent, count(*) FILTER (WHERE failed) AS failures
            FROM (SELECT q16 = 1 AS failed, CASE WHEN q16 = 1 THEN 0 ELSE {string.Join(" + ", shares)} END AS total FROM sheets)
            """;
    }

    private static (string Earned, string Counted) Case(int group, string type)
    {
        string Q(int place) => $"q{(6 * group) + place}";
        string Value(int number) => number + type;
        string When(string condition, int yes) => $"CASE WHEN {condition} THEN {Value(yes)} ELSE {Value(0)} END";
        string asked = $"{Q(0)} = 0 AND {Q(3)}";
        return (
            string.Join(
                " + ",
                When($"{Q(0)} = 0", 80),
                $"CASE {Q(1)} WHEN 0 THEN {Value(40)} WHEN 1 THEN {Value(20)} ELSE {Value(0)} END",
                $"CASE {Q(2)} WHEN 4 THEN {Value(120)} WHEN 3 THEN {Value(96)} WHEN 2 THEN {Value(72)} WHEN 1 THEN {Value(48)} ELSE {Value(24)} END",
                When($"{asked} = 0", 40),
                When($"{Q(4)} = 0", 40),
                $"CASE {Q(5)} WHEN 0 THEN {Value(60)} WHEN 1 THEN {Value(45)} WHEN 2 THEN {Value(30)} ELSE {Value(0)} END"),
            string.Join(" + ", Value(260), When($"{Q(1)} <> 9", 40), When($"{asked} <> 9", 40), group == 2 ? Value(40) : When($"{Q(4)} <> 9", 40)));
    }

    private static (string Earned, string Counted) Arithmetic(int group, string type)
    {
        string Q(int place) => $"q{(6 * group) + place}";
        string Is(string condition) => $"({condition})::{type}";
        string Number(int place) => $"{Q(place)}::{type}";
        return (
            $"80 * {Is($"{Q(0)} = 0")} + 40 * {Is($"{Q(1)} = 0")} + 20 * {Is($"{Q(1)} = 1")} + 24 * {Number(2)} + 24 "
                + $"+ 40 * {Is($"({Q(0)} + {Q(3)}) = 0")} + 40 * {Is($"{Q(4)} = 0")} + 60 - 15 * {Number(5)} - 15 * {Is($"{Q(5)} = 3")}",
            $"260 + 40 * {Is($"{Q(1)} <> 9")} + 40 * {Is($"{Q(0)} = 0 AND {Q(3)} <> 9")}" + (group == 2 ? " + 40" : $" + 40 * {Is($"{Q(4)} <> 9")}"));
    }
}
