using QualityKit.Encryption;
using QualityKit.Vault;

namespace QualityKit.Vault.Tests;

/// <summary>A process that exports for a passphrase and opens what it exported, and says why where it may not.</summary>
internal static class Passphrases
{
    public static async Task<int> Run(string passphrase)
    {
        using var file = new MemoryStream();
        try
        {
            var context = new RecordingContext(new("acme"), new("call-1"), MediaKind.Audio);
            await RecordingExport.WriteAsync(new MemoryStream([1]), 1, context, [ExportRecipient.Passphrase(passphrase)], file, CancellationToken.None);
        }
        catch (ArgumentException refused)
        {
            Console.WriteLine($"written: {refused.Message}");
        }

        try
        {
            using OpenedExport opened = await RecordingExport.OpenAsync(CiphertextSource.Of(file.ToArray()), ExportSecret.Passphrase(passphrase), CancellationToken.None);
            Console.WriteLine(opened.Context.Recording);
        }
        catch (ArgumentException refused)
        {
            Console.WriteLine($"opened: {refused.Message}");
        }

        return 0;
    }
}
