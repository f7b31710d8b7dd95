namespace QualityKit.CaseRunner.Fragments;

/// <summary>How a form around a fragment is scored.</summary>
internal enum FragmentMode
{
    /// <summary>Weights by question.</summary>
    Questions,

    /// <summary>Weights by section.</summary>
    Sections,

    /// <summary>Points without weights.</summary>
    Points,

    /// <summary>Weights that multiply points.</summary>
    Multiplied,
}
