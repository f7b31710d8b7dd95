using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Scoring;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;
using QualityKit.Testing.Faults;
using QualityKit.Testing.Time;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Stores;

/// <summary>A small contact center: people with the standard roles, two teams, the services over a store, and a clock that the test moves.</summary>
internal sealed class Center : IAsyncDisposable
{
    public static readonly TenantId Tenant = new("acme");
    public static readonly TeamId North = new("north");
    public static readonly TeamId South = new("south");
    public static readonly ContentSalt Salt = new("00112233445566778899aabbccddeeff");
    public static readonly AnswerSheet Good = AnswerSheet.Empty.Answer("greeting", "yes");
    public static readonly AnswerSheet Bad = AnswerSheet.Empty.Answer("greeting", "no").CommentOverall("Too short.");

    private static readonly AuditKey Key = new("key-1", new byte[32]);

    private static readonly Telemetry Telemetry = new(null);

    private readonly OpenStore _store;
    private readonly KeepingTools _keeping;

    private Center(OpenStore store, FaultSchedule? faults, AccessPolicy policy, AccessLogOptions options, Center? beside = null, Outside? outside = null)
    {
        _store = store;
        Terms = beside?.Terms ?? new();
        Target = beside?.Target ?? new();
        People = beside?.People ?? Agents();
        Documents = faults is null ? store.Documents : new FaultyDocumentStore(store.Documents, faults);
        Lines = beside?.Lines ?? new();
        Log = new(Documents, Keys, Time, Lines, options);
        var policies = new LoggedAccessPolicies(new SharedAccessPolicy(policy), Log);
        Access = new(Log, policies, store.Maintenance, new(), Lines);
        Forms = new(Documents, policies, Keys, Time);
        Evaluations = new(Documents, People, policies, Keys, Time, new Calls()) { Terms = Terms };
        Calibrations = new(Documents, People, policies, Keys, Time, new Calls());
        Disclosure = new(Documents, policies, Terms, Keys, Time);
        Interactions = new(Documents, People, policies, Terms, Keys, Time);
        LastTarget = beside?.LastTarget ?? new("screens");
        Anchor = beside?.Anchor ?? outside?.Anchor;
        Witness = beside?.Witness ?? outside?.Witness;
        var deeds = new Deeds(Documents, Keys, Time);
        KeepingSafety safety = KeepingSafety.Of(Documents, Keys, deeds, Anchor, Witness);
        Transcripts = new(Documents, People, policies, Terms, Keys, Time) { Salts = () => Salt, Safety = safety };
        Blobs = faults is null ? store.Blobs : new FaultyBlobStore(store.Blobs, faults);
        Roots = beside?.Roots ?? new("root", new InMemoryKeyWrapper());
        Place = beside?.Place ?? new();
        RecordingOptions = beside?.RecordingOptions ?? new();
        Recorded = new()
        {
            Documents = Documents,
            Blobs = Blobs,
            KeysOf = () => new(Documents, Roots, RecordingKeyOptions, Keys, Time),
            Desk = new(policies, People, new InteractionStore(Documents)),
            Terms = Terms,
            AuditKeys = Keys,
            Deeds = deeds,
            Safety = safety,
            Options = RecordingOptions,
            BackupHorizon = TimeSpan.FromDays(35),
            Places = [Place],
        };
        Recordings = new(Recorded, Transcripts);
        _keeping = new(deeds, safety, new(Documents, Terms, [Target, new TranscriptTarget(Documents, Keys, Time), new QualityKit.Services.RecordingTarget(Recorded), LastTarget], deeds, safety));
        Holds = new(Documents, policies, Terms, deeds, safety);
        Retention = new(Documents, policies, _keeping.Keeping, deeds);
        Restores = new(new() { Store = Documents, Policies = policies, Keys = Keys, Anchor = Anchor, Keeping = _keeping, Recordings = Recorded, SealPeriod = Terms.Now.SealPeriod });
        Subjects = new(Documents, policies, Terms, Keys, Time) { Safety = safety, BackupHorizon = Recorded.BackupHorizon };
        JobTarget = beside?.JobTarget ?? new();
        Jobs = new(JobTools(policies), store.Maintenance);
        var ambient = new Ambient(Time, NullLogger.Instance, Telemetry);
        SealingTools sealing = new() { Store = Documents, Signer = null, Anchor = Anchor, Options = new(), Ambient = ambient, Commands = new("sealing"), Safety = safety };
        Sealing = new(sealing, store.Maintenance);
        Audit = new(sealing, Keys);
        RootWrappers = beside?.RootWrappers ?? [KeyValuePair.Create<string, IKeyWrapper>("main", new InMemoryKeyWrapper()), KeyValuePair.Create<string, IKeyWrapper>("spare", new InMemoryKeyWrapper())];
        KeyOptions = beside?.KeyOptions ?? new() { Secret = new(new byte[32]), Policy = new() { BackupHorizon = TimeSpan.FromDays(35) } };
        KeyTools = KeyToolsOf(policies, store.Maintenance, RootWrappers);
        KeyRings = new(KeyTools);
        KeyRotation = new(KeyTools);
        KeyRewraps = new(KeyTools, new(Documents, Time, "key-rewrap", KeyOptions.Lease, new CommandSource("key-rewrap")));
        Sweeps = new(Retention, Documents, store.Maintenance, new(Documents, Time, "sweep", SweepOptions.Lease, new CommandSource("sweep")), (SweepOptions, new()), ambient);
        Announcements = new(Evaluations, Documents, new(store.Maintenance), Terms, (new(), new()), ambient);
    }

