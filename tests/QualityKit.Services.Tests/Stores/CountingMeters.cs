using System.Diagnostics.Metrics;

namespace QualityKit.Services.Tests.Stores;

/// <summary>The meters of one host, and what its counters counted.</summary>
internal sealed class CountingMeters : IMeterFactory
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _counts = [];

    public CountingMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == this)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}", value));
        _listener.Start();
    }

    /// <summary>The instrument whose listener throws; null for none.</summary>
    public string? Throws { get; set; }

    /// <summary>How much was counted, by instrument and outcome.</summary>
    public long this[string name]
    {
        get
        {
            lock (_counts)
            {
                return _counts.GetValueOrDefault(name);
            }
        }
    }

    public Meter Create(MeterOptions options) => new(options.Name, options.Version, options.Tags, scope: this);

    public void Dispose() => _listener.Dispose();

    private void Count(string name, long value)
    {
        lock (_counts)
        {
            _counts[name] = _counts.GetValueOrDefault(name) + value;
        }

        if (Throws is { } throws && name.StartsWith(throws, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{name} cannot be counted");
        }
    }
}
