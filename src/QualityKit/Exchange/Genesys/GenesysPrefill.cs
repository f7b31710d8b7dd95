using System.Text.Json.Nodes;
using QualityKit.Forms;

namespace QualityKit.Exchange.Genesys;

/// <summary>What a group of Genesys Cloud says that its questions are prefilled with: by four flags, of which one is on at most, and by two older ones.</summary>
internal static class GenesysPrefill
{
    private const string Member = "defaultAnswersTo";
    private const string UserDefined = "userDefined";

    private static readonly (string Flag, string? Older, DefaultAnswer Default)[] Flags =
    [
        ("highestScore", "defaultAnswersToHighest", DefaultAnswer.Highest),
        ("lowestScore", null, DefaultAnswer.Lowest),
        ("notApplicable", "defaultAnswersToNA", DefaultAnswer.NotApplicable),
        (UserDefined, null, DefaultAnswer.None),
    ];

    /// <summary>The newer flags hold where one is on, the older ones otherwise; what contradicts those that hold is left out.</summary>
    public static DefaultAnswer Read(SourceObject group)
    {
        SourceObject? newer = group.Object(Member);
        bool[] on = [.. Flags.Select(flag => newer?.Flag(flag.Flag) ?? false)];
        bool[] wasOn = [.. Flags.Select(flag => flag.Older is { } older && group.Flag(older))];
        int taken = Array.IndexOf(on, true) is >= 0 and int first ? first : Array.IndexOf(wasOn, true);
        for (int flag = 0; flag < Flags.Length; flag++)
        {
            if (newer is not null && on[flag] != (flag == taken) && (on[flag] || wasOn[flag]))
            {
                newer.LeaveOut(Flags[flag].Flag);
            }

            if (wasOn[flag] && flag != taken)
            {
                group.LeaveOut(Flags[flag].Older!);
            }
        }

        return taken < 0 ? DefaultAnswer.None : Flags[taken].Default;
    }

    /// <summary>Writes both: readers of the older model know the older flags only.</summary>
    /// <param name="written">The group.</param>
    /// <param name="kind">What all of its questions are prefilled with.</param>
    /// <param name="hasOwn">Whether a question has a default of its own.</param>
    public static void Write(JsonObject written, DefaultAnswerKind kind, bool hasOwn)
    {
        var flags = new JsonObject();
        foreach ((string flag, string? older, DefaultAnswer said) in Flags)
        {
            bool isOn = flag == UserDefined ? hasOwn : kind == said.Kind;
            flags[flag] = isOn;
            if (older is not null)
            {
                written[older] = isOn;
            }
        }

        written[Member] = flags;
    }
}
