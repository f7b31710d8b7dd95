using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for bands: no score may belong to two (S18).</summary>
internal static class BandRules
{
    public const int MaximumBands = 100;

    public static void Check(FormInspection form, ImmutableArray<Band> bands, string pointer)
    {
        if (bands.Length > MaximumBands)
        {
            form.Issues.Error(IssueCodes.TooManyBands, pointer, ("count", bands.Length), ("most", MaximumBands));
            return;
        }

        var earlier = new List<(Band Band, int Position)>();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int position = 0; position < bands.Length; position++)
        {
            string place = $"{pointer}/{position}";
            if (bands[position] is not { } band)
            {
                form.Issues.Error(IssueCodes.Missing, place);
                continue;
            }

            CheckName(form.Issues, band.Name, place, names, position);
            if (!CheckLimits(form, band, place))
            {
                continue;
            }

            if (earlier.FindIndex(other => Overlap(other.Band, band)) is >= 0 and var found)
            {
                form.Issues.Error(
                    IssueCodes.BandsOverlap, place, ("band", Name(band)), ("other", Name(earlier[found].Band)), ("first", $"{pointer}/{earlier[found].Position}"));
            }

            earlier.Add((band, position));
        }
    }

    /// <summary>Whether a score can belong to both.</summary>
    /// <remarks>A band with only a minimum ends at the next minimum above it, one with only a top begins above the next lower top;
    /// so two of a kind meet only in the same limit. A top that reaches a minimum meets it, whatever else the two bands state.</remarks>
    private static bool Overlap(Band left, Band right) => (left, right) switch
    {
        ({ Minimum: { } first, Top: null }, { Minimum: { } second, Top: null }) => first == second,
        ({ Minimum: null, Top: { } first }, { Minimum: null, Top: { } second }) => first == second,
        ({ Minimum: { } minimum, Top: null }, { Minimum: { } from, Top: { } to }) => from <= minimum && minimum <= to,
        ({ Minimum: { } from, Top: { } to }, { Minimum: { } minimum, Top: null }) => from <= minimum && minimum <= to,
        ({ Minimum: { } minimum }, { Minimum: null, Top: { } top }) => minimum <= top,
        ({ Minimum: null, Top: { } top }, { Minimum: { } minimum }) => minimum <= top,
        ({ Minimum: { } from, Top: { } to }, { Minimum: { } start, Top: { } end }) => from <= end && start <= to,
        _ => false,
    };

    private static void CheckName(IssueList issues, LocalizedText? name, string place, Dictionary<string, int> names, int position)
    {
        TextRules.CheckRequired(issues, name, place + "/name");
        if (name is not null && !string.IsNullOrWhiteSpace(name.Text) && !names.TryAdd(name.Text, position))
        {
            issues.Error(IssueCodes.DuplicateBandName, place + "/name", ("name", name.Text));
        }
    }

    // Whether the limits can be compared with those of other bands.
    private static bool CheckLimits(FormInspection form, Band band, string place)
    {
        if (band is { Minimum: null, Top: null })
        {
            form.Issues.Error(IssueCodes.BandWithoutLimits, place);
            return false;
        }

        bool isComparable = band.Minimum is not { } minimum || MarkRules.Check(form, minimum, place + "/minimum");
        isComparable &= band.Top is not { } top || MarkRules.Check(form, top, place + "/top");
        if (isComparable && band is { Minimum: { } least, Top: { } most } && least > most)
        {
            form.Issues.Error(IssueCodes.BandMinimumAboveTop, place, ("minimum", least), ("top", most));
            return false;
        }

        return isComparable;
    }

    private static string Name(Band band) => band.Name?.Text ?? "";
}
