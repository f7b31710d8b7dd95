using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs.Model;

/// <summary>One step of a random sequence over blobs, taken on the store and on a dictionary of bytes.</summary>
internal abstract record BlobStep(int Node)
{
    public abstract Task TakeAsync(BlobWalk walk);

    /// <summary>Writes a blob whole, under a name that may be there already.</summary>
    internal sealed record Put(int Node, TenantId Tenant, string Name, int Length, int Piece) : BlobStep(Node)
    {
        public override async Task TakeAsync(BlobWalk walk)
        {
            if (walk.Gone.Contains((Tenant, Name)))
            {
                return;
            }

            byte[] bytes = BlobBench.Bytes(Length);
            BlobInfo? info = await walk.Bench(Node).Put(Name, bytes, Piece, Tenant);
            Expect.Same(walk.Blobs.TryAdd((Tenant, Name), bytes), info is not null, $"whether `{Name}` could be written");
            Expect.True(info is null || info == BlobModel.InfoOf(Name, bytes), $"what the store says of `{Name}`: {info}");
        }
    }

    /// <summary>Begins a blob, or goes on with it: adds bytes, commits it, or drops it.</summary>
    internal sealed record Stage(int Node, TenantId Tenant, string Name, int Slot, bool Commits) : BlobStep(Node)
    {
        public override async Task TakeAsync(BlobWalk walk)
        {
            if (!walk.Open.Remove(Slot, out (TenantId Tenant, string Name, IStagedBlob Staged, byte[] Bytes) open))
            {
                IStagedBlob staged = await walk.Bench(Node).Store.StageAsync(Tenant, new BlobName(Name), walk.Cancellation);
                byte[] bytes = BlobBench.Bytes(1_000 + Slot);
                await staged.WriteAsync(bytes, walk.Cancellation);
                walk.Open.Add(Slot, (Tenant, Name, staged, bytes));
                return;
            }

            await using (open.Staged)
            {
                if (Commits && !walk.Gone.Contains((open.Tenant, open.Name)))
                {
                    BlobInfo? info = await open.Staged.CommitAsync(walk.Cancellation);
                    Expect.Same(walk.Blobs.TryAdd((open.Tenant, open.Name), open.Bytes), info is not null, $"whether `{open.Name}`, which was begun before, could be committed");
                }
            }
        }
    }

    /// <summary>Finds a blob and reads a range of it.</summary>
    internal sealed record Look(int Node, TenantId Tenant, string Name, int Offset, int? Length) : BlobStep(Node)
    {
        public override async Task TakeAsync(BlobWalk walk)
        {
            byte[]? bytes = walk.Blobs.GetValueOrDefault((Tenant, Name));
            BlobBench bench = walk.Bench(Node);
            Expect.Same(bytes is null ? null : BlobModel.InfoOf(Name, bytes), await bench.Store.FindAsync(Tenant, new BlobName(Name), walk.Cancellation), $"what is found of `{Name}`");
            byte[]? range = bytes?.AsSpan(Math.Min(Offset, bytes.Length)).ToArray();
            range = range is null || Length is null ? range : range[..Math.Min(Length.Value, range.Length)];
            byte[]? found = await bench.Get(Name, Offset, Length, Tenant);
            Expect.True(
                range is null ? found is null : found is not null && range.AsSpan().SequenceEqual(found),
                $"`{Name}` from {Offset}: expected {range?.Length ?? -1} bytes, got {found?.Length ?? -1}, or they differ");
        }
    }

    /// <summary>Lists the blobs of a tenant.</summary>
    internal sealed record List(int Node, TenantId Tenant) : BlobStep(Node)
    {
        public override async Task TakeAsync(BlobWalk walk) =>
            Expect.List(
                walk.Blobs.Where(blob => blob.Key.Tenant == Tenant).Select(blob => $"{blob.Key.Name} {blob.Value.Length}").Order(StringComparer.Ordinal),
                await walk.Bench(Node).Names(Tenant),
                $"the blobs of {Tenant}");
    }

    /// <summary>Deletes a blob that may be there.</summary>
    internal sealed record Delete(int Node, TenantId Tenant, string Name) : BlobStep(Node)
    {
        public override async Task TakeAsync(BlobWalk walk)
        {
            bool wasThere = walk.Blobs.Remove((Tenant, Name));
            Expect.Same(wasThere, await walk.Bench(Node).Store.DeleteAsync(Tenant, new BlobName(Name), walk.Cancellation), $"whether `{Name}` was there to be deleted");
            if (wasThere)
            {
                walk.Gone.Add((Tenant, Name));
            }
        }
    }

    /// <summary>Opens the store once more, beside the node that is open or after a kill.</summary>
    internal sealed record Reopen(int Node, bool Kills) : BlobStep(Node)
    {
        public override Task TakeAsync(BlobWalk walk) => Kills ? walk.KillAsync() : walk.OpenAsync();
    }
}
