using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace QualityKit.Testing.Conformance;

/// <summary>Which promises a provider was held to, which it keeps, and which it was not asked.</summary>
public sealed record ConformanceReport
{
    /// <summary>What the provider is called.</summary>
    public required string Provider { get; init; }

    /// <summary>The seed of the random cases.</summary>
    public required long Seed { get; init; }

    /// <summary>What became of each case that ran.</summary>
    public required ImmutableArray<ConformanceResult> Results { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The cases that were left out, and why.</summary>
    public required ImmutableArray<OmittedCase> LeftOut { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many cases passed.</summary>
    public int Passed => Results.Count(result => result.Failure is null);

    /// <summary>How many cases failed.</summary>
    public int Failed => Results.Length - Passed;

    /// <summary>Guards against a test run that is green because it ran nothing.</summary>
    /// <exception cref="ConformanceException">No case ran.</exception>
    public void ExpectSomethingRan() =>
        Expect.True(Results.Length > 0, $"no case of `{Provider}` ran: the run says nothing about it");

    /// <summary>Holds the provider to all of it at once, where no test framework does.</summary>
    /// <exception cref="ConformanceException">No case ran, or one failed; the message names all that did.</exception>
    public void ExpectAllPassed()
    {
        ExpectSomethingRan();
        Expect.True(Failed == 0, $"`{Provider}` does not keep {Failed} of {Results.Length} promises:\n{string.Join('\n', Results.Where(result => result.Failure is not null).Select(Line))}");
    }

    /// <summary>The report for people.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Provider}: {Passed} passed, {Failed} failed, {LeftOut.Length} left out; seed {Seed}\n");
        foreach (ConformanceResult result in Results)
        {
            text.Append(Line(result)).Append('\n');
        }

        foreach (OmittedCase omitted in LeftOut)
        {
            text.Append(CultureInfo.InvariantCulture, $"left out  {omitted.Name}: {omitted.Reason}\n");
        }

        return text.ToString();
    }

    /// <summary>The report for programs: <c>provider</c>, <c>seed</c>, <c>passed</c>, <c>failed</c>, <c>cases</c> (<c>name</c>, <c>milliseconds</c>, <c>failure</c>) and <c>leftOut</c> (<c>name</c>, <c>reason</c>).</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("provider", Provider);
            json.WriteNumber("seed", Seed);
            json.WriteNumber("passed", Passed);
            json.WriteNumber("failed", Failed);
            Write(json, "cases", Results, result =>
            {
                json.WriteString("name", result.Name);
                json.WriteNumber("milliseconds", Math.Round(result.Duration.TotalMilliseconds, 3));
                json.WriteString("failure", result.Failure);
            });
            Write(json, "leftOut", LeftOut, omitted =>
            {
                json.WriteString("name", omitted.Name);
                json.WriteString("reason", omitted.Reason);
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Writes the report into a folder, as text and as JSON, over those of an earlier run.</summary>
    /// <param name="folder">Is made where it is missing.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task WriteAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        string name = string.Concat(Provider.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.txt"), ToText(), cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), ToJson(), cancellationToken).ConfigureAwait(false);
    }

    private static string Line(ConformanceResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"{(result.Failure is null ? "passed" : "FAILED")} {result.Duration.TotalMilliseconds,8:0} ms  {result.Name}{(result.Failure is null ? "" : $"\n{result.Failure}")}");

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T one in all)
        {
            json.WriteStartObject();
            write(one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
