using System.Runtime.InteropServices;

namespace QualityKit.Storage.FileSystem;

/// <summary>What Unix offers and the framework does not: names that are taken once, and folders that are flushed.</summary>
internal static partial class Libc
{
    public const int NoSuchFile = 2;

    public const int Exists = 17;

    private const int CurrentFolder = -100;

    private const uint NoReplace = 1;

    private const int CloseOnExecute = 0x80000;

    public static int Open(string path) => OpenFile(path, OperatingSystem.IsLinux() ? CloseOnExecute : 0);

    /// <summary>Moves a file to a name that must not exist, in one step. Linux alone has it, and not on every file system.</summary>
    public static int MoveNew(string from, string to) => RenameAt2(CurrentFolder, from, CurrentFolder, to, NoReplace);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Unlink(string path);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int fromFolder, string from, int toFolder, string to, uint flags);
}
