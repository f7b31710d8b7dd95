using System.Diagnostics;

namespace QualityKit.Vault.Tests;

/// <summary>Kills the process, as a power cut would, before its n-th call of a store. Before a call and after the one before it are the same: what was in memory is gone.</summary>
internal sealed class KillSwitch(int call)
{
    private int _calls;

    /// <summary>Whether calls count by now.</summary>
    public bool IsArmed { get; set; }

    /// <summary>How many there were.</summary>
    public int Calls => _calls;

    public void Pass()
    {
        if (IsArmed && Interlocked.Increment(ref _calls) == call)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
