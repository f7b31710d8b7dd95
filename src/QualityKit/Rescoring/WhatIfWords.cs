using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Rescoring;

/// <summary>The words for the parts of a report, in one language; scores are rounded as their form says.</summary>
internal sealed class WhatIfWords(WhatIf whatIf, MessageCatalogue catalogue)
{
    public string Say(string code, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var values = ImmutableArray.CreateBuilder<MessageArgument>(arguments.Length);
        foreach ((string name, object value) in arguments)
        {
            values.Add(new MessageArgument { Name = name, Value = value });
        }

        return catalogue.Format(code, values.MoveToImmutable());
    }

    public string Before(Score? score) => Rounded(score, whatIf.Before);

    public string After(Score? score) => Rounded(score, whatIf.After);

    public string Unit(ScoreUnit unit) => Say(unit switch
    {
        ScoreUnit.Share => WhatIfCodes.Shares,
        ScoreUnit.Points => WhatIfCodes.Points,
        _ => WhatIfCodes.Grades,
    });

    /// <summary>A difference; of two shares in percentage points.</summary>
    public string Change(Score change)
    {
        Rounding rounding = whatIf.After.Method.Rounding;
        return change.Unit == ScoreUnit.Share
            ? Say(WhatIfCodes.PercentagePoints, ("change", (change.Value * 100).ToString(rounding.Digits, rounding.Midpoint)))
            : change.ToString(rounding);
    }

    public string PassRate(WhatIfScores scores) => scores.PassRate is { } rate
        ? Say(WhatIfCodes.PassedOf, ("rate", Score.Share(rate)), ("passed", scores.Passed), ("judged", scores.Passed + scores.Failed))
        : Say(WhatIfCodes.NothingToPass);

    public string Bin(ScoreBin bin) => bin switch
    {
        { From: null, To: { } to } => Say(WhatIfCodes.BinBelow, ("to", to)),
        { From: { } from, To: null } => Say(WhatIfCodes.BinAbove, ("from", from)),
        { From: { } from, To: { } to } when from == to => $"{from}",
        _ => Say(WhatIfCodes.Bin, ("from", bin.From!.Value), ("to", bin.To!.Value)),
    };

    public string Band(BandTransition band) =>
        Say(WhatIfCodes.Band, ("before", Name(band.Before)), ("after", Name(band.After)), ("count", band.Count));

    public string Subject(WhatIfSubject subject) => Say(
        subject.Crossing == PassCrossing.ToFailed ? WhatIfCodes.SubjectToFailed : WhatIfCodes.SubjectToPassed,
        ("subject", subject.Subject),
        ("before", Before(subject.MeanBefore)),
        ("after", After(subject.MeanAfter)));

    public string Move(WhatIfChange change) =>
        Say(WhatIfCodes.Move, ("id", change.Id), ("before", Before(change.Before)), ("after", After(change.After)), ("change", Change(change.Change)));

    public string Misfit(WhatIfMisfit misfit) =>
        Say(WhatIfCodes.Misfit(misfit.Kind), ("key", misfit.Key), ("option", misfit.Option ?? ""), ("count", misfit.Count));

    private string Name(Band? band) => band?.Name.ToString(catalogue.Language) ?? Say(WhatIfCodes.NoBand);

    // A score beside a mark gains digits until it lies on its own side (rule S20).
    private string Rounded(Score? score, EvaluationForm form)
    {
        IEnumerable<Score?> marks = [form.Pass?.Mark, .. form.Bands.SelectMany(band => new[] { band.Minimum, band.Top })];
        return score?.ToString(form.Method.Rounding, marks.OfType<Score>()) ?? Say(WhatIfCodes.NoScore);
    }
}
