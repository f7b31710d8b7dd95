using QualityKit.Auditing;

namespace QualityKit.Services;

/// <summary>The keys of the audit, and how often it is sealed. Checked at start.</summary>
public sealed class AuditOptions
{
    /// <summary>The secret that new entries are authenticated with, from outside the database. Without one, entries are authenticated with a key that everybody knows, and a warning says so at start.</summary>
    public AuditKey? Key { get; set; }

    /// <summary>Keys that entries were authenticated with before; kept to check them.</summary>
    public IList<AuditKey> FormerKeys { get; } = [];

    /// <summary>Public keys of signers that seals were signed with before; kept to check them.</summary>
    public IList<AuditPublicKey> FormerSigners { get; } = [];

    /// <summary>How often each tenant's audit is sealed; 10 seconds to 1 day, default 5 minutes. It is the window in which a removed tail leaves no trace.</summary>
    public TimeSpan SealPeriod { get; set; } = TimeSpan.FromMinutes(5);

    internal IEnumerable<string> Problems()
    {
        IEnumerable<string> twice = FormerKeys.Append(Key).OfType<AuditKey>().GroupBy(key => key.Id)
            .Where(same => same.Count() > 1)
            .Select(same => $"`Audit` has two keys called `{same.Key}`: a new secret takes a new id");
        return [.. OptionRange.Of("Audit.SealPeriod", SealPeriod, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1)), .. twice];
    }
}
