using QualityKit.Keys;
using QualityKit.Validation;
using static QualityKit.Tests.Keys.RingRun;

namespace QualityKit.Tests.Keys;

public sealed class RootTests
{
    [Fact]
    public void A_root_rotates_key_by_key_and_can_break_off_anywhere()
    {
        RingRun run = Rotated();
        Assert.Equal([IssueCodes.RootWrapsTooFew], run.Refused(new AdoptRoot { Id = Command, Root = "root-2" }));
        Assert.Equal([KeyFactCodes.Wrapped], run.Do(WrapBy("root-2", 2)));
        Assert.Equal([IssueCodes.RootWrapsTooFew], run.Refused(new AdoptRoot { Id = Command, Root = "root-2" }));
        run.Unchanged(WrapBy("root-2", 2));
        run.Do(WrapBy("root-2", 1));
        Assert.Equal(["root-1", "root-2"], run.Ring.Keys[0].Wraps.Select(wrap => wrap.Root));
        Assert.Equal([IssueCodes.RootInUse], run.Refused(new DropRoot { Id = Command, Root = "root-1" }));
        Assert.Equal([KeyFactCodes.RootAdopted], run.Do(new AdoptRoot { Id = Command, Root = "root-2" }));
        run.Unchanged(new AdoptRoot { Id = Command, Root = "root-2" });
        Assert.Equal("root-2", run.Ring.Root);
        Assert.Equal([KeyFactCodes.RootDropped], run.Do(new DropRoot { Id = Command, Root = "root-1" }));
        run.Unchanged(new DropRoot { Id = Command, Root = "root-1" });
        Assert.All(run.Ring.Keys, key => Assert.Equal("root-2", Assert.Single(key.Wraps).Root));
        Assert.Equal([IssueCodes.KeyMaterialIncomplete], run.Refused(run.Rotate(2, 3) with { Material = Material(3, "root-1") }));
        run.Do(run.Rotate(2, 3));
    }

    [Fact]
    public void A_wrap_of_another_key_is_refused()
    {
        RingRun run = Rotated();
        Assert.Equal([IssueCodes.KeyCheckDiffers], run.Refused(WrapBy("root-2", 1) with { CheckValue = Check(2) }));
        Assert.Equal([IssueCodes.KeyCheckDiffers], run.Refused(WrapBy("root-2", 1) with { CheckValue = default }));
        Assert.Equal([IssueCodes.KeyUnknown], run.Refused(WrapBy("root-2", 9)));
    }

    [Fact]
    public void A_wrap_replaces_that_of_the_same_root_and_there_are_at_most_four()
    {
        RingRun run = Rotated();
        WrapKeyByRoot wrap = WrapBy("root-1", 1);
        run.Unchanged(wrap);
        Assert.Equal([KeyFactCodes.Wrapped], run.Do(wrap with { Wrap = wrap.Wrap with { Key = wrap.Wrap.Key with { KeyVersion = new("root-1", "2") } } }));
        run.Do(wrap with { Wrap = wrap.Wrap with { Key = wrap.Wrap.Key with { Ciphertext = new byte[] { 7 } } } });
        Assert.Equal([7], Assert.Single(run.Ring.Keys[0].Wraps).Key.Ciphertext.ToArray());
        RootWrap last = run.Ring.Keys[0].Wraps[0];
        Assert.Equal([KeyFactCodes.Wrapped], run.Do(WrapBy("b", 1) with { Wrap = last with { Root = "b" } }));
        run.Do(WrapBy("c", 1));
        run.Do(WrapBy("d", 1));
        Assert.Equal([IssueCodes.KeyMaterialIncomplete], run.Refused(WrapBy("e", 1)));
        run.Do(WrapBy("d", 1) with { Wrap = Wrap("d", 2) });
    }

    [Fact]
    public void A_destroyed_key_needs_no_root_and_an_empty_ring_adopts_none()
    {
        RingRun run = Destroying();
        run.Do(new ApproveDestruction { Id = Command, Key = Id(1), ProofDigest = run.Ring.Keys[0].Destruction!.ProofDigest }, Bob);
        run.Now += TimeSpan.FromDays(40);
        run.Do(new CompleteDestruction { Id = Command, Key = Id(1), Proof = run.Proof(1), IsFinal = false });
        run.Do(WrapBy("root-2", 2));
        run.Do(new AdoptRoot { Id = Command, Root = "root-2" });
        Assert.Equal([IssueCodes.RootWrapsTooFew], new RingRun().Refused(new AdoptRoot { Id = Command, Root = "root-2" }));
    }

    [Fact]
    public void A_root_that_wraps_too_few_is_told_which_key_is_missing()
    {
        RingRun run = Rotated();
        run.Do(WrapBy("root-2", 1));
        string Why(KeyRing ring) => Assert.Single(KeyWorkflow.Apply(ring, new AdoptRoot { Id = Command, Root = "root-2" }, Ann, run.Policy, run.Now).Issues).Message;
        Assert.Equal($"the root `root-2` does not wrap every key; `{Id(2)}` is missing", Why(run.Ring));
        Assert.Equal("the root `root-2` does not wrap every key; `` is missing", Why(KeyRing.Empty(Tenant, "root-1")));
    }

    [Fact]
    public void A_wrap_has_1_to_8192_bytes()
    {
        RingRun run = Rotated();
        WrapKeyByRoot Of(int bytes) => WrapBy("root-2", 1) with { Wrap = Wrap("root-2", 1) with { Key = new() { KeyVersion = new("root-2", "1"), Ciphertext = new byte[bytes] } } };
        Assert.Equal([IssueCodes.KeyMaterialIncomplete], run.Refused(Of(0)));
        Assert.Equal([IssueCodes.KeyMaterialIncomplete], run.Refused(Of(8193)));
        Assert.Equal([KeyFactCodes.Wrapped], run.Do(Of(8192)));
        Assert.Equal([KeyFactCodes.Wrapped], run.Do(Of(1)));
    }

    private static WrapKeyByRoot WrapBy(string root, int number) => new() { Id = Command, Key = Id(number), Wrap = Wrap(root, number), CheckValue = Check(number) };
}
