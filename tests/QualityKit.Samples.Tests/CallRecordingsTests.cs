using System.Diagnostics;
using QualityKit.Audio;
using QualityKit.Vault;

namespace QualityKit.Samples.Tests;

public sealed class CallRecordingsTests
{
    [Fact]
    public async Task A_call_is_stored_rotated_played_redacted_exported_and_deleted_with_a_receipt()
    {
        using var folder = new TemporaryFolder();
        (int code, string output, string error) = Run(folder.Path("vault"));
        Assert.True(code == 0, error);
        Assert.Contains("key 2 is active, 1 data key wrapped anew, no audio written", output, StringComparison.Ordinal);
        Assert.Contains("second 12 of 24, loudest sample", output, StringComparison.Ordinal);
        Assert.Contains("envelope removed, payload removed, recoverable from copies until", output, StringComparison.Ordinal);
        Assert.Contains("exports made: 1", output, StringComparison.Ordinal);
        Assert.Contains("audit       verified", output, StringComparison.Ordinal);

        // The stretch in which the customer read the number is the same all through, and what was said before is still there.
        short[] customer = await CustomerAsync(Directory.GetFiles(folder.Path("vault"), "*.qkr").Single());
        Assert.Equal(24 * 8000, customer.Length);
        Assert.Single(customer[(11 * 8000)..(16 * 8000)].Distinct());
        Assert.True(customer[(4 * 8000)..(6 * 8000)].Max() > 1000);
    }

    [Fact]
    public void A_folder_takes_another_call()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, Run(folder.Path("vault")).Code);
        (int code, string output, string error) = Run(folder.Path("vault"));
        Assert.True(code == 0, error);
        Assert.Contains("audit       verified", output, StringComparison.Ordinal);
    }

    private static async Task<short[]> CustomerAsync(string file)
    {
        using OpenedExport export = await RecordingExport.OpenAsync(
            CiphertextSource.Of(await File.ReadAllBytesAsync(file)), ExportSecret.Passphrase("seven quiet herons cross the lake"), CancellationToken.None);
        await using Stream plaintext = export.Payload.OpenStream();
        return await AsyncAudio.ReadAsync(plaintext, stream =>
        {
            WaveReader reader = WaveReader.Open(stream);
            short[] all = new short[reader.DeclaredFrames!.Value * reader.Channels];
            Assert.Equal(all.Length / reader.Channels, reader.Read(all));
            return all.Where((_, place) => place % reader.Channels == 1).ToArray();
        });
    }

    // tests/QualityKit.Samples.Tests/bin/CONFIGURATION/FRAMEWORK
    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        string[] parts = AppContext.BaseDirectory.TrimEnd('/').Split('/');
        string program = Path.Combine(string.Join('/', parts[..^5]), "samples/CallRecordings", string.Join('/', parts[^3..]), "CallRecordings.dll");
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
