using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using QualityKit.Events;

namespace QualityKit.Services;

/// <summary>The handlers of a set of services, by name. They are made in a scope of their own for each run, so that they may use what a host registers for a request.</summary>
internal sealed class HandlerSet(IServiceScopeFactory scopes, string set, IEnumerable<HandlerRegistration> registrations)
{
    /// <summary>The most handlers, so that the progress of all of them fits in one commit.</summary>
    private const int Most = 16;

    private const int MostNameLetters = 64;

    private readonly ImmutableArray<HandlerRegistration> _registrations = [.. registrations.Distinct()];
    private ImmutableSortedDictionary<string, Type>? _types;

    /// <summary>The types of handlers by their names.</summary>
    /// <exception cref="InvalidOperationException">A name is not one, or two handlers have one name, or there are too many.</exception>
    public async ValueTask<ImmutableSortedDictionary<string, Type>> TypesAsync() => _types ??= await NamedAsync().ConfigureAwait(false);

    /// <summary>A scope in which to make a handler.</summary>
    public AsyncServiceScope Scope() => scopes.CreateAsyncScope();

    /// <summary>Makes a handler.</summary>
    public IEventHandler Make(AsyncServiceScope scope, Type type) => (IEventHandler)scope.ServiceProvider.GetRequiredKeyedService(type, set);

    private async ValueTask<ImmutableSortedDictionary<string, Type>> NamedAsync()
    {
        AsyncServiceScope scope = Scope();
        await using ConfiguredAsyncDisposable disposal = scope.ConfigureAwait(false);
        var types = ImmutableSortedDictionary.CreateBuilder<string, Type>(StringComparer.Ordinal);
        foreach (Type type in _registrations.Select(registration => registration.Type))
        {
            string name = Make(scope, type).Name;
            if (name is not { Length: > 0 and <= MostNameLetters } || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'))
            {
                throw new InvalidOperationException($"the event handler `{type}` is called `{name}`, which is not 1 to {MostNameLetters} letters, digits, `-` or `.`");
            }

            if (!types.TryAdd(name, type))
            {
                throw new InvalidOperationException($"the event handlers `{types[name]}` and `{type}` are both called `{name}`");
            }
        }

        return types.Count <= Most ? types.ToImmutable() : throw new InvalidOperationException($"there are {types.Count} event handlers, at most {Most} are possible");
    }
}
