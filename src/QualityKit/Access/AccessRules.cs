using System.Collections.Immutable;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Access;

/// <summary>Who may do what to which, and why. Pure: rules, actor and target come in, a decision with its reason goes out.</summary>
/// <remarks>Denied unless a role allows it. A role allows what it grants, as far as the grant reaches, in the folders that are open to it, except
/// where a rule about attributes keeps it to others. Neither folders nor such rules hide from people what is about them. Membership is today's.</remarks>
public static class AccessRules
{
    /// <summary>Somebody before something.</summary>
    public static ActorAccess For(AccessPolicy policy, Actor actor, AccessTarget target)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(target);
        return new(policy, actor, target);
    }

    /// <summary>Whether somebody may, and why.</summary>
    public static AccessDecision Decide(AccessPolicy policy, Actor actor, Permission permission, AccessTarget target)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(target);
        if (actor.Tenant != target.Tenant)
        {
            return Denied(permission, AccessCodes.DeniedTenant);
        }

        ImmutableArray<Role> roles = [.. policy.Roles.Where(role => actor.Roles.Contains(role.Key) && role.Grants.Any(grant => grant.Permission == permission))];
        if (roles.IsEmpty)
        {
            return Denied(permission, AccessCodes.DeniedPermission);
        }

        ImmutableArray<(Role Role, string? Code)> reaching = [.. roles.Select(role => (role, Reason(policy, actor, role, permission, target))).Where(one => one.Item2 is not null)];
        if (reaching.FirstOrDefault(one => one.Code == AccessCodes.AllowedOwn) is { Code: { } own, Role: var mine })
        {
            return Allowed(permission, own, mine);
        }

        if (reaching.IsEmpty)
        {
            return Denied(permission, AccessCodes.DeniedReach);
        }

        (Role Role, string? Code) open = reaching.FirstOrDefault(one => LevelOf(policy, one.Role, target.Directory) >= LevelFor(permission));
        return open.Code is not { } reason ? Denied(permission, AccessCodes.DeniedDirectory, ("directory", target.Directory ?? ""))
            : Keeper(policy, actor, permission, target) is { } rule ? Denied(permission, AccessCodes.DeniedAttribute, ("rule", rule.Key))
            : Allowed(permission, reason, open.Role);
    }

    /// <summary>The nearest reason for which a role reaches the target; null for none.</summary>
    private static string? Reason(AccessPolicy policy, Actor actor, Role role, Permission permission, AccessTarget target) =>
        role.Grants.Where(grant => grant.Permission == permission)
            .OrderBy(grant => grant.Reach)
            .Select(grant => Reason(policy, actor, grant, target))
            .FirstOrDefault(reason => reason is not null);

    private static string? Reason(AccessPolicy policy, Actor actor, Grant grant, AccessTarget target) => grant.Reach switch
    {
        Reach.Own => target.Subject == actor.Id ? AccessCodes.AllowedOwn : null,
        Reach.Assigned => target.IsUnclaimed || target.Workers.Contains(actor.Id) ? AccessCodes.AllowedAssigned : null,
        Reach.Teams when actor.Supervises(target.UnitToday) => AccessCodes.AllowedTeam,
        Reach.Teams => policy.SupervisorsReadFormerMembers && IsReading(grant.Permission) && actor.Supervises(target.UnitThen) ? AccessCodes.AllowedFormerTeam : null,
        _ => AccessCodes.AllowedEveryone,
    };

    private static bool IsReading(Permission permission) => LevelFor(permission) == DirectoryLevel.Read;

    private static DirectoryLevel LevelFor(Permission permission) => permission switch
    {
        Permission.EditForms or Permission.PublishForms or Permission.DeleteForms => DirectoryLevel.Change,
        Permission.ViewForms or Permission.ViewInteractions or Permission.ViewEvaluations or Permission.ViewReports or Permission.ViewAudit or Permission.ViewCalibrations => DirectoryLevel.Read,
        _ => DirectoryLevel.Use,
    };

    /// <summary>What a role may in a folder: what the nearest folder with rights says, up to the root; everything where none has any.</summary>
    private static DirectoryLevel LevelOf(AccessPolicy policy, Role role, string? directory)
    {
        for (string? folder = directory ?? ""; folder is not null; folder = Above(folder))
        {
            ImmutableArray<DirectoryRight> rights = [.. policy.Directories.Where(right => right.Directory == folder)];
            if (!rights.IsEmpty)
            {
                return rights.Where(right => right.Role == role.Key).Select(right => right.Level).DefaultIfEmpty(DirectoryLevel.None).Max();
            }
        }

        return DirectoryLevel.Change;
    }

    private static string? Above(string folder) =>
        folder.Length == 0 ? null
        : folder.LastIndexOf('/') is >= 0 and int end ? folder[..end]
        : "";

    /// <summary>The first rule that keeps the interaction to others; null for none.</summary>
    private static AttributeRule? Keeper(AccessPolicy policy, Actor actor, Permission permission, AccessTarget target) =>
        policy.Attributes.FirstOrDefault(rule =>
            (rule.Permissions.IsEmpty || rule.Permissions.Contains(permission))
            && !rule.Roles.Any(actor.Roles.Contains)
            && (target.Attributes is not { } known || rule.When.Holds(known, actor.Id)));

    private static AccessDecision Allowed(Permission permission, string code, Role role) => new()
    {
        Permission = permission,
        IsAllowed = true,
        Code = code,
        Role = role.Key,
        Arguments = [new() { Name = "role", Value = role.Key }],
    };

    private static AccessDecision Denied(Permission permission, string code, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var values = ImmutableArray.CreateBuilder<MessageArgument>();
        values.Add(new() { Name = "permission", Value = permission.ToString() });
        foreach ((string name, string value) in arguments)
        {
            values.Add(new() { Name = name, Value = value });
        }

        return new() { Permission = permission, IsAllowed = false, Code = code, Arguments = values.ToImmutable() };
    }
}
