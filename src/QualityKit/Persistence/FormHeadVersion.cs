using QualityKit.Forms;
using QualityKit.People;

namespace QualityKit.Persistence;

/// <summary>One published version of a form, as its head lists it.</summary>
internal sealed record FormHeadVersion(FormVersionId Id, int Number, DateTimeOffset PublishedAt, PersonId PublishedBy);
