using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Marks of questions on their way into formats that have fewer.</summary>
internal static class SourceMarks
{
    /// <summary>Where what may be marked N/A may be left unanswered, and nothing else may: reports a question of which that is not so.</summary>
    public static void RequiredUnlessNotApplicable(this SourceObject source, AnswerableQuestion question)
    {
        source.Take("required");
        if (question.IsRequired == question.AllowsNotApplicable)
        {
            source.Lose(
                IssueCodes.MemberLeftOut,
                "required",
                ("member", "required"),
                ("value", question.IsRequired ? "true" : "false"),
                ("target", source.Losses.Target));
        }
    }

    /// <summary>Reports an item that is left out whole.</summary>
    public static void LoseWhole(this SourceObject source, string kind, string text)
    {
        foreach ((string name, _) in source.Untaken().ToArray())
        {
            source.Take(name);
        }

        source.Lose(IssueCodes.MemberLeftOut, null, ("member", kind), ("value", Wire.Quoted.Short(text)), ("target", source.Losses.Target));
    }
}
