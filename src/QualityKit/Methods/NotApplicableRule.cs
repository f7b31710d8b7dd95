namespace QualityKit.Methods;

/// <summary>What happens to the weight of a question that is not applicable (rule S6).</summary>
public enum NotApplicableRule
{
    /// <summary>Left out; its weight stays with the other questions of its group.</summary>
    StaysInGroup = 0,

    /// <summary>Left out; its weight leaves the form.</summary>
    LeavesForm = 1,

    /// <summary>Counts with full marks.</summary>
    FullMarks = 2,

    /// <summary>Counts with zero.</summary>
    Zero = 3,

    /// <summary>Counts with the mean value of the group's answered questions.</summary>
    GroupMean = 4,

    /// <summary>Counts with the mean value of all possible answers of the group's questions.</summary>
    GroupPossibleMean = 5,

    /// <summary>Counts with the mean value of the form's answered questions.</summary>
    FormMean = 6,
}
