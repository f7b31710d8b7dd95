namespace QualityKit.Forms;

/// <summary>A group and where it lies in document order: its questions, at any depth, are those from the first up to the end.</summary>
/// <param name="Group">The group.</param>
/// <param name="Parent">The position of the group around it; -1 at the top.</param>
/// <param name="FirstQuestion">The position of its first question.</param>
/// <param name="EndQuestion">The position behind its last question.</param>
/// <param name="EndGroup">The position behind its last inner group.</param>
internal sealed record GroupPlace(Group Group, int Parent, int FirstQuestion, int EndQuestion, int EndGroup);
