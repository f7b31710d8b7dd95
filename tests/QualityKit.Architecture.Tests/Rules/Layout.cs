namespace QualityKit.Architecture.Tests.Rules;

/// <summary>The folders of a project, top to bottom: a folder uses only those above it and itself.</summary>
public sealed record Layout
{
    /// <summary>The folders in order of dependency. None: all types are in the project's own folder.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>The folders that may read the clock, wait and touch storage. All others are the functional core.</summary>
    public required IReadOnlyList<string> Shell { get; init; }

    /// <summary>The folders of the core that may use a stream or a text writer that they are given.</summary>
    public IReadOnlyList<string> Streaming { get; init; } = [];

    /// <summary>One entry a project. A project that is not listed keeps its types beside its project file, and is all shell.</summary>
    public static IReadOnlyDictionary<string, Layout> OfProjects { get; } = new Dictionary<string, Layout>
    {
        ["QualityKit"] = new()
        {
            Folders =
            [
                "Canonical", "Validation", "Statistics", "People", "Auditing", "Events", "Interactions", "Access", "Transcripts",
                "Methods", "Forms", "Scoring", "Analysis", "Rescoring", "AutoScoring", "Evaluations", "Retention", "Jobs", "Privacy", "Audio", "Assignments", "Policies", "Calibration",
                "Cases", "Reports", "Wire", "Exchange", "Encryption", "Keys", "Vault", "Persistence", "Services", "Hosting",
            ],
            // Vault draws keys, and encrypts and opens streams, with what Encryption computes.
            Shell = ["Persistence", "Vault", "Services", "Hosting"],
            // Audio, Wire and Exchange read and write what the caller passes; Validation reads the words that are embedded in the assembly.
            Streaming = ["Validation", "Audio", "Wire", "Exchange"],
        },
        ["QualityKit.Storage.Abstractions"] = new()
        {
            Folders = ["Errors", "Documents", "Blobs", "Keys", "InMemory", "Hosting"],
            Shell = ["Errors", "Documents", "Blobs", "Keys", "InMemory", "Hosting"],
        },
        // What a host uses is in the project's own folder, above all that serves it.
        ["QualityKit.Storage.Sqlite"] = new()
        {
            Folders = ["Engine", "Schema", "Transactions", "Slots", "Documents", "Blobs", ""],
            Shell = ["Engine", "Schema", "Transactions", "Slots", "Documents", "Blobs", ""],
        },
        ["QualityKit.Storage.PostgreSql"] = new()
        {
            Folders = ["Connections", "Schema", "Commits", "Queries", "Transfers", ""],
            Shell = ["Connections", "Schema", "Commits", "Queries", "Transfers", ""],
        },
        ["QualityKit.Testing"] = new()
        {
            Folders = ["Conformance", "Time", "Faults", "Documents", "Blobs", "Keys"],
            Shell = ["Conformance", "Time", "Faults", "Documents", "Blobs", "Keys"],
        },
    };

    public static Layout Of(string project) => OfProjects.TryGetValue(project, out Layout? layout) ? layout : new Layout { Folders = [], Shell = [""] };

    public bool IsCore(string folder) => !Shell.Contains(folder);
}
