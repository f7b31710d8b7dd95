using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Auditing;
using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>One command at work: the issues, texts and facts that come up on the way.</summary>
internal sealed class Turn(EvaluationId evaluation, CommandId command, PersonId actor, DateTimeOffset now)
{
    /// <summary>The fewest characters of a salt: 16 bytes in hexadecimal digits.</summary>
    private const int ShortestSalt = 32;

    private readonly ImmutableArray<PersonalContent>.Builder _contents = ImmutableArray.CreateBuilder<PersonalContent>();
    private readonly List<(string Code, bool IsAudited, bool IsTold, ImmutableArray<(string Name, string Value)> Details)> _happened = [];

    public Turn(Situation situation, EvaluationCommand command)
        : this(situation.Evaluation.Id, command.Id, situation.Actor.Id, situation.Now)
    {
    }

    public IssueList Issues { get; } = new();

    /// <summary>Keeps a text apart.</summary>
    public ContentRef Keep(string text, ContentSalt salt, string place)
    {
        if (salt.Value is not { Length: >= ShortestSalt })
        {
            throw new ArgumentException($"a text is kept apart under a salt of at least {ShortestSalt} characters", nameof(salt));
        }

        var content = new PersonalContent { Id = DerivedIds.Content(evaluation, command, place), Salt = salt, Text = text };
        _contents.Add(content);
        return content.Reference;
    }

    /// <summary>Keeps a text that may be left out; what is blank says nothing.</summary>
    public ContentRef? KeepIfSaid(string? text, ContentSalt salt, string place)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        TextRules.CheckStorable(Issues, text, place, TextRules.LongestText);
        return Keep(text, salt, place);
    }

    /// <summary>Keeps a text that must be there.</summary>
    public ContentRef KeepRequired(string text, ContentSalt salt, string place)
    {
        TextRules.CheckString(Issues, text, place, TextRules.LongestText);
        return Keep(text ?? "", salt, place);
    }

    /// <summary>The audit keeps it, and others are told.</summary>
    public void Tell(string code, params ReadOnlySpan<(string Name, object? Value)> details) => Happened(code, isAudited: true, isTold: true, details);

    /// <summary>The audit keeps it; nobody is told.</summary>
    public void Record(string code, params ReadOnlySpan<(string Name, object? Value)> details) => Happened(code, isAudited: true, isTold: false, details);

    /// <summary>Others are told; the audit has it already.</summary>
    public void Announce(string code, params ReadOnlySpan<(string Name, object? Value)> details) => Happened(code, isAudited: false, isTold: true, details);

    /// <summary>What came of it, or all that is wrong with it.</summary>
    public Validated<EvaluationChange> Done(Func<EvaluationChange> change)
    {
        if (Issues.HasErrors)
        {
            return new(null, Issues.ToImmutable());
        }

        EvaluationChange made = change();
        return new(
            made with
            {
                Contents = _contents.ToImmutable(),
                Happened = [.. _happened.Select(one => (Fact(made.Evaluation, one.Code, one.Details), one.IsAudited, one.IsTold))],
            },
            Issues.ToImmutable());
    }

    private void Happened(string code, bool isAudited, bool isTold, ReadOnlySpan<(string Name, object? Value)> details)
    {
        var kept = ImmutableArray.CreateBuilder<(string Name, string Value)>(details.Length);
        foreach ((string name, object? value) in details)
        {
            kept.Add((name, Print(value)));
        }

        _happened.Add((code, isAudited, isTold, kept.MoveToImmutable()));
    }

    private EvaluationFact Fact(Evaluation after, string code, ImmutableArray<(string Name, string Value)> details) => new()
    {
        Code = code,
        Command = command,
        Evaluation = evaluation,
        Version = after.Versions.Length,
        Actor = actor,
        At = now,
        Details = [.. details.Select(detail => new AuditFact(detail.Name, detail.Value))],
    };

    private static string Print(object? value) => value switch
    {
        null => "-",
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        ContentRef content => content.Digest,
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
