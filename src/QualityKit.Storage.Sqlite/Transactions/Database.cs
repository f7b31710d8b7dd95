using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using QualityKit.Storage.Errors;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Schema;

namespace QualityKit.Storage.Sqlite.Transactions;

/// <summary>One file: many readers at once, and one writer after another. Who waits for a turn holds no thread.</summary>
internal sealed class Database : IDisposable
{
    private const int KeptReaders = 16;

    // Readers wait for nobody but a process that repairs the log or closes the file, which is short.
    private static readonly TimeSpan ReaderWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentBag<Session> _readers = [];
    private readonly SemaphoreSlim _turn = new(1);
    private readonly LogTruncation _truncation;
    private Session? _writer;
    private volatile bool _isClosed;

    public Database(FileSettings settings, TimeProvider time, SchemaKeeper schema)
    {
        (Settings, Time, Schema) = (settings, time, schema);
        _truncation = new LogTruncation(TruncateLogAsync, settings.TruncatesLogAfter, time);
    }

    public FileSettings Settings { get; }

    public TimeProvider Time { get; }

    public SchemaKeeper Schema { get; }

    /// <summary>Reads, all of it from one moment.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<Session, T> work, CancellationToken cancellationToken)
    {
        T result;
        while (!TryRead(work, cancellationToken, out result))
        {
            await MakeSchemaAsync(cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    /// <summary>Reads, all of it from one moment, if the file has the tables.</summary>
    public bool TryRead<T>(Func<Session, T> work, CancellationToken cancellationToken, out T result)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isClosed, this);
        Session? session = null;
        try
        {
            session = _readers.TryTake(out Session? kept) ? kept : Session.Open(Settings.ConnectionString, ReaderWait);
            using CancellationTokenRegistration stop = session.StopWith(cancellationToken);
            session.BeginRead();
            bool isAccepted = Schema.Accepts(session);
            result = isAccepted ? work(session) : default!;
            session.Commit();
            stop.Dispose();
            Keep(session);
            session = null;
            return isAccepted;
        }
        catch (SqliteException failure)
        {
            throw Failure.Of(failure, Settings.File, cancellationToken);
        }
        finally
        {
            session?.Dispose();
        }
    }

    /// <summary>Writes: all of it happens, or nothing does.</summary>
    /// <param name="work">What is written. It may look and write nothing.</param>
    /// <param name="cancellationToken">Stops the work up to the commit.</param>
    /// <param name="isDurable">False where a later commit makes it count.</param>
    public async ValueTask<T> WriteAsync<T>(Func<Session, T> work, CancellationToken cancellationToken, bool isDurable = true)
    {
        while (true)
        {
            (bool isDone, T result) = await TakeTurnAsync(
                session => Schema.Accepts(session) ? (true, work(session)) : (false, default!), isDurable, cancellationToken).ConfigureAwait(false);
            if (isDone)
            {
                return result;
            }

            await MakeSchemaAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes or upgrades the tables.</summary>
    public async ValueTask MakeSchemaAsync(CancellationToken cancellationToken) => await TakeTurnAsync(
        session =>
        {
            Schema.Make(session);
            return true;
        },
        isDurable: true,
        cancellationToken).ConfigureAwait(false);

    /// <summary>Moves the log into the file and cuts it to nothing.</summary>
    /// <returns>Whether nobody was in the way.</returns>
    public async ValueTask<bool> TruncateLogAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return Writer().TryTruncateLog();
        }
        catch (SqliteException failure) when (Failure.IsBusy(failure))
        {
            return false;
        }
        catch (SqliteException failure)
        {
            LeaveWriter();
            throw Failure.Of(failure, Settings.File, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _truncation.Dispose();
        _turn.Wait();
        try
        {
            _isClosed = true;
            while (_readers.TryTake(out Session? reader))
            {
                reader.Dispose();
            }

            if (_truncation.IsAwaited)
            {
                _writer?.TryTruncateLog();
            }
        }
        catch (SqliteException)
        {
            // Everything is committed; what could not be tidied up, the next process does when it opens the file.
        }
        finally
        {
            LeaveWriter();
            _turn.Release();
        }
    }

    private async ValueTask<T> TakeTurnAsync<T>(Func<Session, T> work, bool isDurable, CancellationToken cancellationToken)
    {
        T result;
        bool hasRemoved;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            Session writer = await BeginAsync(isDurable, cancellationToken).ConfigureAwait(false);
            result = Run(writer, work, cancellationToken);
            hasRemoved = writer.HasRemoved;
        }
        catch (SqliteException failure)
        {
            LeaveWriter();
            throw Failure.Of(failure, Settings.File, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }

        if (hasRemoved)
        {
            await _truncation.AfterRemovalAsync().ConfigureAwait(false);
        }

        return result;
    }

    // Another process may hold the lock. SQLite would sleep on this thread; a timer does not need one.
    private async ValueTask<Session> BeginAsync(bool isDurable, CancellationToken cancellationToken)
    {
        long start = Time.GetTimestamp();
        for (TimeSpan pause = TimeSpan.FromMilliseconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryBegin(isDurable) is { } writer)
            {
                return writer;
            }

            if (Time.GetElapsedTime(start) > Settings.LockTimeout)
            {
                throw new StorageUnavailableException($"`{Settings.File}` was locked by another process for {Settings.LockTimeout}");
            }

            await Task.Delay(pause, Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private Session? TryBegin(bool isDurable)
    {
        try
        {
            Session writer = Writer();
            return writer.TryBeginWrite(isDurable) ? writer : null;
        }
        catch (SqliteException failure) when (Failure.IsBusy(failure))
        {
            return null;
        }
    }

    private static T Run<T>(Session writer, Func<Session, T> work, CancellationToken cancellationToken)
    {
        try
        {
            T result;
            using (writer.StopWith(cancellationToken))
            {
                result = work(writer);
            }

            // From here on it is too late to give up: the commit may be on the disk already.
            cancellationToken.ThrowIfCancellationRequested();
            writer.Commit();
            return result;
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    private Session Writer()
    {
        if (_writer is null)
        {
            Session writer = Session.Open(Settings.ConnectionString, TimeSpan.Zero);
            try
            {
                writer.UseLog();
                // A process that was killed may have left a log with what it had deleted.
                writer.TryTruncateLog();
                _writer = writer;
            }
            finally
            {
                if (_writer is null)
                {
                    writer.Dispose();
                }
            }
        }

        return _writer;
    }

    private void LeaveWriter()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private void Keep(Session session)
    {
        if (_isClosed || _readers.Count >= KeptReaders)
        {
            session.Dispose();
        }
        else
        {
            _readers.Add(session);
        }
    }
}
