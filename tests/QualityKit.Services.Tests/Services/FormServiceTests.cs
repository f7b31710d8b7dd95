using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services.Tests.Services;

public sealed class FormServiceTests : IClassFixture<Databases>
{
    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task Versions_are_numbered_and_stay_as_they_were(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        EvaluationForm first = await center.Forms.PublishAsync(Center.Dora, Center.Draft);
        EvaluationForm second = await center.Forms.PublishAsync(Center.Dora, Center.Draft with { Name = "Support call 2" });

        FormSummary form = await center.Forms.GetAsync(Center.Dora, first.Key);

        Assert.Equal([1, 2], form.Versions.Select(version => version.Number));
        Assert.Equal([first.Id, second.Id], form.Versions.Select(version => version.Id));
        Assert.Equal("Support call 2", form.Name);
        Assert.Equal(first.CanonicalBytes, (await center.Forms.GetAsync(Center.Dora, first.Id)).CanonicalBytes.AsEnumerable());
    }

    [Fact]
    public async Task A_wrong_form_is_saved_as_a_draft_and_not_published()
    {
        await using Center center = await Center.OpenAsync();
        FormDraft wrong = Center.Draft with { Groups = [] };

        DocumentVersion state = await center.Forms.SaveDraftAsync(Center.Dora, wrong);

        ValidationFailedException failed = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Forms.PublishAsync(Center.Dora, wrong, state));
        Assert.Equal(wrong.Check().Select(issue => issue.ToString()), failed.Issues.Select(issue => issue.ToString()));
        Assert.NotNull(await center.Forms.GetDraftAsync(Center.Dora, wrong.Key));
    }

    [Fact]
    public async Task A_draft_that_could_not_be_read_again_is_refused()
    {
        await using Center center = await Center.OpenAsync();

        await Assert.ThrowsAsync<ValidationFailedException>(() => center.Forms.SaveDraftAsync(Center.Dora, Center.Draft with { Key = "not a key" }));
    }

    [Fact]
    public async Task An_archived_form_takes_no_new_evaluation_and_old_ones_go_on()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId call = await center.CreateAsync();
        FormVersionId form = (await center.Forms.GetAsync(Center.Dora, Center.Draft.Key)).Versions[0].Id;
        await center.Forms.ArchiveAsync(Center.Dora, Center.Draft.Key);

        ValidationFailedException failed = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Evaluations.CreateAsync(Center.Paul, form, Center.New("late")));

        Assert.Equal(IssueCodes.FormArchived, Assert.Single(failed.Issues).Code);
        await center.Evaluations.SubmitAsync(Center.Eva, call, Center.Good);
        await center.Forms.RestoreAsync(Center.Dora, Center.Draft.Key);
        await center.Evaluations.CreateAsync(Center.Paul, form, Center.New("late"));
    }

    [Fact]
    public async Task A_folder_decides_who_reads_and_who_changes_also_where_a_form_leaves_it()
    {
        AccessPolicy policy = AccessPolicy.Standard with
        {
            Directories =
            [
                new() { Directory = "support", Role = Roles.FormDesigner.Key, Level = DirectoryLevel.Change },
                new() { Directory = "sales", Role = Roles.Administrator.Key, Level = DirectoryLevel.Change },
            ],
        };
        await using Center center = await Center.OpenAsync(policy: policy);
        EvaluationForm sales = await center.Forms.PublishAsync(Center.Ada, Center.Draft with { Key = "sale", Directory = "sales" });
        DocumentVersion draft = await center.Forms.SaveDraftAsync(Center.Ada, Center.Draft with { Key = "sale", Directory = "sales" });
        await center.PublishAsync();

        FormDraft moved = Center.Draft with { Key = "sale", Directory = "support" };

        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Forms.GetAsync(Center.Dora, sales.Id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Forms.GetAsync(Center.Dora, "sale"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Forms.GetDraftAsync(Center.Dora, "sale"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Forms.SaveDraftAsync(Center.Dora, moved, draft));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Forms.PublishAsync(Center.Dora, moved));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Forms.ArchiveAsync(Center.Dora, "sale"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Forms.DiscardDraftAsync(Center.Dora, "sale", draft));
        Assert.Equal(["support-call"], await KeysAsync(center, Center.Dora));
        Assert.Equal(["sale"], await KeysAsync(center, Center.Ada));
        Assert.Empty(await KeysAsync(center, Center.Dora with { Tenant = new("globex") }));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using Center center = await Center.OpenAsync();

        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Forms.GetAsync(Center.Dora, new FormVersionId("none")));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Forms.GetAsync(Center.Dora, default(FormVersionId)));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Forms.GetAsync(Center.Dora, "none"));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Forms.ArchiveAsync(Center.Dora, "none"));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Forms.DiscardDraftAsync(Center.Dora, "none", new("1")));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Evaluations.CreateAsync(Center.Paul, new("none"), Center.New()));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Evaluations.GetAsync(Center.Ada, default));
    }

    private static async Task<List<string>> KeysAsync(Center center, Actor actor)
    {
        var keys = new List<string>();
        await foreach (FormSummary form in center.Forms.ListAsync(actor))
        {
            keys.Add(form.Key);
        }

        return keys;
    }
}
