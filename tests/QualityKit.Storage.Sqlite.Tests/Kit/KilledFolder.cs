namespace QualityKit.Storage.Sqlite.Tests.Kit;

/// <summary>Files as a process leaves them that is killed: what it wrote is there, what it held in memory is not, and nobody closed anything.</summary>
internal sealed class KilledFolder : IDisposable
{
    private readonly List<string> _folders = [];
    private readonly List<SqliteDatabase> _open = [];

    public KilledFolder() => Add();

    private string File => Path.Combine(_folders[^1], "quality.db");

    public SqliteDatabase Open()
    {
        var database = new SqliteDatabase(new SqliteStoreOptions { ConnectionString = $"Data Source={File}" }, TimeProvider.System);
        _open.Add(database);
        return database;
    }

    // The shared memory of the log goes with the last process; the next one makes it anew from the log.
    public void Kill()
    {
        string before = File;
        Add();
        foreach (string suffix in (string[])["", "-wal"])
        {
            System.IO.File.Copy(before + suffix, File + suffix);
        }
    }

    public void Dispose()
    {
        _open.ForEach(database => database.Dispose());
        _folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    private void Add() => _folders.Add(Directory.CreateTempSubdirectory("qualitykit-sqlite-").FullName);
}
