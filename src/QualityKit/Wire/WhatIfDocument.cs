using QualityKit.Rescoring;

namespace QualityKit.Wire;

/// <summary>A what-if tally as it is written: the two forms that it is about, and what it counted.</summary>
internal sealed record WhatIfDocument
{
    /// <summary>The id of the form before.</summary>
    public string Before { get; init; } = "";

    /// <summary>The id of the form after.</summary>
    public string After { get; init; } = "";

    public WhatIfState State { get; init; } = new();

    public WhatIfDocument With(Func<WhatIfState, WhatIfState> change) => this with { State = change(State) };
}
