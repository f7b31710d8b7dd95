using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Rescoring;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Whether a what-if tally that was read is one that the library can have written: of these forms, its counts in agreement, its lists in order.</summary>
internal sealed class WhatIfRules(WhatIf whatIf, WhatIfState state, Place root)
{
    private const int PassedToFailed = ((int)Outcome.Passed * PlaceTally.Outcomes) + (int)Outcome.Failed;
    private const int FailedToPassed = ((int)Outcome.Failed * PlaceTally.Outcomes) + (int)Outcome.Passed;

    /// <summary>Reports a tally of other forms.</summary>
    public static void CheckForms(WhatIfDocument document, WhatIf whatIf, Place root)
    {
        Check(document.Before, whatIf.Before, root.Member("before"));
        Check(document.After, whatIf.After, root.Member("after"));
    }

    public void Check()
    {
        CheckCounts();
        CheckBands();
        CheckList("skipped", state.Skipped);
        CheckList("toFailed", state.ToFailed);
        CheckList("toPassed", state.ToPassed);
        CheckList("newFailures", state.NewFailures);
        CheckLargest("largestRises", state.Changes.LargestRises, state.Changes.Rises, direction: 1);
        CheckLargest("largestFalls", state.Changes.LargestFalls, state.Changes.Falls, direction: -1);
        CheckOrder(root.Member("misfits"), [.. state.Misfits.Select(misfit => $"{(int)misfit.Kind} {misfit.Key} {misfit.Option}")], isStrict: true);
        CheckOrder(root.Member("subjects"), [.. state.Subjects.Select(subject => subject.Subject)], isStrict: true);
        CheckSubjects();
    }

    private static void Check(string found, EvaluationForm form, Place place)
    {
        if (found != form.Id.Value)
        {
            place.Report(IssueCodes.WhatIfOtherForm, ("found", Quoted.Short(found)), ("expected", form.Id.Value));
        }
    }

    private void CheckCounts()
    {
        long compared = state.Compared;
        AtMost("scoresBefore", "bins", state.Before.Count, compared);
        AtMost("scoresBefore", "formFailed", state.Before.FormFailed, compared);
        AtMost("scoresAfter", "bins", state.After.Count, compared);
        AtMost("scoresAfter", "formFailed", state.After.FormFailed, compared);
        AtMost("changes", "rises", state.Changes.Count, whatIf.HasSameUnit ? Math.Min(state.Before.Count, state.After.Count) : 0);
        Exactly(root.Member("toFailed").Member("count"), state.ToFailed.Count, state.Outcomes[PassedToFailed]);
        Exactly(root.Member("toPassed").Member("count"), state.ToPassed.Count, state.Outcomes[FailedToPassed]);
        AtMost("newFailures", "count", state.NewFailures.Count, state.After.FormFailed);
        Contradict(root.Member("provisional"), state.Provisional, compared, state.Provisional > compared);
        Contradict(root.Member("last"), 1, 0, state.LastId is not null && compared + state.Skipped.Count == 0);
    }

    private void CheckBands()
    {
        Place place = root.Member("bands");
        for (int entry = 0; entry < state.Bands.Length; entry++)
        {
            CheckBand(place.Element(entry).Member("before"), state.Bands[entry].Before, whatIf.Before);
            CheckBand(place.Element(entry).Member("after"), state.Bands[entry].After, whatIf.After);
        }

        CheckOrder(place, [.. state.Bands.Select(band => $"{band.Before + 1:D10} {band.After + 1:D10}")], isStrict: true);
        Exactly(place, state.Bands.Sum(band => band.Count), state.Compared);
    }

    private static void CheckBand(Place place, int position, EvaluationForm form)
    {
        if (position >= form.Bands.Length)
        {
            place.Report(IssueCodes.WhatIfUnknownBand, ("position", position));
        }
    }

    private void CheckList(string name, AffectedCases cases)
    {
        Place place = root.Member(name);
        Exactly(place.Member("ids"), cases.Ids.Length, Math.Min(cases.Count, state.Limits.Listed));
        CheckOrder(place.Member("ids"), cases.Ids, isStrict: false);
        CheckOrder(place.Member("reasons"), [.. cases.Reasons.Select(reason => reason.Name)], isStrict: true);
        for (int reason = 0; reason < cases.Reasons.Length; reason++)
        {
            Contradict(place.Member("reasons").Element(reason), cases.Reasons[reason].Count, cases.Count, cases.Reasons[reason].Count > cases.Count);
        }
    }

    private void CheckLargest(string name, ImmutableArray<WhatIfChange> changes, long count, int direction)
    {
        Place place = root.Member("changes").Member(name);
        Exactly(place, changes.Length, Math.Min(count, state.Limits.Largest));
        var order = new ChangeShortlist(WhatIfLimits.MostLargest, direction);
        for (int change = 0; change < changes.Length; change++)
        {
            if (changes[change].Change.Value.Sign != direction || (change > 0 && order.Compare(changes[change - 1], changes[change]) > 0))
            {
                place.Element(change).Report(IssueCodes.WhatIfOutOfOrder, ("name", Quoted.Short(changes[change].Id)));
            }
        }
    }

    private void CheckSubjects()
    {
        for (int position = 0; position < state.Subjects.Length; position++)
        {
            SubjectState subject = state.Subjects[position];
            long most = new[] { subject.CountBefore, subject.CountAfter, subject.ToFailed + subject.ToPassed }.Max();
            Contradict(root.Member("subjects").Element(position), most, subject.Compared, most > subject.Compared);
        }

        long named = state.Subjects.Aggregate(0L, (sum, subject) => Math.Min(sum + subject.Compared, long.MaxValue / 2));
        Contradict(root.Member("subjects"), named, state.Compared, named > state.Compared);
    }

    private static void CheckOrder(Place place, ImmutableArray<string> names, bool isStrict)
    {
        for (int position = 1; position < names.Length; position++)
        {
            int order = string.CompareOrdinal(names[position - 1], names[position]);
            if (order > 0 || (order == 0 && isStrict))
            {
                place.Element(position).Report(IssueCodes.WhatIfOutOfOrder, ("name", Quoted.Short(names[position])));
            }
        }
    }

    private void AtMost(string part, string member, long found, long most) =>
        Contradict(root.Member(part).Member(member), found, most, found > most);

    private static void Exactly(Place place, long found, long expected) => Contradict(place, found, expected, found != expected);

    private static void Contradict(Place place, long found, long expected, bool isWrong)
    {
        if (isWrong)
        {
            place.Report(IssueCodes.WhatIfCountsContradict, ("found", found), ("expected", expected));
        }
    }
}
