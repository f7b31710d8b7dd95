namespace QualityKit.Interactions;

/// <summary>What somebody was in an interaction.</summary>
public enum ParticipantRole
{
    /// <summary>Served the customer.</summary>
    Agent = 0,

    /// <summary>Was served.</summary>
    Customer = 1,

    /// <summary>Served the customer without being a person.</summary>
    Automaton = 2,

    /// <summary>Listened or whispered, without serving: never the subject of an evaluation.</summary>
    Monitor = 3,
}
