namespace QualityKit.Methods;

/// <summary>The code of every point that a vendor leaves open; the words are in the message catalogue.</summary>
public static class VendorSwitchCodes
{
    /// <summary>What the critical score is computed from; the alternative takes points over possible points.</summary>
    public const string CriticalRaw = "vendor.criticalRaw";

    /// <summary>Whether weights are looked at; the alternative adds up points without weights.</summary>
    public const string WeightsOff = "vendor.weightsOff";

    /// <summary>Whether weights enter; the alternative multiplies points by them.</summary>
    public const string WeightsMultiply = "vendor.weightsMultiply";

    /// <summary>What an N/A counts; the alternative is the mean of the group.</summary>
    public const string GroupMean = "vendor.groupMean";

    /// <summary>What an N/A counts; the alternative is the mean of what is possible in the group.</summary>
    public const string GroupPossibleMean = "vendor.groupPossibleMean";

    /// <summary>What an N/A counts; the alternative is the mean of the form.</summary>
    public const string FormMean = "vendor.formMean";

    /// <summary>What an N/A counts; the alternative is nothing.</summary>
    public const string Zero = "vendor.zero";

    /// <summary>What an N/A counts; the alternative is full marks.</summary>
    public const string FullMarks = "vendor.fullMarks";

    /// <summary>Where the weight of an N/A goes; the alternative keeps it in its group.</summary>
    public const string StaysInGroup = "vendor.staysInGroup";

    /// <summary>Where the weight of an N/A goes; the alternative gives it to the whole form.</summary>
    public const string LeavesForm = "vendor.leavesForm";

    /// <summary>Whether extra points go above 100 %; the alternative stops there.</summary>
    public const string CapAtFull = "vendor.capAtFull";

    /// <summary>Whether negative points go below 0; the alternative stops there.</summary>
    public const string FloorAtZero = "vendor.floorAtZero";

    /// <summary>What a failure does; the alternative keeps the number.</summary>
    public const string OutcomeOnly = "vendor.outcomeOnly";

    /// <summary>How points enter; the alternative starts at 100 and subtracts.</summary>
    public const string Deductions = "vendor.deductions";

    /// <summary>What a group scores; the alternative is points over possible points.</summary>
    public const string PointsWithin = "vendor.pointsWithin";
}
