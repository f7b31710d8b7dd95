using System.Text;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Faults;
using QualityKit.Testing.Time;

namespace QualityKit.Testing.Tests.Faults;

public class FaultTests
{
    private static readonly TenantId Tenant = new("acme");
    private static readonly DocumentKey Key = new("notes", "a");
    private static readonly StoreSchema Schema = new(["notes"]);
    private static readonly BlobName Name = new("calls/1");

    [Fact]
    public async Task Raising_a_counter_survives_every_fault_at_every_call_when_the_command_is_kept()
    {
        int runs = await FaultSweep.RunAsync([Fault.Before, Fault.After, Fault.Twice], (faults, stop) => Raise(faults, keepsCommand: true, stop), default);

        // Two commits and one read are calls 1 to 3; each kind has a run for each, and one that finds no fourth call. And one run is without a fault.
        Assert.Equal(1 + (3 * 4), runs);
    }

    [Fact]
    public async Task A_retry_under_a_new_command_is_found_out()
    {
        ConformanceException found = await Assert.ThrowsAsync<ConformanceException>(() =>
            FaultSweep.RunAsync([Fault.Before, Fault.After], (faults, stop) => Raise(faults, keepsCommand: false, stop), default));

        Assert.StartsWith("with AfterEffect at call 3", found.Message, StringComparison.Ordinal);
        Assert.Contains("1 CommitAsync; 2 ReadAsync; 3 CommitAsync: AfterEffect", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_fails_before_its_effect_or_after_it()
    {
        var inner = new InMemoryDocumentStore(Schema);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => new FaultyDocumentStore(inner, new FaultSchedule(Fault.Before(1))).CommitAsync(Create("1"), default).AsTask());
        Assert.Null(await inner.ReadAsync(Tenant, Key, default));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => new FaultyDocumentStore(inner, new FaultSchedule(Fault.After(1))).CommitAsync(Create("2"), default).AsTask());
        Assert.NotNull(await inner.ReadAsync(Tenant, Key, default));
    }

