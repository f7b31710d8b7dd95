using QualityKit.Keys;
using QualityKit.Retention;
using QualityKit.Services.Tests.Recordings;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Services.Tests.Services;

/// <summary>Nothing is confirmed that the witness was not told, by whichever command it is asked for again.</summary>
public sealed class KeepingWitnessTests
{
    private static readonly RecordingRedaction Second = new()
    {
        Ranges = [new() { From = TimeSpan.FromSeconds(1), Until = TimeSpan.FromSeconds(2) }],
        Replacement = new("rec-1-redacted"),
    };

    [Theory]
    [InlineData("redact")]
    [InlineData("another")]
    public async Task A_redaction_is_told_before_it_is_confirmed_again_and_outlives_a_restore(string again)
    {
        (Center center, FailingWitness witness) = await RecordedAsync();
        await using Center _ = center;
        List<CreateDocument> copy = await center.BackUpAsync();
        await WhileDownAsync(witness, () => center.Recordings.RedactAsync(Center.Ada, Recorded.Id, Second, new("redact")));

        RecordingRedactionReceipt receipt = await center.Recordings.RedactAsync(Center.Ada, Recorded.Id, Second, new(again));

        Assert.NotNull(receipt.Deletion!.PayloadRemovedAt);
        Assert.Single(await center.BlobNamesAsync());
        await center.RestoreAsync(copy);
        RestoreReport lacking = await center.Restores.LookAsync(Center.Ada);
        Assert.Equal((true, "rec-1"), (lacking.IsRestored, Assert.Single(lacking.RecordingDeletions).Value));
    }

    [Fact]
    public async Task A_deletion_of_a_recording_is_told_before_it_is_confirmed_again()
    {
        (Center center, FailingWitness witness) = await RecordedAsync();
        await using Center _ = center;
        await WhileDownAsync(witness, () => center.Recordings.DeleteAsync(Center.Ada, Recorded.Id));

        await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);

        Assert.Equal(1, await witness.CountAsync());
    }

    [Fact]
    public async Task A_deletion_of_an_interaction_is_told_before_it_is_confirmed_again()
    {
        (Center center, FailingWitness witness) = await RecordedAsync();
        await using Center _ = center;
        await WhileDownAsync(witness, () => center.Retention.DeleteAsync(Center.Ada, new("call-1")));

        await center.Retention.DeleteAsync(Center.Ada, new("call-1"));

        Assert.Equal(1, await witness.CountAsync());
    }

    [Fact]
    public async Task A_deletion_that_is_confirmed_again_does_not_hide_that_the_store_went_back()
    {
        (Center center, FailingWitness witness) = await RecordedAsync("call-1", "call-2");
        await using Center _ = center;
        await WhileDownAsync(witness, () => center.Retention.DeleteAsync(Center.Ada, new("call-1"), new("delete")));
        List<CreateDocument> copy = await center.BackUpAsync();
        await center.Retention.DeleteAsync(Center.Ada, new("call-2"));
        await center.RestoreAsync(copy);

        await center.Retention.DeleteAsync(Center.Ada, new("call-1"), new("delete"));

        RestoreReport lacking = await center.Restores.LookAsync(Center.Ada);
        Assert.Equal((true, "call-2"), (lacking.IsRestored, Assert.Single(lacking.Deletions).Value));
    }

    [Fact]
    public async Task A_compromise_is_told_before_it_is_confirmed_again()
    {
        var witness = new FailingWitness();
        await using Center center = await Center.OpenAsync(outside: new(Witness: witness));
        RingKeyId active = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        int told = await witness.CountAsync();
        List<CreateDocument> copy = await center.BackUpAsync();
        await WhileDownAsync(witness, () => center.KeyRings.CompromiseAsync(Center.Ada, active));

        KeyRingSummary ring = await center.KeyRings.CompromiseAsync(Center.Ada, active);

        Assert.Equal(KeyState.Compromised, ring.Find(active)!.State);
        Assert.True(await witness.CountAsync() > told);
        await center.RestoreAsync(copy);
        Assert.True((await center.Restores.LookAsync(Center.Ada)).IsRestored);
    }

    [Fact]
    public async Task A_change_of_a_ring_before_anything_else_does_not_hide_that_the_store_went_back()
    {
        await using Center center = await Center.OpenAsync(outside: new(Witness: new InMemoryKeepingWitness()));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());
        RingKeyId active = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        List<CreateDocument> copy = await center.BackUpAsync();
        await center.Retention.DeleteAsync(Center.Ada, new("call-1"));
        await center.RestoreAsync(copy);

        await center.KeyRings.RotateAsync(Center.Ada, active);

        Assert.True((await center.Restores.LookAsync(Center.Ada)).IsRestored);
    }

    [Fact]
    public async Task A_hold_is_told_before_it_is_confirmed_again()
    {
        (Center center, FailingWitness witness) = await RecordedAsync();
        await using Center _ = center;
        List<CreateDocument> copy = await center.BackUpAsync();
        await WhileDownAsync(witness, () => RecordingKeepingTests.HoldAsync(center));

        await RecordingKeepingTests.HoldAsync(center);

        await center.RestoreAsync(copy);
        Assert.Equal("h-1", Assert.Single((await center.Restores.LookAsync(Center.Ada)).HoldsPlaced).Value);
    }

    [Fact]
    public async Task A_release_is_told_before_it_is_confirmed_again()
    {
        (Center center, FailingWitness witness) = await RecordedAsync();
        await using Center _ = center;
        await RecordingKeepingTests.HoldAsync(center);
        List<CreateDocument> copy = await center.BackUpAsync();
        await WhileDownAsync(witness, () => center.Holds.ReleaseAsync(Center.Ada, new("h-1")));

        await center.Holds.ReleaseAsync(Center.Ada, new("h-1"));

        await center.RestoreAsync(copy);
        Assert.Equal("h-1", Assert.Single((await center.Restores.LookAsync(Center.Ada)).HoldsReleased).Value);
    }

    // Of a hold what the witness was told last counts.
    [Fact]
    public async Task A_hold_that_is_placed_again_is_told_behind_its_release_that_could_not_be_told()
    {
        (Center center, FailingWitness witness) = await RecordedAsync();
        await using Center _ = center;
        await RecordingKeepingTests.HoldAsync(center);
        await WhileDownAsync(witness, () => center.Holds.ReleaseAsync(Center.Ada, new("h-1")));
        List<CreateDocument> copy = await center.BackUpAsync();
        await RecordingKeepingTests.HoldAsync(center);
        center.Time.Advance(TimeSpan.FromMinutes(5));
        await center.Sealing.RunOnceAsync(CancellationToken.None);
        center.Time.Advance(TimeSpan.FromMinutes(5));
        await center.Sealing.RunOnceAsync(CancellationToken.None);

        await center.RestoreAsync(copy);

        Assert.Equal("h-1", Assert.Single((await center.Restores.LookAsync(Center.Ada)).HoldsPlaced).Value);
    }

    private static async Task<(Center Center, FailingWitness Witness)> RecordedAsync(params string[] calls)
    {
        var witness = new FailingWitness();
        Center center = await Recorded.ReportedAsync(outside: new(new InMemoryAuditAnchor(), witness), calls: calls);
        await Recorded.StoreAsync(center, Calls.Talk(4));
        return (center, witness);
    }

    private static async Task WhileDownAsync(FailingWitness witness, Func<Task> work)
    {
        witness.IsDown = true;
        await Assert.ThrowsAsync<StorageUnavailableException>(work);
        witness.IsDown = false;
    }
}
