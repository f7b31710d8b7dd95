using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace QualityKit.Services;

/// <summary>What is measured. One for each set of services.</summary>
internal sealed class Telemetry : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _calls;
    private readonly Histogram<double> _callTime;
    private readonly Counter<long> _seals;
    private readonly Counter<long> _keys;
    private readonly Counter<long> _rewraps;
    private readonly Counter<long> _waits;

    /// <summary>Instruments of the host's factory; without one, of our own.</summary>
    public Telemetry(IMeterFactory? factory)
    {
        _meter = factory?.Create(QualityKitDiagnostics.MeterName) ?? new Meter(QualityKitDiagnostics.MeterName);
        _calls = _meter.CreateCounter<long>("qualitykit.outbox.calls", "{call}", "Calls of event handlers, by handler and outcome: done, failed.");
        _callTime = _meter.CreateHistogram<double>("qualitykit.outbox.call.duration", "s", "How long calls of event handlers took, by handler.");
        _seals = _meter.CreateCounter<long>("qualitykit.audit.seals", "{seal}", "Attempts to seal the audit of a tenant, by outcome: sealed, refused, failed.");
        _keys = _meter.CreateCounter<long>("qualitykit.keys.cache", "{key}", "Keys of rings that were asked for, by outcome: hit, miss, stale.");
        _rewraps = _meter.CreateCounter<long>("qualitykit.keys.rewraps", "{envelope}", "Envelopes that were to be wrapped anew, by outcome: done, refused.");
        _waits = _meter.CreateCounter<long>("qualitykit.keys.waiting", "{recording}", "Recordings that were opened while an older key wraps them, by outcome: queued, dropped.");
    }

    /// <summary>The source of activities.</summary>
    public ActivitySource Source { get; } = new(QualityKitDiagnostics.ActivitySourceName);

    public void Called(string handler, string outcome, TimeSpan took)
    {
        _calls.Add(1, new("handler", handler), new("outcome", outcome));
        _callTime.Record(took.TotalSeconds, new KeyValuePair<string, object?>("handler", handler));
    }

    public void Sealed(string outcome) => _seals.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void KeyAsked(string outcome) => _keys.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Rewrapped(string outcome, int envelopes) => _rewraps.Add(envelopes, new KeyValuePair<string, object?>("outcome", outcome));

    public void Waits(string outcome) => _waits.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Dispose()
    {
        Source.Dispose();
        _meter.Dispose();
    }
}
