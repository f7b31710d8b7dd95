namespace QualityKit.Analysis;

/// <summary>Whether all sheets of a form can be looked at.</summary>
internal static class SmallForm
{
    /// <summary>Conditions and marks make fewer sheets than the answers to all questions would.</summary>
    private const int HopePerSheet = 16;

    public static bool Is(FormModel model, int most)
    {
        double sheets = 1;
        foreach (QuestionModel question in model.Questions)
        {
            sheets *= question.OwnCount;
        }

        return sheets <= (double)most * HopePerSheet;
    }
}
