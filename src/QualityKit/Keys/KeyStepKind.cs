namespace QualityKit.Keys;

/// <summary>What can be due.</summary>
public enum KeyStepKind
{
    /// <summary>A new key is to be made (<see cref="RotateKey"/>).</summary>
    Rotate = 0,

    /// <summary>The pending key is to become active (<see cref="ActivateKey"/>).</summary>
    Activate = 1,
}
