using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Transcripts;

/// <summary>What every transcript keeps to.</summary>
internal static class TranscriptRules
{
    public static void Check(Transcript transcript, IssueList issues)
    {
        Id(issues, transcript.Id.Value, "/id");
        Id(issues, transcript.Interaction.Value, "/interaction");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        TimeSpan latest = TimeSpan.Zero;
        foreach ((int position, Utterance utterance) in transcript.Utterances.Index())
        {
            string pointer = $"/utterances/{position}";
            Id(issues, utterance.Id, $"{pointer}/id");
            if (utterance.Id is not null && !seen.Add(utterance.Id))
            {
                issues.Error(IssueCodes.IdTwice, $"{pointer}/id", ("id", utterance.Id));
            }

            Times(issues, utterance, latest, pointer);
            latest = utterance.From > latest ? utterance.From : latest;
            if (utterance.Channel < 0 || utterance.Confidence is < 0 or > 1)
            {
                issues.Error(IssueCodes.UtteranceOutOfRange, pointer);
            }
        }
    }

    private static void Times(IssueList issues, Utterance utterance, TimeSpan latest, string pointer)
    {
        if (utterance.From < TimeSpan.Zero)
        {
            issues.Error(IssueCodes.TimeOutside, $"{pointer}/from", ("time", utterance.From), ("bound", TimeSpan.Zero));
        }
        else if (utterance.From < latest)
        {
            issues.Error(IssueCodes.UtterancesOutOfOrder, $"{pointer}/from", ("time", utterance.From), ("earlier", latest));
        }

        if (utterance.Until < utterance.From)
        {
            issues.Error(IssueCodes.TimesReversed, $"{pointer}/until", ("from", utterance.From), ("until", utterance.Until));
        }
    }

    private static void Id(IssueList issues, string? id, string pointer)
    {
        if (!ExternalId.IsValid(id))
        {
            issues.Error(IssueCodes.ExternalIdInvalid, pointer, ("limit", ExternalId.MostBytes));
        }
    }
}
