// Stores a call, rotates the key, plays a second from the middle, takes a card number out of audio and transcript, exports the call, and deletes it
// with a receipt.
//   dotnet run --project samples/CallRecordings [FOLDER]      default: a temporary folder, which is removed
using CallRecordings;

string? given = args.FirstOrDefault();
string folder = given ?? Directory.CreateTempSubdirectory("call-recordings-").FullName;
try
{
    await Story.TellAsync(Directory.CreateDirectory(folder).FullName, Console.Out);
}
finally
{
    if (given is null)
    {
        Directory.Delete(folder, recursive: true);
    }
}
