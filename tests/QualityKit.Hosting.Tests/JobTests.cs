using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using QualityKit.Events;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Services;
using QualityKit.Storage.Hosting;
using QualityKit.Testing.Time;

namespace QualityKit.Hosting.Tests;

public sealed class JobTests
{
    private static readonly Actor Ann = new() { Tenant = new("acme"), Id = new("ann"), Roles = ["administrator"] };

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2030, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly TaskCompletionSource<string> _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_host_delivers_events_and_seals_the_audit_by_itself()
    {
        using IHost host = Build(builder => builder.AddEventHandler<Hearer>());
        await host.Services.GetRequiredService<FormService>().PublishAsync(Ann, EvaluationForm.Draft("Call").Group("Opening", 1, Ask.YesNo("greeting", "Greeted?")));

        await host.StartAsync();

        Assert.Equal("form.published", await _heard.Task);
        await IdleAsync(host);
        Assert.Equal((1, 0), await SealedAsync(host));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_run_that_fails_is_logged_and_the_next_comes_as_always()
    {
        var job = new TestJob { Run = (run, _) => run < 3 ? throw new InvalidOperationException("no") : default };
        using IHost host = Build(builder => builder.Services.AddKeyedSingleton<IQualityJob>(builder.Name, job));
        await host.StartAsync();

        for (int runs = 1; runs <= 4; runs++)
        {
            await IdleAsync(host);
            Assert.Equal(runs, job.Runs);
            _clock.Advance(TimeSpan.FromMinutes(1.1));
        }

        await host.StopAsync();
    }

    [Fact]
    public async Task A_job_that_has_more_to_do_does_not_wait()
    {
        var job = new TestJob { Run = (run, _) => new(run < 5) };
        using IHost host = Build(builder => builder.Services.AddKeyedSingleton<IQualityJob>(builder.Name, job));
        await host.StartAsync();

        await IdleAsync(host);

        Assert.Equal(5, job.Runs);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_that_stops_tells_a_job_and_waits_for_it()
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isTidy = false;
        var job = new TestJob
        {
            Run = async (_, stopping) =>
            {
                began.SetResult();
                var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                using (stopping.Register(stopped.SetResult))
                {
                    await stopped.Task;
                }

                isTidy = true;
                return false;
            },
        };
        using IHost host = Build(builder => builder.Services.AddKeyedSingleton<IQualityJob>(builder.Name, job));
        await host.StartAsync();
        await began.Task;

        await host.StopAsync();

        Assert.True(isTidy);
    }

    [Fact]
    public async Task A_host_with_wrong_options_does_not_start()
    {
        using IHost host = Build(_ => { }, options =>
        {
            options.RequireDurableStorage = true;
            options.Outbox.Attempts = 0;
        });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(2, refused.Failures.Count());
    }

    [Fact]
    public async Task A_node_that_runs_no_jobs_starts_all_the_same()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddQualityKit().AddEventHandler<NamelessHearer>().StartWithHost();
        using IHost host = builder.Build();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("is called ``", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Called_twice_jobs_run_once()
    {
        using IHost host = Build(builder => builder.RunJobs().StartWithHost());

        Assert.Equal(2, host.Services.GetServices<IHostedService>().Count());
    }

    private IHost Build(Action<IQualityKitBuilder> build, Action<QualityKitOptions>? configure = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(_clock).AddSingleton(_heard);
        IQualityKitBuilder quality = builder.Services.AddQualityKit(configure).RunJobs();
        build(quality);
        return builder.Build();
    }

    // Every job waits for the clock, those of the library and those that a test added.
    private async Task IdleAsync(IHost host)
    {
        int jobs = host.Services.GetKeyedServices<IQualityJob>(QualityKitOptions.DefaultName).Count();
        while (_clock.WaitingTimers < jobs)
        {
            await Task.Yield();
        }
    }

    private static async Task<(long Seals, long Unsealed)> SealedAsync(IHost host)
    {
        Auditing.AuditReport report = await host.Services.GetRequiredService<AuditService>().VerifyAsync(Ann.Tenant, default);
        return (report.Seals, report.Unsealed);
    }

    private sealed class TestJob : IQualityJob
    {
        private int _runs;

        public required Func<int, CancellationToken, ValueTask<bool>> Run { get; init; }

        public int Runs => Volatile.Read(ref _runs);

        public string Name => "test";

        public TimeSpan Period => TimeSpan.FromMinutes(1);

        public ValueTask<bool> RunOnceAsync(CancellationToken cancellationToken) => Run(Interlocked.Increment(ref _runs), cancellationToken);
    }

    private sealed class Hearer(TaskCompletionSource<string> heard) : IEventHandler
    {
        public string Name => "hearer";

        public ValueTask HandleAsync(QualityEvent happened, CancellationToken cancellationToken)
        {
            heard.TrySetResult(happened.Code);
            return default;
        }
    }

    private sealed class NamelessHearer : IEventHandler
    {
        public string Name => "";

        public ValueTask HandleAsync(QualityEvent happened, CancellationToken cancellationToken) => default;
    }
}