    public static AuditKeyRing Keys { get; } = new(Key);

    public IDocumentStore Documents { get; }

    public IStoreMaintenance Maintenance => _store.Maintenance;

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    public InMemoryPeopleDirectory People { get; }

    public FormService Forms { get; }

    public EvaluationService Evaluations { get; }

    public CalibrationService Calibrations { get; }

    /// <summary>What the tenant declares; a test may change it.</summary>
    public ChangingTerms Terms { get; }

    /// <summary>What keeps recordings.</summary>
    public RecordingTarget Target { get; }

    /// <summary>What is asked to delete after transcripts are gone.</summary>
    public RecordingTarget LastTarget { get; }

    public InteractionService Interactions { get; }

    public TranscriptService Transcripts { get; }

    public RecordingService Recordings { get; }

    /// <summary>What recordings are kept with.</summary>
    public RecordingTools Recorded { get; }

    public IBlobStore Blobs { get; }

    /// <summary>What wraps the keys of rings.</summary>
    public KeyRoots Roots { get; }

    /// <summary>Where media is kept that is not in the vault.</summary>
    public OtherPlace Place { get; }

    /// <summary>How recordings are kept; a test may change it.</summary>
    public RecordingOptions RecordingOptions { get; }

    /// <summary>How keys are kept.</summary>
    public static KeyOptions RecordingKeyOptions { get; } = new() { Secret = new(new byte[32]), Policy = new() { VisibilityDelay = TimeSpan.Zero } };

    public DisclosureService Disclosure { get; }

    public HoldService Holds { get; }

    public RetentionService Retention { get; }

    public SubjectService Subjects { get; }

    public RestoreService Restores { get; }

    public SealingService Sealing { get; }

    public AuditService Audit { get; }

    /// <summary>Who remembers seals outside the store; null for nobody.</summary>
    public IAuditAnchor? Anchor { get; }

    /// <summary>Who remembers deletions and holds outside the store; null for nobody.</summary>
    public IKeepingWitness? Witness { get; }

    public JobService Jobs { get; }

    public SweepService Sweeps { get; }

    /// <summary>How sweeps run in the background; a test may change it.</summary>
    public SweepOptions SweepOptions { get; } = new() { IsOn = true };

    public AnnouncementService Announcements { get; }

    /// <summary>The roots of the host, by name; two, unless a test takes others.</summary>
    public IReadOnlyList<KeyValuePair<string, IKeyWrapper>> RootWrappers { get; }

