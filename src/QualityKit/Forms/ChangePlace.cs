using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>What part of a form is being compared.</summary>
/// <param name="Owner">The kind of part, the middle of the codes of its changes.</param>
/// <param name="Pointer">Its JSON pointer.</param>
internal sealed record ChangePlace(string Owner, string Pointer)
{
    /// <summary>The key of the question or group that the part is or belongs to; empty for the form.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What people call the part.</summary>
    public ImmutableArray<MessageArgument> About { get; init; } = [];

    public ChangePlace Called(string name, object value) => this with { About = About.Add(new MessageArgument { Name = name, Value = value }) };

    /// <summary>A part of this part.</summary>
    public ChangePlace Inner(string owner, string pointer) => this with { Owner = owner, Pointer = Pointer + pointer };
}
