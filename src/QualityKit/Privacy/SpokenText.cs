using System.Collections.Immutable;
using System.Text;
using QualityKit.Transcripts;

namespace QualityKit.Privacy;

/// <summary>All that one speaker said as one text, and which of it is in which utterance.</summary>
internal sealed class SpokenText
{
    private readonly List<(string Id, int Start, int Length)> _places = [];
    private readonly string _text;

    public SpokenText(IEnumerable<Utterance> utterances)
    {
        var text = new StringBuilder();
        foreach (Utterance utterance in utterances)
        {
            _places.Add((utterance.Id, text.Length, utterance.Text.Length));
            text.Append(utterance.Text).Append(' ');
        }

        _text = text.ToString();
    }

    /// <summary>What redactors find, cut at the ends of utterances.</summary>
    public IEnumerable<RedactedRange> Find(ImmutableArray<IRedactor> redactors)
    {
        TextRange[] found = [.. redactors.SelectMany(redactor => redactor.Find(_text)).OrderBy(range => range.Start)];
        int first = 0;
        foreach (TextRange range in found)
        {
            // Utterances that end before this range end before all later ones.
            while (first < _places.Count && _places[first].Start + _places[first].Length <= range.Start)
            {
                first++;
            }

            for (int place = first; place < _places.Count && _places[place].Start < range.Start + range.Length; place++)
            {
                int from = Math.Max(range.Start, _places[place].Start);
                int until = Math.Min(range.Start + range.Length, _places[place].Start + _places[place].Length);
                if (until > from)
                {
                    yield return new() { Utterance = _places[place].Id, Range = new(from - _places[place].Start, until - from) };
                }
            }
        }
    }
}