    /// <summary>How keys are kept; a test may change it.</summary>
    public KeyOptions KeyOptions { get; }

    public KeyTools KeyTools { get; }

    public TenantKeys TenantKeys => KeyTools.Keys;

    public KeyRingService KeyRings { get; }

    public KeyRotationService KeyRotation { get; }

    public KeyRewrapService KeyRewraps { get; }

    /// <summary>How bulk jobs run; a test may change it.</summary>
    public BulkJobOptions JobOptions { get; } = new();

    /// <summary>What archives and exports.</summary>
    public RecordingJobTarget JobTarget { get; }

    /// <summary>What was logged for the host.</summary>
    public LogLines Lines { get; }

    /// <summary>The access log: denials alone, unless a test asks for more.</summary>
    public AccessLog Log { get; }

    public AccessLogService Access { get; }

    public static FormDraft Draft { get; } = EvaluationForm.Draft("Support call")
        .Group("Opening", 1, Ask.YesNo("greeting", "Greeted the customer?"), Ask.Text("summary", "What happened?") with { IsRequired = false }) with
    {
        Directory = "support",
        Settings = new() { RequiresAcknowledgement = true, Disputes = new() { Maximum = 3, WindowDays = 14, AllowsAfterAcknowledgement = true, Assignees = [DisputeAssignee.User("rita")] } },
    };

    public static async Task<Center> OpenAsync(string store = StoreNames.InMemory, AccessPolicy? policy = null, AccessLogOptions? log = null, Outside? outside = null) =>
        new(await OpenStore.OfAsync(store), faults: null, policy ?? AccessPolicy.Standard, log ?? Quiet(), outside: outside);

    /// <summary>The same center, over the same store, as a caller meets it whose calls go wrong.</summary>
    public Center With(FaultSchedule faults, AccessLogOptions? log = null)
    {
        var faulty = new Center(_store, faults, AccessPolicy.Standard, log ?? Quiet(), this);
        faulty.Time.SetUtcNow(Time.GetUtcNow());
        return faulty;
    }

    /// <summary>Another node over the same store, with other roots, or a store that somebody stands before.</summary>
    public KeyTools Node(IReadOnlyList<KeyValuePair<string, IKeyWrapper>>? roots = null, IDocumentStore? store = null, KeyOptions? options = null, TimeProvider? time = null)
    {
        IDocumentStore documents = store ?? Documents;
        TimeProvider clock = time ?? Time;
        return KeyTools with
        {
            Store = documents,
            Options = options ?? KeyOptions,
            Ambient = new(clock, Lines, Telemetry),
            Keeping = KeyTools.Keeping with { Deeds = new(documents, Keys, clock) },
            Keys = new(documents, new(roots ?? RootWrappers), options ?? KeyOptions, (Keys, KeyTools.Keeping.Safety), (clock, Lines, Telemetry)),
        };
    }

    private KeyTools KeyToolsOf(IAccessPolicies policies, IStoreMaintenance maintenance, IReadOnlyList<KeyValuePair<string, IKeyWrapper>> roots) => new()
    {
        Store = Documents,
        Blobs = Blobs,
        Maintenance = maintenance,
        Policies = policies,
        Terms = Terms,
        Keys = new(Documents, new(roots), KeyOptions, (Keys, _keeping.Safety), (Time, Lines, Telemetry)),
        AuditKeys = Keys,
        Options = KeyOptions,
        Machine = new(),
        Keeping = _keeping,
        Ambient = new(Time, Lines, Telemetry),
    };

    public static Actor Actor(string person, Role role, params TeamId[] teams) => new() { Tenant = Tenant, Id = new(person), Roles = [role.Key], Teams = [.. teams] };

    public static Actor Dora { get; } = Actor("dora", Roles.FormDesigner);

    public static Actor Paul { get; } = Actor("paul", Roles.EvaluationPlanner);

    public static Actor Eva { get; } = Actor("eva", Roles.Evaluator);

