using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Transcripts;

/// <summary>What has been read of a caption file, and what is wrong with it.</summary>
internal sealed class CueReading
{
    /// <summary>How many issues are listed; a hostile file could otherwise make millions.</summary>
    public const int MostIssues = 1000;

    private readonly IssueList _issues = new();
    private readonly ImmutableArray<Utterance>.Builder _utterances = ImmutableArray.CreateBuilder<Utterance>();
    private TimeSpan _latest = TimeSpan.Zero;
    private bool _hasTooMany;

    public void Error(string code, int line, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        if (_issues.Count < MostIssues)
        {
            _issues.Error(code, "", [("line", line + 1), .. arguments]);
        }
        else if (!_hasTooMany || !_issues.HasErrors)
        {
            _hasTooMany = true;
            _issues.Error(IssueCodes.JsonTooManyIssues, "", ("count", MostIssues));
        }
    }

    public void Warning(string code, int line, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        if (_issues.Count < MostIssues)
        {
            _issues.Warning(code, "", [("line", line + 1), .. arguments]);
        }
        else if (!_hasTooMany)
        {
            _hasTooMany = true;
            _issues.Warning(IssueCodes.JsonTooManyIssues, "", ("count", MostIssues));
        }
    }

    /// <summary>Adds what somebody says in a cue; nothing said is nothing added.</summary>
    public void Add(CueSpan span, string? speaker, string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return;
        }

        _utterances.Add(new()
        {
            Id = (_utterances.Count + 1).ToString(CultureInfo.InvariantCulture),
            From = span.From,
            Until = span.Until,
            Speaker = speaker,
            Text = trimmed,
        });
    }

    /// <summary>Looks whether a cue ends after it begins and begins no earlier than those before it.</summary>
    public CueSpan? Checked(CueSpan span, int line)
    {
        if (span.Until < span.From)
        {
            Error(IssueCodes.CueTimesReversed, line, ("from", CueTime.Write(span.From, '.')), ("until", CueTime.Write(span.Until, '.')));
            return null;
        }

        if (span.From < _latest)
        {
            Warning(IssueCodes.CueOutOfOrder, line, ("from", CueTime.Write(span.From, '.')));
        }

        _latest = span.From > _latest ? span.From : _latest;
        return span;
    }

    /// <summary>The transcript, in order of time.</summary>
    public Validated<Transcript> Of(TranscriptId id, InteractionId interaction, string? language)
    {
        Transcript? transcript = _issues.HasErrors
            ? null
            : new() { Id = id, Interaction = interaction, Language = language, Utterances = [.. _utterances.OrderBy(utterance => utterance.From)] };
        return new(transcript, _issues.ToImmutable());
    }
}
