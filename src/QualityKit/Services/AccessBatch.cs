using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Entries of one tenant that are committed together, under one command however often that is tried.</summary>
internal sealed record AccessBatch(TenantId Tenant, CommandId Command, ImmutableArray<AccessLogEntry> Entries);