    public static Actor Rita { get; } = Actor("rita", Roles.Reviewer);

    public static Actor Xenia { get; } = Actor("xenia", Roles.ExpertEvaluator);

    public static Actor Anna { get; } = Actor("anna", Roles.Agent);

    public static Actor Bo { get; } = Actor("bo", Roles.Agent);

    public static Actor Sue { get; } = Actor("sue", Roles.Supervisor, North);

    public static Actor Sam { get; } = Actor("sam", Roles.Supervisor, South);

    public static Actor Ada { get; } = Actor("ada", Roles.Administrator);

    /// <summary>Another administrator.</summary>
    public static Actor Abe { get; } = Actor("abe", Roles.Administrator);

    public static Actor Mona { get; } = Actor("mona", Roles.QualityManager);

    public static Actor Bot { get; } = Actor("bot", Roles.Automation) with { IsMachine = true };

    public static NewEvaluation New(string command = "create", string agent = "anna", string? evaluator = "eva", string interaction = "call-77") => new()
    {
        Id = new(command),
        Kind = EvaluationKind.Quality,
        Subject = Subject.Of(new PersonId(agent)),
        Interaction = new(interaction),
        Evaluator = evaluator is null ? null : new PersonId(evaluator),
    };

    public Task<EvaluationForm> PublishAsync() => Forms.PublishAsync(Dora, Draft, command: new CommandId("publish"));

    public async Task<EvaluationId> CreateAsync(NewEvaluation? given = null) => await Evaluations.CreateAsync(Paul, (await PublishAsync()).Id, given ?? New());

    public async Task<EvaluationId> SubmittedAsync(NewEvaluation? given = null, AnswerSheet? answers = null)
    {
        EvaluationId evaluation = await CreateAsync(given);
        await Evaluations.SubmitAsync(Eva, evaluation, answers ?? Bad);
        return evaluation;
    }

    public async Task<EvaluationId> ReleasedAsync(NewEvaluation? given = null)
    {
        EvaluationId evaluation = await SubmittedAsync(given);
        await Evaluations.ReleaseAsync(Eva, evaluation);
        return evaluation;
    }

    /// <summary>The same recordings through another store of documents.</summary>
    public RecordingService RecordingsThrough(IDocumentStore documents) =>
        new(RecordedThrough(documents), new(documents, People, Recorded.Desk.Policies, Terms, Keys, Time));

    /// <summary>What the same recordings are kept with through another store of documents.</summary>
    public RecordingTools RecordedThrough(IDocumentStore documents)
    {
        var deeds = new Deeds(documents, Keys, Time);
        return Recorded with
        {
            Documents = documents,
            KeysOf = () => new(documents, Roots, RecordingKeyOptions, Keys, Time),
            Deeds = deeds,
            Desk = new(Recorded.Desk.Policies, People, new InteractionStore(documents)),
            Safety = KeepingSafety.Of(documents, Keys, deeds, Anchor, Witness),
        };
    }

