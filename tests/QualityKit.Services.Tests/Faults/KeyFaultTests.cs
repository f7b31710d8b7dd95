using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;
using Xunit.Abstractions;

namespace QualityKit.Services.Tests.Faults;

/// <summary>Every call of storage that looking after keys makes, failing before its effect, after it, and delivered twice; and every call of a root. The same again has one effect, and every recording opens.</summary>
public sealed class KeyFaultTests(ITestOutputHelper output) : IClassFixture<Databases>
{
    private const int MostRetries = 3;

    private static readonly string[] Whats = ["rotate", "activate", "compromise", "rewrap", "retire", "reinstate", "request", "approve", "cancel", "complete", "root", "drop", "shred-request", "shred-approve", "shred-cancel", "shred", "job", "job-rewrap"];

    public static TheoryData<string, string> Deeds
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string store in StoreNames.All)
            {
                foreach (string what in Whats)
                {
                    data.Add(store, what);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task Whatever_call_of_storage_fails_the_same_again_has_one_effect_and_nothing_is_lost(string store, string what)
    {
        string expected = "";
        int runs = await FaultSweep.RunAsync(
            [Fault.Before, Fault.After, Fault.Twice],
            async (faults, _) =>
            {
                await using Center center = await Center.OpenAsync(store);
                using DataKey data = await PrepareAsync(center, what);
                Center caller = center.With(faults);
                await RetriedAsync(caller, what);
                string found = await StandingAsync(center);
                expected = expected.Length == 0 ? found : expected;
                Assert.Equal(expected, found);
                Assert.Equal(what is not "shred", await ShredTenantTests.OpensAsync(center.Node(), "rec-1", data));
                Assert.Empty((await center.VerifyAsync()).Issues);
            },
            CancellationToken.None);

        output.WriteLine($"{what} over {store}: {runs} runs");
        Assert.True(runs > 3);
    }

    [Theory]
    [InlineData("rotate")]
    [InlineData("compromise")]
    [InlineData("rewrap")]
    [InlineData("root")]
    [InlineData("job")]
    public async Task Whatever_call_of_a_root_fails_nothing_is_lost(string what)
    {
        string expected = "";
        int runs = await FaultSweep.RunAsync(
            [Fault.Before, Fault.After],
            async (faults, _) =>
            {
                await using Center center = await Center.OpenAsync();
                using DataKey data = await PrepareAsync(center, what);
                KeyTools node = center.Node([.. center.RootWrappers.Select(root => KeyValuePair.Create<string, Storage.Keys.IKeyWrapper>(root.Key, new FaultyKeyWrapper(root.Value, faults)))]);
                for (int attempt = 0; attempt <= MostRetries; attempt++)
                {
                    try
                    {
                        await DoAsync(new KeyRingService(node), new(node), new(node, new(center.Documents, center.Time, "key-rewrap", TimeSpan.FromMinutes(10), new("key-rewrap"))), what);
                        break;
                    }
                    catch (KeyUnavailableException) when (attempt < MostRetries)
                    {
                        // The same command again.
                    }
                }

                // A protector that did not answer is added by the next turn of the background.
                await new KeyRotationService(center.Node()).RunOnceAsync(CancellationToken.None);
                await new KeyRotationService(center.Node()).RunOnceAsync(CancellationToken.None);
                string found = await StatesAsync(center);
                expected = expected.Length == 0 ? found : expected;
                Assert.Equal(expected, found);
                Assert.True(await Sealed.OpensAsync(center.Node(), "rec-1", data));
            },
            CancellationToken.None);

        output.WriteLine($"{what}: {runs} runs");
        Assert.True(runs > 3);
    }

    // Everything up to where the deed begins.
    private static async Task<DataKey> PrepareAsync(Center center, string what)
    {
        DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        RingKeyId first = First(await RingAsync(center));
        if (what is "rotate" or "compromise" or "root")
        {
            return data;
        }

        if (what is "job")
        {
            center.Time.Advance(TimeSpan.FromDays(91));
            await Sealed.ClockIsRightAsync(center);
            return data;
        }

        await center.KeyRings.RotateAsync(Center.Ada, first);
        center.Time.Advance(center.KeyOptions.Policy.VisibilityDelay);
        if (what is "activate")
        {
            return data;
        }

        await center.KeyRings.ActivateAsync(Center.Ada, (await RingAsync(center)).Keys[1].Id);
        if (what is "drop" or "rewrap" or "job-rewrap")
        {
            return data;
        }

        if (what is "shred")
        {
            await ShredTenantTests.ApprovedAsync(center, center.KeyRings);
            return data;
        }

        await center.KeyRings.RewrapAsync(Center.Ada);
        await Sealed.ClockIsRightAsync(center);
        if (what is "shred-approve" or "shred-cancel")
        {
            await center.KeyRings.RequestShredAsync(Center.Ada, "why");
            return data;
        }

        if (what is "retire")
        {
            return data;
        }

        await center.KeyRings.RetireAsync(Center.Ada, first);
        if (what is "approve" or "cancel" or "complete")
        {
            await center.KeyRings.RequestDestructionAsync(Center.Ada, first);
        }

        if (what is "complete")
        {
            await center.KeyRings.ApproveDestructionAsync(Center.Abe, first, (await RingAsync(center)).Keys[0].Destruction!.ProofDigest);
            center.Time.Advance(TimeSpan.FromDays(35));
            await Sealed.ClockIsRightAsync(center);
        }

        return data;
    }

    private static async Task DoAsync(KeyRingService service, KeyRotationService rotation, KeyRewrapService rewraps, string what)
    {
        var command = new CommandId("deed");
        if (what is "job" or "job-rewrap")
        {
            await (what is "job" ? (Task)rotation.RunOnceAsync(CancellationToken.None).AsTask() : rewraps.RunOnceAsync(CancellationToken.None).AsTask());
            return;
        }

        KeyRingSummary ring = (await service.GetAsync(Center.Ada))!;
        RingKeyId first = First(ring);
        await (what switch
        {
            "rotate" => service.RotateAsync(Center.Ada, first, command),
            "activate" => service.ActivateAsync(Center.Ada, ring.Keys[1].Id, command),
            "compromise" => service.CompromiseAsync(Center.Ada, first, command),
            "rewrap" => (Task)service.RewrapAsync(Center.Ada),
            "retire" => service.RetireAsync(Center.Ada, first, command),
            "reinstate" => service.ReinstateAsync(Center.Ada, first, command),
            "request" => service.RequestDestructionAsync(Center.Ada, first, command),
            "approve" => service.ApproveDestructionAsync(Center.Abe, first, ring.Keys[0].Destruction!.ProofDigest, command),
            "cancel" => service.CancelDestructionAsync(Center.Ada, first, command),
            "complete" => service.CompleteDestructionAsync(Center.Ada, first, command),
            "shred-request" => service.RequestShredAsync(Center.Ada, "why", command),
            "shred-approve" => service.ApproveShredAsync(Center.Abe, ring.Shred!.ReasonDigest, command),
            "shred-cancel" => service.CancelShredAsync(Center.Ada, command),
            "shred" => service.ShredTenantAsync(Center.Ada, command),
            "root" => service.RotateRootAsync(Center.Ada, command),
            _ => service.DropRootAsync(Center.Ada, "spare", command),
        });
    }

    private static async Task RetriedAsync(Center caller, string what)
    {
        for (int attempt = 0; attempt <= MostRetries; attempt++)
        {
            try
            {
                await DoAsync(caller.KeyRings, caller.KeyRotation, caller.KeyRewraps, what);
                if (what is "job" or "job-rewrap")
                {
                    // A run tells the host what failed, and goes on the next time.
                    await DoAsync(caller.KeyRings, caller.KeyRotation, caller.KeyRewraps, what);
                }

                return;
            }
            catch (StorageUnavailableException) when (attempt < MostRetries)
            {
                // The same command again.
            }
        }
    }

    private static RingKeyId First(KeyRingSummary ring) => ring.Keys[0].Id;

    private static async Task<KeyRingSummary> RingAsync(Center center) => (await center.KeyRings.GetAsync(Center.Ada))!;

    // What anybody can see of it that is the same in every run: names and moments are not.
    private static async Task<string> StandingAsync(Center center)
    {
        List<string> actions = await KeyRingServiceTests.ActionsAsync(center, "key-ring", "ring");
        List<string> rewraps = await KeyRingServiceTests.ActionsAsync(center, "ring-key", First(await RingAsync(center)).Value);
        return $"{await StatesAsync(center)}; {string.Join(", ", actions)}; {rewraps.Count}";
    }

    private static async Task<string> StatesAsync(Center center)
    {
        KeyRingSummary ring = await RingAsync(center);
        RingKeyId[] used = await Sealed.KeysOfAsync(center.KeyTools, "rec-1");
        string keys = string.Join(", ", ring.Keys.Select(key => $"{key.State} by {string.Join("+", key.Roots)} approved {key.Destruction?.Approvals.Length}"));
        return $"{ring.Root}: {keys}; wrapped by {string.Join(", ", used.Select(id => ring.Find(id)!.Number))}; shred approved {ring.Shred?.Approvals.Length} ended {ring.Shred?.EndedAt is not null}";
    }
}
