namespace QualityKit.Reference.Generation;

/// <summary>What a form makes use of. Many forms are plain; the others mix features, so that each also comes alone.</summary>
internal sealed class Features
{
    public Features(Dice dice)
    {
        var percent = dice.Pick(0, 0, 0, 30, 30, 50, 50, 80);
        bool Uses() => dice.Chance(percent);
        NotApplicable = dice.Chance(70);
        Weights = dice.Chance(60);
        AnyPoints = Uses();
        Conditions = Uses();
        GroupsNotApplicable = Uses();
        Optional = Uses();
        Bonus = Uses();
        Failures = Uses();
        Critical = Uses();
        Excluded = Uses();
        OtherKinds = Uses();
        Comments = Uses();
        Tags = Uses();
        Marks = dice.Chance(40) || Uses();
        Rules = Uses();
        Words = dice.Chance(10);
        RichMethod = Uses() || dice.Chance(30);
    }

    public bool NotApplicable { get; }

    public bool Weights { get; }

    public bool AnyPoints { get; }

    public bool Conditions { get; }

    public bool GroupsNotApplicable { get; }

    public bool Optional { get; }

    public bool Bonus { get; }

    public bool Failures { get; }

    public bool Critical { get; }

    public bool Excluded { get; }

    /// <summary>Kinds other than choices.</summary>
    public bool OtherKinds { get; }

    public bool Comments { get; }

    public bool Tags { get; }

    /// <summary>Pass rules and bands.</summary>
    public bool Marks { get; }

    public bool Rules { get; }

    /// <summary>Members for people, which scoring does not read.</summary>
    public bool Words { get; }

    /// <summary>More of the method than its combination, value and N/A rule.</summary>
    public bool RichMethod { get; }
}
