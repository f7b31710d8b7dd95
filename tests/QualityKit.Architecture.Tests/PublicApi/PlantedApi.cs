namespace QualityKit.Architecture.Tests.PublicApi;

/// <summary>One of each kind of public symbol, and the lines that describe them.</summary>
internal static class PlantedApi
{
    public const string Source = """
        namespace N;

        public enum Color { Red, Green = 5 }

        public delegate string? Named(int number);

        public static class Words
        {
            public const int Limit = 3;
            public static readonly string Name = "x";
            public static string Join(this string text, int count = 0, string? separator = null, params string[] more) => text;
            internal static void Hidden() { }
        }

        public sealed class Box<T> where T : notnull
        {
            private Box() { }
            public T? Value { get; private set; }
            public required string Label { get; init; }
            public string this[int index] => "";
            public event System.EventHandler? Changed { add { } remove { } }
            public override string ToString() => "";
        }

        public abstract class Shape
        {
            private protected Shape() { }
            public abstract double Area { get; }
            protected virtual void Hidden() { }
            public sealed class Dot : Shape { public override double Area => 0; }
        }

        public sealed record Carrier { public required string Text { get; init; } }

        public readonly record struct ThingId(string Value);

        #nullable disable
        public interface IOld { string Read(string text); }
        """;

    public static readonly string[] Lines =
    [
        "N.Box<T>",
        "N.Box<T>.Changed -> System.EventHandler?",
        "N.Box<T>.Label.get -> string!",
        "N.Box<T>.Label.init -> void",
        "N.Box<T>.Value.get -> T?",
        "N.Box<T>.this[int index].get -> string!",
        "N.Carrier",
        "N.Carrier.<Clone>$() -> N.Carrier!",
        "N.Carrier.Carrier() -> void",
        "N.Carrier.Equals(N.Carrier? other) -> bool",
        "N.Carrier.Text.get -> string!",
        "N.Carrier.Text.init -> void",
        "N.Color",
        "N.Color.Green = 5 -> N.Color",
        "N.Color.Red = 0 -> N.Color",
        "N.IOld",
        "N.Named",
        "N.Shape",
        "N.Shape.Dot",
        "N.Shape.Dot.Dot() -> void",
        "N.ThingId",
        "N.ThingId.Deconstruct(out string! Value) -> void",
        "N.ThingId.Equals(N.ThingId other) -> bool",
        "N.ThingId.ThingId() -> void",
        "N.ThingId.ThingId(string! Value) -> void",
        "N.ThingId.Value.get -> string!",
        "N.ThingId.Value.init -> void",
        "N.Words",
        "abstract N.Shape.Area.get -> double",
        "const N.Words.Limit = 3 -> int",
        "override N.Box<T>.ToString() -> string!",
        "override N.Carrier.Equals(object? obj) -> bool",
        "override N.Carrier.GetHashCode() -> int",
        "override N.Carrier.ToString() -> string!",
        "override N.Shape.Dot.Area.get -> double",
        "override N.ThingId.GetHashCode() -> int",
        "static N.Carrier.operator !=(N.Carrier? left, N.Carrier? right) -> bool",
        "static N.Carrier.operator ==(N.Carrier? left, N.Carrier? right) -> bool",
        "static N.ThingId.operator !=(N.ThingId left, N.ThingId right) -> bool",
        "static N.ThingId.operator ==(N.ThingId left, N.ThingId right) -> bool",
        "static N.Words.Join(this string! text, int count = 0, string? separator = null, params string![]! more) -> string!",
        "static readonly N.Words.Name -> string!",
        "virtual N.Named.Invoke(int number) -> string?",
        "~N.IOld.Read(string text) -> string",
        "~override N.ThingId.Equals(object obj) -> bool",
        "~override N.ThingId.ToString() -> string",
    ];
}
