using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace QualityKit.MutantRunner;

/// <summary>The test cases of an assembly, each of which can be run again and again in this process.</summary>
internal sealed class TestCases
{
    private readonly Dictionary<string, IXunitTestCase> _cases;

    private TestCases(Dictionary<string, IXunitTestCase> cases) => _cases = cases;

    /// <summary>What identifies each case from one process to the next.</summary>
    public IEnumerable<string> Ids => _cases.Keys;

    /// <summary>Lists the cases, without those with very large forms: they take most of the time and see little that smaller ones do not.</summary>
    public static TestCases Of(Assembly tests)
    {
        Sink<ITestCaseDiscoveryMessage> found = new();
        using XunitTestFramework framework = new(found) { SourceInformationProvider = new NoSource() };
        using ITestFrameworkDiscoverer discoverer = framework.GetDiscoverer(Reflector.Wrap(tests));
        discoverer.Find(includeSourceInformation: false, found, new Options());
        found.Wait();
        return new TestCases(found.Messages.Select(message => message.TestCase)
            .OfType<IXunitTestCase>()
            .Where(test => !(test.Traits.TryGetValue("Size", out List<string>? sizes) && sizes.Contains("Large")))
            .ToDictionary(test => test.UniqueID));
    }

    public string NameOf(string id) => _cases[id].DisplayName;

    public string ClassOf(string id) => _cases[id].TestMethod.TestClass.Class.Name;

    /// <summary>Runs a case. Null if it passed or was skipped, else why it failed.</summary>
    public string? Run(string id)
    {
        IXunitTestCase test = _cases[id];
        object[] arguments = [.. Constructor(test).Select(parameter => parameter.ParameterType == typeof(ITestOutputHelper)
            ? new NoOutput()
            : throw new NotSupportedException($"{test.DisplayName}: its class asks for a {parameter.ParameterType}"))];
        using FailureBus bus = new();
        using CancellationTokenSource cancellation = new();
        ExceptionAggregator aggregator = new();
        RunSummary summary = test.RunAsync(new NullMessageSink(), bus, arguments, aggregator, cancellation).GetAwaiter().GetResult();
        return summary.Failed > 0 ? bus.Failure ?? "failed" : aggregator.HasExceptions ? aggregator.ToException().Message : null;
    }

    private static ParameterInfo[] Constructor(IXunitTestCase test)
    {
        Type type = test.TestMethod.TestClass.Class.ToRuntimeType();
        return type.GetConstructors() is [var constructor] ? constructor.GetParameters() : [];
    }

    private sealed class NoOutput : ITestOutputHelper
    {
        public void WriteLine(string message)
        {
        }

        public void WriteLine(string format, params object[] args)
        {
        }
    }

    private sealed class NoSource : LongLivedMarshalByRefObject, ISourceInformationProvider
    {
        public ISourceInformation GetSourceInformation(ITestCase testCase) => new SourceInformation();

        public void Dispose()
        {
        }
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value)
        {
        }
    }

    private sealed class Sink<TMessage> : LongLivedMarshalByRefObject, IMessageSink
        where TMessage : class
    {
        private readonly TaskCompletionSource _done = new();

        public List<TMessage> Messages { get; } = [];

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is TMessage wanted)
            {
                Messages.Add(wanted);
            }
            else if (message is IDiscoveryCompleteMessage)
            {
                _done.SetResult();
            }

            return true;
        }

        public void Wait() => _done.Task.Wait();
    }

    /// <summary>Stops a theory at its first failure and keeps what it said.</summary>
    private sealed class FailureBus : IMessageBus
    {
        public string? Failure { get; private set; }

        public bool QueueMessage(IMessageSinkMessage message)
        {
            if (message is ITestFailed failed)
            {
                Failure ??= failed.Messages.FirstOrDefault();
            }

            return Failure is null;
        }

        public void Dispose()
        {
        }
    }
}
