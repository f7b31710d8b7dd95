using System.Collections.Immutable;
using QualityKit.Forms;

namespace QualityKit.Scoring;

/// <summary>A set of options of a multiple selection as bits, 62 to a word.</summary>
internal static class OptionBits
{
    public const int PerWord = 62;

    public static int Words(MultiSelectQuestion question) => ((question.Options.Length - 1) / PerWord) + 1;

    public static long[] Of(MultiSelectQuestion question, ImmutableArray<string> options)
    {
        var words = new long[Words(question)];
        foreach (string option in options)
        {
            Set(words, PositionOf(question, option));
        }

        return words;
    }

    public static int PositionOf(MultiSelectQuestion question, string option)
    {
        ImmutableArray<SelectOption> options = question.Options;
        for (int position = 0; position < options.Length; position++)
        {
            if (options[position].Key == option)
            {
                return position;
            }
        }

        return -1;
    }

    public static void Set(Span<long> words, int position) => words[position / PerWord] |= 1L << (position % PerWord);

    public static bool Has(ReadOnlySpan<long> words, int position) => (words[position / PerWord] & (1L << (position % PerWord))) != 0;

    public static bool Match(ReadOnlySpan<long> selected, ReadOnlySpan<long> named, OptionMatch match)
    {
        bool any = false;
        bool all = true;
        bool only = true;
        for (int word = 0; word < named.Length; word++)
        {
            any |= (selected[word] & named[word]) != 0;
            all &= (selected[word] & named[word]) == named[word];
            only &= (selected[word] & ~named[word]) == 0;
        }

        return match switch
        {
            OptionMatch.Any => any,
            OptionMatch.All => all,
            _ => all && only,
        };
    }
}
