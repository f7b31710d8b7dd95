namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>A what-if tally that is to be continued is of another form.</summary>
    public const string WhatIfOtherForm = "QK5101";

    /// <summary>A string is not a fraction.</summary>
    public const string WhatIfBadFraction = "QK5102";

    /// <summary>The counts of a what-if tally contradict each other.</summary>
    public const string WhatIfCountsContradict = "QK5103";

    /// <summary>The entries of a what-if tally are not in order, or one is there twice.</summary>
    public const string WhatIfOutOfOrder = "QK5104";

    /// <summary>A what-if tally has a band that the form does not have.</summary>
    public const string WhatIfUnknownBand = "QK5105";
}
