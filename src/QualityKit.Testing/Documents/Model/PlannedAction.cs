namespace QualityKit.Testing.Documents.Model;

/// <summary>What a planned operation does; a write creates what is absent and replaces what is there.</summary>
internal enum PlannedAction
{
    Write = 0,
    Delete = 1,
    Require = 2,
}
