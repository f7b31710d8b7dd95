namespace QualityKit.Storage.Hosting;

/// <summary>What stands in a slot once somebody asks for it.</summary>
/// <param name="Slot">The service that the slot holds.</param>
/// <param name="IsDefault">Whether it stands there only where nothing was chosen.</param>
/// <param name="Open">Gives the store.</param>
internal sealed record SlotFilling(Type Slot, bool IsDefault, Func<IServiceProvider, object> Open);
