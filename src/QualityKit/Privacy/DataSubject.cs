using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Privacy;

/// <summary>Whom a request is about.</summary>
public abstract record DataSubject
{
    private protected DataSubject()
    {
    }

    internal abstract bool IsStaff { get; }

    /// <summary>Somebody of the contact center.</summary>
    public sealed record Agent : DataSubject
    {
        /// <summary>Who it is.</summary>
        public required PersonId Person { get; init; }

        internal override bool IsStaff => true;
    }

    /// <summary>A customer, found by an attribute that was declared personal.</summary>
    public sealed record Customer : DataSubject
    {
        /// <summary>The attribute, such as <c>phone</c>.</summary>
        public required string Attribute { get; init; }

        /// <summary>Their value of it.</summary>
        public required AttributeValue Value { get; init; }

        internal override bool IsStaff => false;

        /// <summary>The attribute; never the value.</summary>
        public override string ToString() => $"customer by {Attribute}";
    }
}
