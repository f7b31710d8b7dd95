using QualityKit.Services;

namespace QualityKit.Hosting;

/// <summary>How QualityKit works within a host. Checked at start, all problems at once; docs/hosting.md has all ranges.</summary>
public sealed class QualityKitOptions
{
    /// <summary>The name of the services that a host gets without naming any: <c>quality</c>. Their options are the unnamed ones, so that a host can bind them to its configuration.</summary>
    public const string DefaultName = "quality";

    /// <summary>Whether the host refuses to start while documents would be gone when the process ends; default false, which gives a warning.</summary>
    public bool RequireDurableStorage { get; set; }

    /// <summary>Whether starting makes or upgrades what the stores need; default true. If false, somebody calls <c>EnsureSchemaAsync</c>, or runs the script, before each upgrade.</summary>
    public bool MakesSchema { get; set; } = true;

    /// <summary>How events are delivered.</summary>
    public OutboxOptions Outbox { get; } = new();

    /// <summary>How bulk jobs run.</summary>
    public BulkJobOptions BulkJobs { get; } = new();

    /// <summary>How sweeps run in the background; they are switched off.</summary>
    public SweepOptions Sweep { get; } = new();

    /// <summary>How the instants of evaluations are announced in the background.</summary>
    public AnnouncementOptions Announcements { get; } = new();

    /// <summary>Who sweeps and announces.</summary>
    public MachineOptions Machine { get; } = new();

    /// <summary>How the audit is kept.</summary>
    public AuditOptions Audit { get; } = new();

    /// <summary>How denials and reads are kept.</summary>
    public AccessLogOptions AccessLog { get; } = new();

    /// <summary>How the keys of recordings are kept.</summary>
    public KeyOptions Keys { get; } = new();

    /// <summary>How recordings are kept.</summary>
    public RecordingOptions Recordings { get; } = new();
}
