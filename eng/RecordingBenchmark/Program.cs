using System.Globalization;
using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.RecordingBenchmark;
using QualityKit.Vault;

// Called beside a server of PostgreSQL: its folder, a connection string, its log; then the rounds, and the folder for files.
if (args is [_, var connection, _, "vault", var turns, var place])
{
    await Vault.RunAsync(place, connection, int.Parse(turns, CultureInfo.InvariantCulture));
    return 0;
}

string folder = args[1];
int rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5;
switch (args[0])
{
    case "memory":
        Memory(rounds);
        return 0;
    case "files":
        Files(folder, rounds);
        return 0;
    case "long":
        return Long();
    case "seek":
        Console.WriteLine(Seeking.Line(folder));
        return 0;
    case "rewrap":
        Console.WriteLine(Rewrapping.Line());
        return 0;
    default:
        return 2;
}

static void Memory(int rounds)
{
    const long Bytes = 1L << 30;
    byte[] piece = RandomNumberGenerator.GetBytes(1 << 20);
    var openssl = new Contestant("openssl speed, AES-256-GCM, blocks of 16 KiB", Peers.OpenSslSpeed);
    Contestant[] contestants = [openssl, new("encrypt in memory", () => Contestant.ByProcessor(Bytes, () => Recordings.EncryptInMemory(piece, Bytes)))];
    Print("1 GiB in memory, one core", "GB a second of processor", rounds, contestants, openssl);
}

static void Files(string folder, int rounds)
{
    const long Bytes = 1L << 30;
    string plain = Path.Combine(folder, "plain");
    string target = Path.Combine(folder, "target");
    byte[] piece = RandomNumberGenerator.GetBytes(1 << 20);
    using (FileStream file = File.Create(plain))
    {
        for (long written = 0; written < Bytes; written += piece.Length)
        {
            file.Write(piece);
        }
    }

    // A benchmark of what cannot be read would be none.
    (DataKey key, PayloadSeal seal) = Recordings.EncryptFile(plain, target);
    using (PayloadReader reader = Recordings.Wait(PayloadReader.OpenAsync(Recordings.SourceOf(target), key, Recordings.Context, seal, CancellationToken.None)))
    using (Stream stream = reader.OpenStream())
    using (FileStream file = File.OpenRead(plain))
    {
        if (!SHA256.HashDataAsync(stream).AsTask().Result.AsSpan().SequenceEqual(SHA256.HashData(file)))
        {
            throw new InvalidOperationException("what was encrypted does not open to what it was");
        }
    }

    key.Dispose();
    var copy = new Contestant("copy by the same code", () => Contestant.ByClock(Bytes, () => Recordings.CopyFile(plain, target)));
    List<Contestant> contestants = [copy, new("encrypt", () => Contestant.ByClock(Bytes, () => Recordings.EncryptFile(plain, target).Key.Dispose())), new("cp", () => Contestant.ByClock(Bytes, () => Peers.Run("cp", plain, target)))];
    if (Peers.Has("age"))
    {
        string identity = Path.Combine(folder, "identity");
        File.Delete(identity);
        Peers.Run("age-keygen", "-o", identity);
        string recipient = Peers.Run("age-keygen", "-y", identity).Trim();
        contestants.Add(new("age", () => Contestant.ByClock(Bytes, () => Peers.Run("age", "-r", recipient, "-o", target, plain))));
    }
    else
    {
        Console.WriteLine("age is not installed: it is left out");
    }

    Print($"1 GiB, file to file, {Environment.ProcessorCount} core(s)", "GB a second by the clock", rounds, [.. contestants], copy);
    File.Delete(plain);
    File.Delete(target);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"encrypt by cp: {contestants[1].Median / contestants[2].Median:0.00}{(contestants.Count > 3 ? $", by age: {contestants[1].Median / contestants[3].Median:0.00}" : "")}"));
}

// Ten gigabytes through little memory.
static int Long()
{
    const long Bytes = 10_000_000_000;
    byte[] piece = RandomNumberGenerator.GetBytes(1 << 20);
    Recordings.EncryptInMemory(piece, piece.Length);
    GC.Collect();
    long before = GC.GetTotalMemory(forceFullCollection: true);
    long allocated = GC.GetTotalAllocatedBytes(precise: true);
    Recordings.EncryptInMemory(piece, Bytes);
    long after = GC.GetTotalAllocatedBytes(precise: true) - allocated;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"10 GB encrypted: {after / 1024:#,0} KiB allocated in all, over {before / 1024:#,0} KiB that were there (goal: 8 MiB)"));
    return after + before <= 8 << 20 ? 0 : 1;
}

static void Print(string what, string unit, int rounds, Contestant[] contestants, Contestant peer)
{
    for (int round = 0; round < rounds; round++)
    {
        foreach (Contestant contestant in contestants)
        {
            contestant.Run();
        }
    }

    Console.WriteLine($"{what}, {rounds} rounds in turns");
    Console.WriteLine($"| contestant | {unit} | lowest to highest | times as fast, median of pairs |");
    Console.WriteLine("| --- | ---: | ---: | --- |");
    foreach (Contestant contestant in contestants)
    {
        Console.WriteLine(contestant.Line(contestant == peer ? null : peer));
    }
}
