namespace QualityKit.Storage.S3.Tests.Servers;

/// <summary>Whether a real S3 server can be started here.</summary>
internal static class CephPrograms
{
    private static readonly string[] Needed = ["ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph", "ceph-authtool", "monmaptool"];

    /// <summary>Why tests that need a server are left out; null where they run, or where they must and so fail.</summary>
    public static string? LeftOutBecause { get; } = Reason();

    private static string? Reason()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] missing = [.. Needed.Where(program => !folders.Any(folder => File.Exists(Path.Combine(folder, program))))];
        bool mustRun = Environment.GetEnvironmentVariable("QUALITYKIT_REQUIRE_SERVERS") == "1";
        return missing.Length == 0 || mustRun ? null : $"no S3 server can be started ({string.Join(", ", missing)} missing): eng/install-test-needs brings one";
    }
}
