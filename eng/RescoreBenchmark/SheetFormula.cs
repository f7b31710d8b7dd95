using QualityKit.Scoring;

namespace QualityKit.RescoreBenchmark;

/// <summary>The answers of sheet <c>i</c> to question <c>q</c>, by a formula that C# and SQL work out alike.</summary>
internal static class SheetFormula
{
    /// <summary>The questions of the form.</summary>
    public const int Questions = 30;

    /// <summary>What stands for N/A in the table of the database.</summary>
    public const int NotApplicable = 9;

    private const long Prime = 2_147_483_647;

    // For each of the six places in a group: what is answered up to which of 1,000 equally likely picks.
    private static readonly (int Below, int Code)[][] Places =
    [
        [(850, 0), (1000, 1)],
        [(50, NotApplicable), (600, 0), (850, 1), (1000, 2)],
        [(30, 0), (80, 1), (250, 2), (600, 3), (1000, 4)],
        [(60, NotApplicable), (880, 0), (1000, 1)],
        [(80, NotApplicable), (950, 0), (1000, 1)],
        [(700, 0), (820, 1), (920, 2), (1000, 3)],
    ];

    private static readonly (int Below, int Code)[] Fatal = [(980, 0), (1000, 1)];

    private static readonly byte[][] Picks = [.. Enumerable.Range(0, Questions).Select(question =>
        Enumerable.Range(0, 1000).Select(pick => (byte)Shares(question).First(share => pick < share.Below).Code).ToArray())];

    /// <summary>What the table holds.</summary>
    public static byte Code(long sheet, int question)
    {
        long mixed = ((sheet * Factor(question)) + Offset(question)) % Prime;
        return Picks[question][((mixed * mixed) + Offset(question)) % Prime % 1000];
    }

    /// <summary>The same as a flat code.</summary>
    public static long FlatCode(byte code) => code == NotApplicable ? FlatAnswer.NotApplicable : code;

    /// <summary>The same as SQL over a column <c>i</c>.</summary>
    public static string Sql(int question)
    {
        string mixed = $"((i * {Factor(question)} + {Offset(question)}) % {Prime})";
        string pick = $"(({mixed} * {mixed} + {Offset(question)}) % {Prime} % 1000)";
        string cases = string.Join(' ', Shares(question).Select(share => $"WHEN {pick} < {share.Below} THEN {share.Code}"));
        return $"(CASE {cases} END)::UTINYINT AS q{question}";
    }

    private static long Factor(int question) => 48_271L * 1009 * (question + 1) % Prime;

    private static long Offset(int question) => 16_807L * 7919 * (question + 3) % Prime;

    private static (int Below, int Code)[] Shares(int question) => question == 16 ? Fatal : Places[question % 6];
}
