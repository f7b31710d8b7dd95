using System.Net;
using System.Net.Sockets;

namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>Stands between a client and the server, and cuts the connection after so many bytes, or so many statements, of one direction.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private readonly Lock _lock = new();
    private long _sent;
    private long _received;
    private long _cutAfterSent = long.MaxValue;
    private long _cutAfterReceived = long.MaxValue;

    public CuttingProxy(int server)
    {
        _server = server;
        _listener.Start();
        _ = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Bytes that went through since it was told when to cut.</summary>
    public (long Sent, long Received) Passed
    {
        get
        {
            lock (_lock)
            {
                return (_sent, _received);
            }
        }
    }

    /// <summary>Called with each piece that a client sends, before it goes on; true cuts before it.</summary>
    public Func<byte[], bool>? Sending { get; set; }

    /// <summary>Counts anew, and cuts when so many bytes have gone one way.</summary>
    public void Cut(long afterSent = long.MaxValue, long afterReceived = long.MaxValue)
    {
        lock (_lock)
        {
            (_sent, _received, _cutAfterSent, _cutAfterReceived) = (0, 0, afterSent, afterReceived);
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await server.ConnectAsync(IPAddress.Loopback, _server);
                client.NoDelay = true;
                _ = Task.Run(() => Pump(client, server, isSending: true));
                _ = Task.Run(() => Pump(server, client, isSending: false));
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Pump(Socket from, Socket to, bool isSending)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = await from.ReceiveAsync(buffer)) > 0;)
            {
                bool isCut = isSending && Sending?.Invoke(buffer[..read]) == true;
                int passes = isCut ? 0 : Take(read, isSending, out isCut);
                for (int done = 0; done < passes;)
                {
                    done += await to.SendAsync(buffer.AsMemory(done, passes - done));
                }

                if (isCut)
                {
                    break;
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Cut from the other side.
        }

        from.Close(0);
        to.Close(0);
    }

    private int Take(int bytes, bool isSending, out bool isCut)
    {
        lock (_lock)
        {
            long left = isSending ? _cutAfterSent - _sent : _cutAfterReceived - _received;
            int passes = (int)Math.Clamp(left, 0, bytes);
            isCut = passes < bytes || left == bytes;
            (_sent, _received) = isSending ? (_sent + passes, _received) : (_sent, _received + passes);
            return passes;
        }
    }
}
