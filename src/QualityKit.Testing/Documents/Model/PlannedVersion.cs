namespace QualityKit.Testing.Documents.Model;

/// <summary>Which version a planned operation expects.</summary>
internal enum PlannedVersion
{
    Current = 0,
    Stale = 1,
    AnothersVersion = 2,
    Invented = 3,
    Absent = 4,
}
