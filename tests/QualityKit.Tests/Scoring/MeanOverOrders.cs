using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>The Shapley value as it is defined: what each change adds when the changes are made one after the other, on average over every order. Slow and plain.</summary>
internal static class MeanOverOrders
{
    public static Dictionary<string, Fraction> Of(Scorecard before, Scorecard after, string[] changed)
    {
        var sums = changed.ToDictionary(key => key, _ => Fraction.Zero);
        int orders = 0;
        foreach (string[] order in Orders(changed))
        {
            orders++;
            AnswerSheet sheet = before.Answers.Sheet;
            Fraction total = Total(before, sheet);
            foreach (string key in order)
            {
                sheet = after.Answers.Sheet.EntryFor(key)?.Answer is { } answer ? sheet.Answer(key, answer) : sheet.Clear(key);
                Fraction next = Total(before, sheet);
                sums[key] += next - total;
                total = next;
            }
        }

        return sums.ToDictionary(sum => sum.Key, sum => sum.Value / orders);
    }

    private static Fraction Total(Scorecard card, AnswerSheet sheet) => Scorer.Preview(card.Form, sheet).Total!.Value.Value;

    private static IEnumerable<string[]> Orders(string[] keys) =>
        keys.Length == 0 ? [[]] : keys.SelectMany(first => Orders([.. keys.Where(key => key != first)]).Select(rest => (string[])[first, .. rest]));
}
