using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PairingBot.Chat.Tests.Slack;
using PairingBot.Slack.Api;

namespace PairingBot.Chat.Tests.Install;

/// <summary>
/// Slack with many workspaces: codes and renewal tokens that work once, tokens that belong to one workspace each, and a directory in each, whose people have the same ids
/// everywhere. A code is "code-T1-…"; with "org" in it, the whole organization installs.
/// </summary>
internal sealed class SlackTowns
{
    public const string ClientId = "11.22", ClientSecret = "client-secret-of-the-tests", Organization = "E1";

    private readonly SlackStandIn slack;
    private readonly ConcurrentDictionary<string, string> teamOfToken = new(), teamOfRenewal = new();
    private readonly ConcurrentDictionary<string, bool> spent = new();
    private int issued;

    public SlackTowns(SlackStandIn slack)
    {
        this.slack = slack;
        foreach (var method in SlackMethod.All) slack.Answer(method.Name, context => GuardAsync(context, method));
        slack.Answer(SlackMethod.OauthAccess.Name, AccessAsync);
    }

    /// <summary>Seconds until new tokens expire; null for tokens that last.</summary>
    public int? ExpiresIn { get; set; }

    public string Scope { get; set; } = string.Join(',', PairingBot.Slack.SlackScopes.Asked);

    /// <summary>What the next calls of a method are refused with.</summary>
    public ConcurrentDictionary<string, string> Refusals { get; } = new();

    /// <summary>Called when Slack has taken a renewal token and not yet answered.</summary>
    public Func<HttpContext, Task>? BeforeRenewed { get; set; }

    public ICollection<string> Tokens => teamOfToken.Keys;

    public IEnumerable<string> Secrets => [.. teamOfToken.Keys, .. teamOfRenewal.Keys, ClientSecret];

    public void Kill(string team)
    {
        foreach (var (token, _) in teamOfToken.Where(each => each.Value == team)) teamOfToken.TryRemove(token, out _);
    }

    public IEnumerable<SlackCall> Renewals => slack.Calls.Where(call => call.Name == SlackMethod.OauthAccess.Name && call.Body.Contains("grant_type=refresh_token", StringComparison.Ordinal));

    /// <summary>Whose token a call was made with.</summary>
    public string? TeamOf(SlackCall call) => teamOfToken.GetValueOrDefault(call.Authorization?.Replace("Bearer ", "", StringComparison.Ordinal) ?? "");

    public static bool IsOrganization(string team) => team == Organization;

    private async Task AccessAsync(HttpContext context)
    {
        var call = (SlackCall)context.Items[nameof(SlackCall)]!;
        var form = QueryHelpers.ParseQuery(call.Body).ToDictionary(field => field.Key, field => field.Value.ToString());
        if (call.Authorization != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"))) await SayNoAsync(context, "bad_client_secret");
        else if (Refusals.TryGetValue(call.Name, out var refused)) await SayNoAsync(context, refused);
        else if (form.GetValueOrDefault("grant_type") == "refresh_token") await RenewAsync(context, form["refresh_token"]);
        else await ExchangeAsync(context, form);
    }

    private async Task ExchangeAsync(HttpContext context, Dictionary<string, string> form)
    {
        if (form.GetValueOrDefault("redirect_uri") != ManyHost.RedirectAddress) await SayNoAsync(context, "bad_redirect_uri");
        else if (form["code"].Split('-') is not ["code", var team, ..]) await SayNoAsync(context, "invalid_code");
        else if (!spent.TryAdd(form["code"], true)) await SayNoAsync(context, "code_already_used");
        else await IssueAsync(context, form["code"].Contains("org", StringComparison.Ordinal) ? Organization : team);
    }

    /// <summary>A used renewal token works on for a while, as at Slack.</summary>
    private async Task RenewAsync(HttpContext context, string renewal)
    {
        if (!teamOfRenewal.TryGetValue(renewal, out var team)) await SayNoAsync(context, "invalid_refresh_token");
        else
        {
            if (BeforeRenewed is { } before) await before(context);
            if (!context.RequestAborted.IsCancellationRequested) await IssueAsync(context, team);
        }
    }

    private Task IssueAsync(HttpContext context, string team)
    {
        var number = Interlocked.Increment(ref issued);
        var (token, renewal) = ($"{(ExpiresIn is null ? "xoxb" : "xoxe.xoxb-1")}-{team}-{number}-abcdef", ExpiresIn is null ? null : $"xoxe-1-{team}-{number}-ghijkl");
        teamOfToken[token] = team;
        if (renewal is not null) teamOfRenewal[renewal] = team;
        var isOrganization = IsOrganization(team);
        return context.Response.WriteAsync(JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["ok"] = true,
            ["access_token"] = token,
            ["token_type"] = "bot",
            ["scope"] = Scope,
            ["bot_user_id"] = "UBOT",
            ["app_id"] = "A1",
            ["team"] = isOrganization ? null : new { id = team, name = $"<b>Town {team}</b>" },
            ["enterprise"] = isOrganization ? new { id = Organization, name = "The Org" } : null,
            ["is_enterprise_install"] = isOrganization,
            ["authed_user"] = new { id = "UANA" },
            ["refresh_token"] = renewal,
            ["expires_in"] = ExpiresIn,
        }.Where(field => field.Value is not null || field.Key is "team" or "enterprise").ToDictionary()));
    }

    private Task GuardAsync(HttpContext context, SlackMethod method)
    {
        var call = (SlackCall)context.Items[nameof(SlackCall)]!;
        if (TeamOf(call) is not { } team) return SayNoAsync(context, "token_revoked");
        context.Response.Headers["x-oauth-scopes"] = Scope;
        return Refusals.TryGetValue(method.Name, out var refused) ? SayNoAsync(context, refused) : context.Response.WriteAsync(Body(method, call, team));
    }

    private static string Body(SlackMethod method, SlackCall call, string team) => method.Name switch
    {
        "auth.test" => JsonSerializer.Serialize(new { ok = true, team = $"Town {team}", team_id = IsOrganization(team) ? "T1" : team, user_id = "UBOT", enterprise_id = IsOrganization(team) ? Organization : null, is_enterprise_install = IsOrganization(team) }),
        "auth.teams.list" => """{"ok":true,"teams":[{"id":"T1","name":"One"},{"id":"T2","name":"Two"}],"response_metadata":{"next_cursor":""}}""",
        "users.list" => Directory(QueryHelpers.ParseQuery(call.Body)["team_id"].ToString() is { Length: > 0 } asked ? asked : team),
        "conversations.open" => JsonSerializer.Serialize(new { ok = true, channel = new { id = "D" + WebUtility.UrlDecode(call.Json.GetProperty("users").GetString()!).Replace(",", "", StringComparison.Ordinal) } }),
        _ => """{"ok":true,"ts":"1790000000.000100","view":{"id":"V1"}}""",
    };

    /// <summary>The same ids in each, but other names; Ana owns each.</summary>
    private static string Directory(string team) => JsonSerializer.Serialize(new
    {
        ok = true,
        members = new[] { "UANA", "UBEN", "UCEM", "UDOT" }.Select(id => new { id, team_id = team, real_name = $"{team}{id} of {team}", tz = "Etc/UTC", is_owner = id == "UANA", is_admin = id == "UANA" }),
        response_metadata = new { next_cursor = "" },
    });

    private static Task SayNoAsync(HttpContext context, string error) => context.Response.WriteAsync($$"""{"ok":false,"error":"{{error}}","needed":"im:write","provided":"commands"}""");
}
