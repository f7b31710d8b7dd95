using System.Collections.Immutable;
using System.Security.Cryptography;
using QualityKit.Methods;

namespace QualityKit.Forms;

/// <summary>A published version of a form: valid, frozen, identified by its content. Only it can be scored.</summary>
/// <remarks>Two forms are equal when their canonical bytes are.</remarks>
public sealed class EvaluationForm : IEquatable<EvaluationForm>
{
    private readonly FormDraft _content;

    internal EvaluationForm(FormDraft content)
    {
        _content = content;
        CanonicalBytes = [.. FormWriter.Write(content)];
        Id = new FormVersionId(Convert.ToHexStringLower(SHA256.HashData(CanonicalBytes.AsSpan())));
        Index = new FormIndex(content);
    }

    /// <summary>Identifies this version by its content.</summary>
    public FormVersionId Id { get; }

    /// <summary>The identity of the form across versions.</summary>
    public string Key => _content.Key;

    /// <summary>The number of the version.</summary>
    public int Version => _content.Version;

    /// <summary>What people call the form.</summary>
    public LocalizedText Name => _content.Name;

    /// <summary>What it is for; null for none.</summary>
    public LocalizedText? Description => _content.Description;

    /// <summary>The language of its texts.</summary>
    public string Language => _content.Language;

    /// <summary>The folder it lives in; null for the root.</summary>
    public string? Directory => _content.Directory;

    /// <summary>What in the host's procedures and policies it refers to.</summary>
    public ImmutableArray<FormLink> Links => _content.Links;

    /// <summary>How it is scored.</summary>
    public ScoringMethod Method => _content.Method;

    /// <summary>What it takes to pass; null when there is nothing to pass.</summary>
    public PassRule? Pass => _content.Pass;

    /// <summary>Bands for the score of the form.</summary>
    public ImmutableArray<Band> Bands => _content.Bands;

    /// <summary>Changes to scores after the sum.</summary>
    public ImmutableArray<ScoreRule> Rules => _content.Rules;

    /// <summary>How evaluations with the form live after they were submitted.</summary>
    public FormSettings Settings => _content.Settings;

    /// <summary>The groups at the top, in order.</summary>
    public ImmutableArray<Group> Groups => _content.Groups;

    /// <summary>Every question and information block, in document order.</summary>
    public ImmutableArray<Question> Questions => Index.Questions;

    /// <summary>The canonical form as UTF-8 JSON (docs/form-format.md); equal forms have equal bytes.</summary>
    public ImmutableArray<byte> CanonicalBytes { get; }

    internal FormIndex Index { get; }

    /// <summary>Starts a form; its key is made from its name.</summary>
    public static FormDraft Draft(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new() { Key = Ask.KeyFrom(name), Name = name };
    }

    /// <summary>The draft of the next version.</summary>
    public FormDraft Edit() => _content with { Version = Version + 1 };

    /// <inheritdoc/>
    public bool Equals(EvaluationForm? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EvaluationForm);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Key, version and the start of the id.</summary>
    public override string ToString() => $"{Key} version {Version} ({Id.Value[..12]})";
}
