using System.Text.Json;
using QualityKit.Storage.Errors;

namespace CustomStorage;

/// <summary>A file of lines that only grows. A line counts once its end is on the disk; a half line at the end is what a crash left of a commit that nobody was told of.</summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _file;
    private bool _isBroken;

    public Journal(string path) => _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    /// <summary>Every whole line; what follows the last is cut off.</summary>
    public IEnumerable<JournalEntry> Read()
    {
        using var reader = new StreamReader(_file, leaveOpen: true);
        string[] lines = reader.ReadToEnd().Split('\n');
        _file.SetLength(_file.Length - System.Text.Encoding.UTF8.GetByteCount(lines[^1]));
        _file.Seek(0, SeekOrigin.End);
        return lines[..^1].Select(line => JsonSerializer.Deserialize<JournalEntry>(line)!);
    }

    /// <summary>Adds a line and waits until the disk has it. After a failure nobody knows what is on the disk, so nothing more is written until the file was opened anew.</summary>
    public void Append(JournalEntry entry)
    {
        if (_isBroken)
        {
            throw new StorageUnavailableException("the journal could not be written earlier; open it again");
        }

        try
        {
            _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry), (byte)'\n']);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException problem)
        {
            _isBroken = true;
            throw new StorageUnavailableException("the journal could not be written", problem);
        }
    }

    public void Dispose() => _file.Dispose();
}
