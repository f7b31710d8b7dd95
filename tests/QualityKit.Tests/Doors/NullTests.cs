namespace QualityKit.Tests.Doors;

public class NullTests
{
    public static TheoryData<string> Doors => [.. Door.All().Select(door => door.Name)];

    [Theory]
    [MemberData(nameof(Doors))]
    public void Nothing_where_something_must_be_is_refused_by_name(string name)
    {
        Door door = Door.All().Single(candidate => candidate.Name == name);

        Exception? thrown = door.Try();

        Assert.Equal(door.Missing.Name, Assert.IsType<ArgumentNullException>(thrown).ParamName);
    }
}
