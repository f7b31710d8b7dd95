namespace QualityKit.Exchange.Connect;

/// <summary>How Amazon Connect scores a form.</summary>
internal enum ConnectMode
{
    /// <summary>Questions have weights; options earn 0 to 10.</summary>
    Questions = 0,

    /// <summary>Sections have weights, spread evenly over their questions; options earn 0 to 10.</summary>
    Sections = 1,

    /// <summary>Options have points, and nothing has a weight.</summary>
    Points = 2,
}
