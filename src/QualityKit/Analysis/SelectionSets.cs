using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>Sets of options of a multiple selection: one for every sum of points, failures and truth of conditions that a set can have.</summary>
internal sealed class SelectionSets
{
    private const int MostSets = 500;
    private const int MostOptionsForAllPairs = 8;

    private readonly MultiSelectQuestion _question;
    private readonly AnsweredOption[] _conditions;

    private SelectionSets(MultiSelectQuestion question, AnsweredOption[] conditions)
    {
        _question = question;
        _conditions = conditions;
    }

    public List<long[]> Representatives { get; private set; } = [];

    /// <summary>Whether there were too many: then of sets alike in failures and conditions those of lowest and highest points are here.</summary>
    public bool IsPartial { get; private set; }

    public static SelectionSets Of(MultiSelectQuestion question, IEnumerable<AnsweredOption> conditions)
    {
        var sets = new SelectionSets(question, [.. conditions]);
        sets.Find();
        return sets;
    }

    /// <summary>Sets with an option beside the same sets without it.</summary>
    public IEnumerable<(long[] With, long[] Without)> PairsOf(int option) =>
        AllSets().Where(set => OptionBits.Has(set, option)).Select(set => (set, Without(set, option)));

    /// <summary>Whether those pairs are all there are, as far as results go.</summary>
    public bool HasAllPairsOf(int option) =>
        _question.Options.Length <= MostOptionsForAllPairs || (IsInert(_question.Options[option]) && Array.TrueForAll(_conditions, condition => IsBlindTo(condition, option)));

    private static bool IsInert(SelectOption option) => option.Points == option.UnselectedPoints && option.Fails is null;

    private bool IsBlindTo(AnsweredOption condition, int option) =>
        condition.Match != OptionMatch.Exactly && !condition.Options.Contains(_question.Options[option].Key, StringComparer.Ordinal);

    private IEnumerable<long[]> AllSets() =>
        _question.Options.Length <= MostOptionsForAllPairs
            ? Enumerable.Range(0, 1 << _question.Options.Length).Select(bits => new long[] { bits })
            : Representatives.SelectMany(set => Enumerable.Range(0, _question.Options.Length).Select(option => With(set, option)));

    // Option after option: sets so far that nothing can tell apart go on as one.
    private void Find()
    {
        var open = new Dictionary<string, PartialSet> { [""] = new(new long[OptionBits.Words(_question)], Fraction.Zero, "") };
        for (int option = 0; option < _question.Options.Length; option++)
        {
            var next = new Dictionary<string, PartialSet>();
            foreach (PartialSet set in open.Values)
            {
                Add(next, Extend(set, option, isSelected: true));
                Add(next, Extend(set, option, isSelected: false));
            }

            open = next.Count <= MostSets ? next : Extremes(next);
        }

        Representatives = [.. open.Values.Select(set => set.Words)];
    }

    private static void Add(Dictionary<string, PartialSet> sets, PartialSet set) => sets.TryAdd($"{set.Points}|{set.Marks}", set);

    private Dictionary<string, PartialSet> Extremes(Dictionary<string, PartialSet> sets)
    {
        IsPartial = true;
        var kept = new Dictionary<string, PartialSet>();
        foreach (IGrouping<string, PartialSet> alike in sets.Values.GroupBy(set => set.Marks))
        {
            Add(kept, alike.MinBy(set => set.Points)!);
            Add(kept, alike.MaxBy(set => set.Points)!);
        }

        return kept;
    }

    private PartialSet Extend(PartialSet set, int option, bool isSelected)
    {
        SelectOption source = _question.Options[option];
        long[] words = isSelected ? With(set.Words, option) : set.Words;
        return new(words, set.Points + (isSelected ? source.Points : source.UnselectedPoints), MarksOf(words, option + 1));
    }

    // What of the first so many options failures and conditions will look at.
    private string MarksOf(long[] words, int count)
    {
        int[] selected = [.. Enumerable.Range(0, count).Where(option => OptionBits.Has(words, option))];
        IEnumerable<string> fails = selected.Select(option => _question.Options[option].Fails).OfType<FailureScope>().Select(scope => $"{scope.Kind}{scope.GroupKey}").Distinct().Order(StringComparer.Ordinal);
        IEnumerable<string> holds = _conditions.Select(condition => MarksOf(condition, [.. selected.Select(option => _question.Options[option].Key)], count));
        return string.Join(';', fails) + "|" + string.Join(';', holds);
    }

    private string MarksOf(AnsweredOption condition, string[] selected, int count)
    {
        bool any = selected.Any(key => condition.Options.Contains(key, StringComparer.Ordinal));
        bool all = condition.Options.All(key => selected.Contains(key) || OptionBits.PositionOf(_question, key) >= count);
        bool only = selected.All(key => condition.Options.Contains(key, StringComparer.Ordinal));
        return condition.Match switch
        {
            OptionMatch.Any => $"{any}",
            OptionMatch.All => $"{all}",
            _ => $"{all && only}",
        };
    }

    private static long[] With(long[] set, int option)
    {
        long[] words = [.. set];
        OptionBits.Set(words, option);
        return words;
    }

    private static long[] Without(long[] set, int option)
    {
        long[] words = [.. set];
        words[option / OptionBits.PerWord] &= ~(1L << (option % OptionBits.PerWord));
        return words;
    }

    private sealed record PartialSet(long[] Words, Fraction Points, string Marks);
}
