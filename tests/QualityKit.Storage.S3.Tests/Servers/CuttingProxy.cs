using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QualityKit.Storage.S3.Tests.Servers;

/// <summary>Stands between client and server, and cuts every connection once so many bytes have gone one way; or lets nothing more through; or refuses requests as if it could not read them.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private readonly CancellationTokenSource _over = new();

    private readonly Uri _server;

    private readonly Task _accepting;

    private long _up;

    private long _down;

    public CuttingProxy(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = Accept();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Bytes from the client, in all, before the cut.</summary>
    public long CutUpAfter { get; set; } = long.MaxValue;

    /// <summary>Bytes from the server, in all, before the cut.</summary>
    public long CutDownAfter { get; set; } = long.MaxValue;

    /// <summary>Whether nothing gets through any more after a cut; else all is well again.</summary>
    public bool StaysDown { get; set; }

    /// <summary>Whether bytes from the server are held back.</summary>
    public bool IsStalled { get; set; }

    /// <summary>How many more requests to begin an object in parts are answered 400 without a word of S3's.</summary>
    public int Unread { get; set; }

    public int Cuts { get; private set; }

    /// <summary>Bytes so far, up and down.</summary>
    public (long Up, long Down) Passed => (Interlocked.Read(ref _up), Interlocked.Read(ref _down));

    /// <summary>Counts from here.</summary>
    public void Reset()
    {
        Interlocked.Exchange(ref _up, 0);
        Interlocked.Exchange(ref _down, 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
        await _accepting;
        _over.Dispose();
    }

    private async Task Accept()
    {
        while (!_over.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await _listener.AcceptTcpClientAsync(_over.Token));
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            if (StaysDown && Cuts > 0)
            {
                return;
            }

            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, _over.Token);
                await Task.WhenAny(Pump(client, server, isUp: true), Pump(server, client, isUp: false));
            }
            catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException)
            {
                // One end is gone; so is the other, now.
            }

            client.Client.LingerState = new LingerOption(true, 0);
        }
    }

    private async Task Pump(TcpClient from, TcpClient to, bool isUp)
    {
        byte[] buffer = new byte[16 * 1024];
        while (true)
        {
            int some = await from.GetStream().ReadAsync(buffer, _over.Token);
            while (IsStalled && !isUp)
            {
                await Task.Delay(20, _over.Token);
            }

            if (isUp && Unread > 0 && Encoding.ASCII.GetString(buffer, 0, some).Split("\r\n")[0] is var line && line.StartsWith("POST", StringComparison.Ordinal) && line.Contains("uploads", StringComparison.Ordinal))
            {
                Unread--;
                await from.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _over.Token);
                continue;
            }

            long before = (isUp ? Interlocked.Add(ref _up, some) : Interlocked.Add(ref _down, some)) - some;
            long left = (isUp ? CutUpAfter : CutDownAfter) - before;
            await to.GetStream().WriteAsync(buffer.AsMemory(0, (int)Math.Clamp(left, 0, some)), _over.Token);
            if (some == 0 || left <= some)
            {
                if (some > 0)
                {
                    Cuts++;
                    (CutUpAfter, CutDownAfter) = (long.MaxValue, long.MaxValue);
                }

                return;
            }
        }
    }
}
