using System.Collections.Frozen;

namespace PairingBot.Slack.Api;

/// <summary>What an error of Slack's is about, and so what follows from it.</summary>
internal enum SlackErrorClass
{
    /// <summary>Too often: rest as long as Slack says.</summary>
    Rate,

    /// <summary>Slack's trouble, and nothing was done: later, with back-off.</summary>
    Transient,

    /// <summary>The answer was lost, or says that part of it may have happened.</summary>
    Uncertain,

    /// <summary>The token is no good (any more): nothing can be sent in this workspace.</summary>
    Workspace,

    /// <summary>This person cannot be reached.</summary>
    Person,

    /// <summary>This conversation cannot be written to.</summary>
    Place,

    /// <summary>Slack does not take what we sent (or it came too late): sending it again changes nothing.</summary>
    Ours,
}

/// <summary>Slack's words for errors, by class. A word that is not here counts as ours, and is logged loudly.</summary>
internal static class SlackErrors
{
    private static readonly FrozenDictionary<string, SlackErrorClass> Known = Table().ToFrozenDictionary();

    private static readonly FrozenSet<string> DeadTokens = new[]
    {
        "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type", "invalid_refresh_token",
    }.ToFrozenSet();

    /// <summary>This very token will never do again; the next one may.</summary>
    public static bool IsDeadToken(string error) => DeadTokens.Contains(error);

    public static SlackErrorClass ClassOf(string error)
    {
        if (Known.TryGetValue(error, out var known)) return known;
        return error.StartsWith("restricted_action", StringComparison.Ordinal) ? SlackErrorClass.Place : SlackErrorClass.Ours;
    }

    private static Dictionary<string, SlackErrorClass> Table()
    {
        var table = new Dictionary<string, SlackErrorClass>();
        Add(table, SlackErrorClass.Rate, "ratelimited", "rate_limited");
        // A workspace that moves into an organization says team_added_to_org and org_login_required for a while: that passes.
        Add(table, SlackErrorClass.Transient,
            "service_unavailable", "request_timeout", "message_limit_exceeded", "team_added_to_org", "org_login_required", "external_channel_migrating");
        Add(table, SlackErrorClass.Uncertain, "internal_error", "fatal_error", "update_failed"); // "it is possible that some aspect of the operation succeeded"
        Add(table, SlackErrorClass.Workspace,
            "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "missing_scope", "not_allowed_token_type",
            "invalid_refresh_token", "no_permission", "team_access_not_granted", "access_denied", "two_factor_setup_required", "ekm_access_denied", "team_not_found",
            "accesslimited", "enterprise_is_restricted");
        Add(table, SlackErrorClass.Person,
            "user_not_found", "users_not_found", "user_disabled", "user_not_visible", "cannot_dm_bot", "invalid_user_combination");
        Add(table, SlackErrorClass.Place,
            "channel_not_found", "not_in_channel", "is_archived", "is_inactive", "messages_tab_disabled", "method_not_supported_for_channel_type", "not_enabled");
        return table;
    }

    private static void Add(Dictionary<string, SlackErrorClass> table, SlackErrorClass @class, params ReadOnlySpan<string> errors)
    {
        foreach (var error in errors) table.Add(error, @class);
    }
}