    [Fact]
    public async Task Faults_may_count_the_calls_of_one_member_and_may_last()
    {
        var faults = new FaultSchedule(Fault.Before(2).On("ReadAsync").Lasting());
        var store = new FaultyDocumentStore(new InMemoryDocumentStore(Schema), faults);
        await store.ReadAsync(Tenant, Key, default);
        await store.CommitAsync(Create("1"), default);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.ReadAsync(Tenant, Key, default).AsTask());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.CommitAsync(Create("2"), default).AsTask());

        Assert.Equal(["1 ReadAsync", "2 CommitAsync", "3 ReadAsync: BeforeEffect", "4 CommitAsync: BeforeEffect"], faults.Log.ToArray());
        Assert.Equal(4, faults.Calls);
        Assert.True(faults.HasStruck);
    }

    [Fact]
    public async Task A_delayed_call_waits_for_the_clock_of_the_test()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var store = new FaultyDocumentStore(new InMemoryDocumentStore(Schema), new FaultSchedule(Fault.Delayed(1, TimeSpan.FromMinutes(1), time)));
        Task reading = store.ReadAsync(Tenant, Key, default).AsTask();
        Assert.False(reading.IsCompleted);

        time.Advance(TimeSpan.FromMinutes(1));

        await reading;
    }

    [Fact]
    public async Task A_list_that_is_cut_throws_after_what_passed()
    {
        var inner = new InMemoryDocumentStore(Schema);
        await inner.CommitAsync(Create("1"), default);
        await inner.CommitAsync(DocumentBatch.For(Tenant, new CommandId("2")).Create(new DocumentKey("notes", "b"), default), default);
        var door = new FaultyStoreMaintenance(inner, new FaultSchedule(Fault.CutAfter(1, passes: 1)));
        int seen = 0;
        await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
        {
            await foreach (CreateDocument _ in door.ExportAsync(Tenant, default))
            {
                seen++;
            }
        });

        Assert.Equal(1, seen);
        Assert.Equal(2, await door.ExportAsync(Tenant, default).CountAsync());
    }

    [Fact]
    public async Task A_stream_that_is_cut_gives_so_many_bytes_and_never_just_ends()
    {
        var inner = new InMemoryBlobStore();
        await Put(inner, "123456789");
        for (int passes = 0; passes < 9; passes++)
        {
            await using Stream stream = (await new FaultyBlobStore(inner, new FaultSchedule(Fault.CutAfter(1, passes))).OpenAsync(Tenant, Name, 0, null, default))!;
            using var copy = new MemoryStream();
            await Assert.ThrowsAsync<StorageUnavailableException>(() => stream.CopyToAsync(copy));
            Assert.Equal("123456789"[..passes], Encoding.UTF8.GetString(copy.ToArray()));
            await Assert.ThrowsAsync<StorageUnavailableException>(() => stream.ReadAsync(new byte[1]).AsTask());
        }
    }

    [Fact]
    public async Task A_read_of_a_stream_can_fail_and_then_all_later_ones_do()
    {
        var inner = new InMemoryBlobStore();
        await Put(inner, "123456789");
        await using Stream stream = (await new FaultyBlobStore(inner, new FaultSchedule(Fault.Before(2).On("StreamReadAsync"))).OpenAsync(Tenant, Name, 0, null, default))!;
        Assert.Equal(4, await stream.ReadAsync(new byte[4]));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stream.ReadAsync(new byte[4]).AsTask());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stream.ReadAsync(new byte[4]).AsTask());
    }

    [Fact]
    public async Task Storing_a_blob_survives_every_fault_at_every_call_when_it_is_begun_anew()
    {
        int runs = await FaultSweep.RunAsync([Fault.Before, Fault.After, call => Fault.CutAfter(call, 2)], Store, default);

        Assert.True(runs >= 3 * 6);
    }

    [Fact]
    public async Task A_write_that_was_cut_breaks_the_blob_that_is_written()
    {
        var inner = new InMemoryBlobStore();
        await using IStagedBlob staged = await new FaultyBlobStore(inner, new FaultSchedule(Fault.CutAfter(1, 3).On("WriteAsync"))).StageAsync(Tenant, Name, default);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => staged.WriteAsync("12345"u8.ToArray(), default).AsTask());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => staged.CommitAsync(default).AsTask());
        Assert.Null(await inner.FindAsync(Tenant, Name, default));
    }

    [Fact]
    public async Task A_wrapper_that_cannot_be_reached_says_so_and_leaves_nothing_behind()
    {
        var inner = new InMemoryKeyWrapper();
        WrappedKey wrapped = (await inner.WrapAsync(Tenant, default, new byte[32], default)).Wrapped!;
        foreach (Fault fault in (Fault[])[Fault.Before(1), Fault.After(1)])
        {
            var wrapper = new FaultyKeyWrapper(inner, new FaultSchedule(fault));
            UnwrapRequest request = Request(wrapped);
            Assert.Equal(KeyAnswer.Unavailable, (await wrapper.UnwrapAsync(Tenant, [request], default)).Single().Answer);
            Assert.Equal(new byte[96], request.Destination.ToArray());
            Assert.Equal(KeyAnswer.Done, (await wrapper.UnwrapAsync(Tenant, [request], default)).Single().Answer);
        }

        var cut = new FaultyKeyWrapper(inner, new FaultSchedule(Fault.CutAfter(1, 1)));
        Assert.Equal([KeyAnswer.Done, KeyAnswer.Unavailable], (await cut.UnwrapAsync(Tenant, [Request(wrapped), Request(wrapped)], default)).Select(result => result.Answer));
    }

    [Fact]
    public async Task The_answer_to_destroying_can_be_lost()
    {
        var inner = new InMemoryKeyWrapper();
        WrappedKey wrapped = (await inner.WrapAsync(Tenant, default, new byte[32], default)).Wrapped!;
        var wrapper = new FaultyKeyWrapper(inner, new FaultSchedule(Fault.After(1)));

        Assert.Equal(KeyAnswer.Unavailable, await wrapper.DestroyAsync(Tenant, wrapped.KeyVersion, default));
        Assert.Equal(KeyAnswer.Destroyed, (await inner.UnwrapAsync(Tenant, [Request(wrapped)], default)).Single().Answer);
    }

    private static UnwrapRequest Request(WrappedKey wrapped) => new() { Wrapped = wrapped, Context = default, Destination = new byte[96] };

    private static DocumentBatch Create(string command) => DocumentBatch.For(Tenant, new CommandId(command)).Create(Key, "1"u8.ToArray());

    // Makes a counter and raises it; whatever fails is tried again, as a host would.
    private static async Task Raise(FaultSchedule faults, bool keepsCommand, CancellationToken stop)
    {
        var inner = new InMemoryDocumentStore(Schema);
        var store = new FaultyDocumentStore(inner, faults);
        await Again(() => store.CommitAsync(Create("make"), stop));
        Document counter = (await Again(() => store.ReadAsync(Tenant, Key, stop)))!;
        int tries = 0;
        CommitResult result = await Again(() => store.CommitAsync(
            DocumentBatch.For(Tenant, new CommandId(keepsCommand ? "raise" : $"raise {++tries}")).Replace(Key, counter.Version, "2"u8.ToArray()), stop));
        if (!result.IsCommitted)
        {
            throw new ConformanceException("the caller was told that the counter was not raised, though it was");
        }

        Assert.Equal("2"u8.ToArray(), (await inner.ReadAsync(Tenant, Key, stop))!.Body.ToArray());
    }

    private static async Task Store(FaultSchedule faults, CancellationToken stop)
    {
        var inner = new InMemoryBlobStore();
        var store = new FaultyBlobStore(inner, faults);
        await Again(async () =>
        {
            if (await store.FindAsync(Tenant, Name, stop) is null)
            {
                await Put(store, "123456789");
            }

            return true;
        });
        BlobInfo? info = await inner.FindAsync(Tenant, Name, stop);
        Assert.Equal(0xE3069283, info!.Crc32C);
    }

    private static async Task Put(IBlobStore store, string text)
    {
        await using IStagedBlob staged = await store.StageAsync(Tenant, Name, default);
        await staged.WriteAsync(Encoding.UTF8.GetBytes(text[..4]), default);
        await staged.WriteAsync(Encoding.UTF8.GetBytes(text[4..]), default);
        await staged.CommitAsync(default);
    }

    private static async Task<T> Again<T>(Func<ValueTask<T>> act)
    {
        try
        {
            return await act();
        }
        catch (StorageUnavailableException)
        {
            return await act();
        }
    }
}