    /// <summary>A new key takes the place of the active one, as another node would have it.</summary>
    public async Task<RingKeyId> RotateAsync(bool isCompromised = false)
    {
        KeyRingDocument before = (await KeyRingDocument.LoadAsync(_store.Documents, Tenant, CancellationToken.None))!;
        var id = new RingKeyId(Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)));
        byte[] bytes = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);
        Storage.Keys.WrapResult wrapped = await Roots.Find(Roots.Current)!.WrapAsync(Tenant, Encoding.UTF8.GetBytes($"qualitykit.dev/ring-key/1 {id}"), bytes, CancellationToken.None);
        using var key = Encryption.KeyEncryptionKey.UnsafeFromBytes(bytes, Tenant, id.Value);
        var material = new KeyMaterial { Id = id, Wraps = [new() { Root = Roots.Current, Key = wrapped.Wrapped! }], CheckValue = key.CheckValue };
        KeyRing ring = before.Ring;
        Actor actor = Actor("keys", Roles.Administrator);
        RingKeyId active = ring.Active!.Id;
        KeyCommand[] commands = isCompromised
            ? [new CompromiseKey { Id = CommandId.New(), Key = active, Successor = material }]
            : [new RotateKey { Id = CommandId.New(), Replaces = active, Material = material }, new ActivateKey { Id = CommandId.New(), Key = id }];
        ring = commands.Aggregate(ring, (sofar, command) => KeyWorkflow.Apply(sofar, command, actor, RecordingKeyOptions.Policy, Time.GetUtcNow()).Value.Ring);
        DocumentBatch batch = KeyRingDocument.StoreIn(DocumentBatch.For(Tenant, CommandId.New()), before, ring, RecordingKeyOptions.Secret!);
        Assert.True((await _store.Documents.CommitAsync(batch, CancellationToken.None)).IsCommitted);
        return id;
    }

    /// <summary>Removes payloads that nobody needs, as the job does.</summary>
    public async Task RemovePendingAsync() => await new PendingBlobs(Recorded, Maintenance, Lines).RunOnceAsync(CancellationToken.None);

    /// <summary>The names of all blobs.</summary>
    public async Task<List<string>> BlobNamesAsync()
    {
        var names = new List<string>();
        await foreach (BlobInfo blob in _store.Blobs.ListAsync(Tenant, CancellationToken.None))
        {
            names.Add(blob.Name.Value);
        }

        return names;
    }

    /// <summary>The copies of envelopes that lie beside payloads.</summary>
    public ValueTask<List<EnvelopeCopy>> CopiesAsync() => EnvelopeCopies.ListAsync(_store.Blobs, Tenant, CancellationToken.None).ToListAsync();

    /// <summary>A blob, whole.</summary>
    public async Task<byte[]> BlobAsync(BlobName name)
    {
        await using Stream stream = (await _store.Blobs.OpenAsync(Tenant, name, 0, null, CancellationToken.None))!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>A blob in the place of whatever has that name.</summary>
    public async Task ReplaceBlobAsync(BlobName name, byte[] bytes)
    {
        await _store.Blobs.DeleteAsync(Tenant, name, CancellationToken.None);
        await using IStagedBlob staged = await _store.Blobs.StageAsync(Tenant, name, CancellationToken.None);
        await staged.WriteAsync(bytes, CancellationToken.None);
        Assert.NotNull(await staged.CommitAsync(CancellationToken.None));
    }

    /// <summary>Gives another center all blobs, as a backup of them would.</summary>
    public async Task CopyBlobsAsync(Center other)
    {
        foreach (string name in await BlobNamesAsync())
        {
            await other.ReplaceBlobAsync(new(name), await BlobAsync(new(name)));
        }
    }

    /// <summary>Everything that is stored, as text: equal stores give equal texts.</summary>
    public async Task<List<string>> ContentAsync()
    {
        var lines = new List<string>();
        await foreach (CreateDocument document in Maintenance.ExportAsync(Tenant, CancellationToken.None))
        {
            IEnumerable<string> entries = document.Entries.Select(entry => $"{entry.Index}({string.Join(", ", entry.Values)})").Order(StringComparer.Ordinal);
            lines.Add($"{document.Key}: {Encoding.UTF8.GetString(document.Body.Span)} {string.Join(" ", entries)}");
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>A copy of everything that is stored.</summary>
    public async Task<List<CreateDocument>> BackUpAsync()
    {
        var copy = new List<CreateDocument>();
        await foreach (CreateDocument document in Maintenance.ExportAsync(Tenant, CancellationToken.None))
        {
            copy.Add(document);
        }

        return copy;
    }

    /// <summary>Puts a copy in the place of everything that is stored.</summary>
    public async Task RestoreAsync(List<CreateDocument> copy)
    {
        await Maintenance.DestroyTenantAsync(Tenant, CancellationToken.None);
        foreach (CreateDocument[] some in copy.Chunk(StoreLimits.BatchWrites))
        {
            DocumentBatch batch = some.Aggregate(DocumentBatch.For(Tenant, CommandId.New()), (all, document) => all.With(document));
            Assert.True((await _store.Documents.CommitAsync(batch, CancellationToken.None)).IsCommitted);
        }
    }

    /// <summary>What checking the audit finds, and how many entries it looked at.</summary>
    public async Task<AuditReport> VerifyAsync()
    {
        var journal = new Persistence.Journal(Documents, Keys);
        var entities = new HashSet<AuditEntity>();
        var records = new Dictionary<AuditEntity, List<AuditRecord>>();
        await foreach (Document head in Documents.QueryAllAsync(Tenant, new() { Collection = "audit-heads", Index = "entities" }))
        {
            AuditEntity entity = Persistence.AuditHeadDocument.Read(Tenant, head).Head.Entity;
            entities.Add(entity);
            records[entity] = [];
            await foreach (Persistence.JournalEntry entry in journal.OfAsync(entity, CancellationToken.None))
            {
                records[entity].AddRange(entry.RecordsOf(entity));
            }
        }

        return AuditTrail.Verify(new() { Tenant = Tenant.Value, Seals = [], Entities = entities, RecordsOf = entity => records[entity], Keys = [Key] });
    }

    /// <summary>Somebody leaves.</summary>
    public void HasLeft(string person) => People.Add(Tenant, new Person
    {
        Id = new(person),
        Units = UnitTimeline.Of([new() { From = DateTimeOffset.UnixEpoch, Unit = new() { Team = North, Supervisor = new("sue"), Employment = Employment.Left } }]).Value,
    });

    private JobTools JobTools(IAccessPolicies policies)
    {
        var commands = new CommandSource("jobs");
        return new()
        {
            Store = Documents,
            Policies = policies,
            People = People,
            Terms = Terms,
            Desk = new(policies, People, Interactions),
            Keeping = _keeping.Keeping,
            Guard = _keeping.Safety.Guard,
            Targets = [JobTarget],
            Deeds = _keeping.Deeds,
            Options = JobOptions,
            Ambient = new(Time, NullLogger.Instance, Telemetry),
            Leases = new(Documents, Time, "jobs", JobOptions.Lease, commands),
            Commands = commands,
        };
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static AccessLogOptions Quiet() => new() { Reads = ReadLogging.Off, Lists = ReadLogging.Off };

    private static InMemoryPeopleDirectory Agents()
    {
        Person Agent(string id, TeamId team, string supervisor) => new()
        {
            Id = new(id),
            Roles = [Roles.Agent.Key],
            Units = UnitTimeline.Of([new() { From = DateTimeOffset.UnixEpoch, Unit = new() { Team = team, Supervisor = new(supervisor) } }]).Value,
        };
        return new InMemoryPeopleDirectory()
            .Add(Tenant, Agent("anna", North, "sue"), Agent("bo", South, "sam"), Agent("cleo", North, "sue"))
            .Add(Tenant, new Person { Id = Ada.Id, Roles = Ada.Roles });
    }

    /// <summary>Calls of the platform: one is of a VIP.</summary>
    private sealed class Calls : IInteractionSource
    {
        public ValueTask<Interaction?> FindAsync(TenantId tenant, InteractionId interaction, CancellationToken cancellationToken) => new(new Interaction
        {
            Id = interaction,
            Tenant = tenant,
            Media = MediaType.Voice,
            Direction = Direction.Inbound,
            StartedAt = new(2026, 1, 4, 12, 0, 0, TimeSpan.Zero),
            Attributes = AttributeSet.Empty.With("queue", AttributeValue.Of(interaction.Value.StartsWith("vip", StringComparison.Ordinal) ? "vip" : "all")),
        });
    }

    /// <summary>The recordings of a center, with a root that holds other keys than the one that wrapped its ring.</summary>
    public sealed class OtherRoots(Center center)
    {
        private readonly KeyRoots _roots = new("root", new InMemoryKeyWrapper());

        public RecordingService Recordings => new(center.Recorded with { KeysOf = () => new(center.Documents, _roots, RecordingKeyOptions, Keys, center.Time) }, center.Transcripts);
    }
}
