using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>A form being designed; it may be wrong. <see cref="Publish"/> checks and freezes it.</summary>
/// <remarks>Change it with <c>with</c> expressions or the methods here; each returns a new draft.</remarks>
public sealed record FormDraft
{
    /// <summary>The identity of the form across versions: 1 to 100 letters, digits, <c>.</c>, <c>_</c> or <c>-</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The number of the version, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What people call the form.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it is for; null for none.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>The language of its texts, a BCP 47 tag; default English.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The folder it lives in, <c>/</c> between levels; null for the root.</summary>
    public string? Directory { get; init; }

    /// <summary>What in the host's procedures and policies it refers to.</summary>
    public ImmutableArray<FormLink> Links { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How it is scored.</summary>
    public ScoringMethod Method { get; init; } = ScoringMethod.Default;

    /// <summary>What it takes to pass; null when there is nothing to pass.</summary>
    public PassRule? Pass { get; init; }

    /// <summary>Bands for the score of the form.</summary>
    public ImmutableArray<Band> Bands { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Changes to scores after the sum.</summary>
    public ImmutableArray<ScoreRule> Rules { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How evaluations with the form live after they were submitted.</summary>
    public FormSettings Settings { get; init; } = new();

    /// <summary>The groups, in order.</summary>
    public ImmutableArray<Group> Groups { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Adds a group; its key is made from its title: "Small talk" becomes <c>small-talk</c>.</summary>
    /// <param name="title">What people call the group.</param>
    /// <param name="weight">Its weight, from 0.</param>
    /// <param name="items">Its questions and further groups, in order.</param>
    public FormDraft Group(string title, decimal weight, params FormItem[] items) =>
        Group(Ask.Group(title, weight, items));

    /// <summary>Adds a group.</summary>
    public FormDraft Group(Group group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return this with { Groups = Groups.Add(group) };
    }

    /// <summary>The same form scored by another method.</summary>
    public FormDraft ScoredBy(ScoringMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return this with { Method = method };
    }

    /// <summary>The same form with a pass mark in percent.</summary>
    public FormDraft PassesAt(decimal percent) => this with { Pass = (Pass ?? new()) with { Mark = Score.Percent(percent) } };

    /// <summary>The same form with one more band, from a minimum in percent.</summary>
    public FormDraft Band(LocalizedText name, decimal fromPercent) => this with { Bands = Bands.Add(Forms.Band.From(name, fromPercent)) };

    /// <summary>Everything that is wrong or looks wrong with the form, in document order.</summary>
    public ImmutableArray<Issue> Check() => FormRules.Check(this);

    /// <summary>Everything that is wrong or looks wrong with the form, and after it every breach of declared limits (codes QK12xx).</summary>
    /// <remarks>A form that is too large to be checked at all is not held against the limits.</remarks>
    /// <param name="limits">What the form must keep to, such as <see cref="FormLimits.AmazonConnect"/>.</param>
    public ImmutableArray<Issue> Check(FormLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return FormRules.Check(this, limits);
    }

    /// <summary>Checks the form and freezes it as a version.</summary>
    /// <returns>The published form, or every issue.</returns>
    public Validated<EvaluationForm> Publish()
    {
        ImmutableArray<Issue> issues = Check();
        bool isValid = !issues.Any(issue => issue.Severity == Severity.Error);
        return new(isValid ? new EvaluationForm(this) : null, issues);
    }
}
