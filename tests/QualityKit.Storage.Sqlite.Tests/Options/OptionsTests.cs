namespace QualityKit.Storage.Sqlite.Tests.Options;

public class OptionsTests
{
    public static TheoryData<string, Action<SqliteStoreOptions>> Wrong => new()
    {
        { "`ConnectionString` names no file", options => options.ConnectionString = "" },
        { "`ConnectionString` names no file", options => options.ConnectionString = "Data Source=:memory:" },
        { "`ConnectionString` names no file", options => options.ConnectionString = "Data Source=x;Mode=Memory" },
        { "`ConnectionString` names no file", options => options.ConnectionString = "Data Source=file:x?mode=memory" },
        { "`ConnectionString` is not one", options => options.ConnectionString = "Nonsense=1" },
        { "`ConnectionString` has `Mode=ReadOnly`", options => options.ConnectionString = "Data Source=x;Mode=ReadOnly" },
        { "`ConnectionString` has `Mode=ReadOnly` or `Cache=Shared`", options => options.ConnectionString = "Data Source=x;Cache=Shared" },
        { "`LockTimeout` is", options => options.LockTimeout = TimeSpan.FromSeconds(-1) },
        { "`LockTimeout` is", options => options.LockTimeout = TimeSpan.FromMinutes(11) },
        { "`RemembersCommandsFor` is 23:00:00: it must lie between 1.00:00:00 and", options => options.RemembersCommandsFor = TimeSpan.FromHours(23) },
        { "`TruncatesLogAfter` is", options => options.TruncatesLogAfter = TimeSpan.FromHours(2) },
        { "`AbandonsStagedBlobsAfter` is", options => options.AbandonsStagedBlobsAfter = TimeSpan.FromSeconds(59) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_option_outside_its_range_is_refused_by_name(string said, Action<SqliteStoreOptions> spoil)
    {
        var options = new SqliteStoreOptions { ConnectionString = "Data Source=x.db" };
        spoil(options);

        Assert.StartsWith(said, Assert.Throws<ArgumentException>(() => new SqliteDatabase(options, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_need_a_file_and_nothing_else()
    {
        using var folder = new StoreFolder();
        folder.Open();
        var options = new SqliteStoreOptions();

        Assert.Equal(
            (TimeSpan.FromSeconds(30), true, TimeSpan.FromHours(24), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            (options.LockTimeout, options.MakesSchema, options.RemembersCommandsFor, options.TruncatesLogAfter, options.AbandonsStagedBlobsAfter));
    }
}
