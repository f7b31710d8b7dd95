using System.Buffers;
using System.Text.Json;
using QualityKit.Rescoring;

namespace QualityKit.Wire;

/// <summary>Writes what-if reports as JSON for programs (docs/what-if.md): equal reports give equal bytes.</summary>
public static class WhatIfReportJson
{
    /// <summary>The report as <c>qualitykit.what-if-report/1</c>, UTF-8. Scores are exact fractions with their unit.</summary>
    public static byte[] Write(WhatIfReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            new WhatIfReportWriter(writer).Write(report);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
