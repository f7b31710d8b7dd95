namespace QualityKit.Reference.Rules;

/// <summary>S8: an item of a group: a question, a pool or a group.</summary>
/// <param name="IsBonus">Adds to earned and not to the weights.</param>
/// <param name="Weight">As the form gives it; of a pool, of its questions together.</param>
/// <param name="Presence">f: how much of it is there.</param>
/// <param name="Value">A question's value, a pool's value, a group's score; null when it has none.</param>
internal sealed record WeighedItem(bool IsBonus, ExactNumber Weight, ExactNumber Presence, ExactNumber? Value);
