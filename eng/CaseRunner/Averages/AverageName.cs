namespace QualityKit.CaseRunner.Averages;

/// <summary>Finds out from its name what an expected number is.</summary>
internal static class AverageName
{
    public static AverageKind KindOf(string name)
    {
        string lower = name.ToLowerInvariant();
        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (string word in words)
            {
                if (lower.Contains(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        return name switch
        {
            "published" => AverageKind.Printed,
            "n" or "count" or "evaluations" or "evaluationsPerformed" or "evaluationCount" => AverageKind.Count,
            _ when Says("weighted") && !Says("unweighted") => throw Unknown(name),
            _ when Says("fail") => Says("rate", "percent", "share") ? AverageKind.FailureRate : throw Unknown(name),
            _ when Says("ratio", "pooled", "overpossible", "oversum", "ofsums") => AverageKind.RatioOfSums,
            _ when Says("mean", "average", "avg", "iqs") => AverageKind.MeanOfScores,
            _ => throw Unknown(name),
        };
    }

    private static UnsupportedCaseException Unknown(string name) => new($"the expected number `{name}` is not understood");
}
