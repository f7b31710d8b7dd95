namespace QualityKit.Testing.Documents.Model;

/// <summary>What a client of many does next.</summary>
internal enum ClientAction
{
    /// <summary>Commits a batch over documents that others use too.</summary>
    Commit = 0,

    /// <summary>Makes a document whose id nobody else makes; the others learn of it afterwards.</summary>
    CreateOwn = 1,

    /// <summary>Reads one document.</summary>
    Read = 2,

    /// <summary>Lists all documents in one page.</summary>
    List = 3,

    /// <summary>Sends a batch again that it or another sent, perhaps while that is on its way.</summary>
    Resend = 4,
}
