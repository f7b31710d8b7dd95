using QualityKit.Evaluations;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>A calibration session as it was read, with its document.</summary>
internal sealed record StoredSession(CalibrationSession Session, Document Document);
