using QualityKit.Testing.Conformance;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Conformance;

public class HistoryTests
{
    [Fact]
    public void Many_random_histories_have_an_order_exactly_when_one_is_found_by_trying_all()
    {
        int with = 0;
        int without = 0;
        for (int number = 0; number < 3_000; number++)
        {
            List<HistoryEntry> entries = Make(new Dice(Seeds.Value, number));
            bool hasOrder = AnyOrder(entries, [], []);
            bool isFound = IsAccepted(entries);

            Assert.True(hasOrder == isFound, $"QUALITYKIT_SEED={Seeds.Value}, history {number}: trying all says {hasOrder}\n{string.Join('\n', entries)}");
            (with, without) = hasOrder ? (with + 1, without) : (with, without + 1);
        }

        Assert.True(with > 200 && without > 200, $"{with} with an order, {without} without: not worth comparing");
    }

    [Fact]
    public void A_circle_is_told_in_words()
    {
        var history = new History();
        history.Add(new HistoryEntry { Name = "ann writes x, having seen no y", Began = 1, Ended = 10, Saw = [("y", History.Absent)], Wrote = [("x", History.Absent, "1")] });
        history.Add(new HistoryEntry { Name = "bob writes y, having seen no x", Began = 2, Ended = 9, Saw = [("x", History.Absent)], Wrote = [("y", History.Absent, "2")] });

        string message = Assert.Throws<ConformanceException>(history.Check).Message;

        Assert.Contains("ann writes x, having seen no y\n    saw y before it was changed by\n  bob writes y, having seen no x\n    saw x before it was changed by", message, StringComparison.Ordinal);
    }

    private static bool IsAccepted(List<HistoryEntry> entries)
    {
        var history = new History();
        entries.ForEach(history.Add);
        try
        {
            history.Check();
            return true;
        }
        catch (ConformanceException)
        {
            return false;
        }
    }

    // Takes any entry that nobody has to precede and that fits the states as they are, and goes on: slow, and beyond doubt.
    private static bool AnyOrder(List<HistoryEntry> left, Dictionary<string, string> states, List<HistoryEntry> done)
    {
        string State(string place) => states.GetValueOrDefault(place, History.Absent);
        return left.Count == 0 || left
            .Where(entry => !left.Any(other => other.Ended < entry.Began))
            .Where(entry => entry.Saw.All(seen => State(seen.Place) == seen.State) && entry.Wrote.All(write => State(write.Place) == write.From))
            .Any(entry => AnyOrder([.. left.Where(other => other != entry)], new Dictionary<string, string>([.. states.Where(state => !entry.Wrote.Any(write => write.Place == state.Key)), .. entry.Wrote.Select(write => KeyValuePair.Create(write.Place, write.To))]), [.. done, entry]));
    }

    // Up to six entries over two places. Each writes from some state to one of its own, and sees some state, often the right ones.
    private static List<HistoryEntry> Make(Dice dice)
    {
        var entries = new List<HistoryEntry>();
        var states = new Dictionary<string, List<string>> { ["x"] = [History.Absent], ["y"] = [History.Absent] };
        int count = 3 + dice.Below(4);
        for (int number = 0; number < count; number++)
        {
            string place = dice.Pick<string>(["x", "y"]);
            string other = place == "x" ? "y" : "x";
            int began = (number * 4) - dice.Below(9);
            string Some(string of) => dice.Chance(75) ? states[of][^1] : dice.Pick(states[of]);
            (string, string, string)[] wrote = dice.Chance(60) ? [(place, Some(place), $"{number}")] : [];
            (string, string)[] saw = dice.Chance(60) ? [(other, Some(other))] : [];
            entries.Add(new HistoryEntry { Name = $"{number}", Began = began, Ended = began + 1 + dice.Below(12), Saw = [.. saw], Wrote = [.. wrote] });
            if (wrote.Length > 0)
            {
                states[place].Add($"{number}");
            }
        }

        return entries;
    }
}
