using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;

namespace PairingBot.Slack;

/// <summary>
/// Which token a workspace's calls are made with: the configured one, or the workspace's own out of the store. A token that expires is renewed in time. What was read is remembered
/// for a minute; another host may renew, replace or delete it meanwhile, so a token that Slack refuses is looked up afresh, and the call made once more if there is another.
/// </summary>
internal sealed class SlackTokens(
    IOptions<SlackOptions> options,
    ICredentialStore store,
    SlackOAuth oauth,
    [FromKeyedServices(SlackTime.Real)] TimeProvider time,
    ILogger<SlackTokens> log)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1), RenewBefore = TimeSpan.FromMinutes(30);

    private static readonly SlackFault NotInstalled = new(SlackErrorClass.Workspace, "not-installed");

    private readonly ConcurrentDictionary<InstallationKey, (Credential Credential, DateTimeOffset Until)> memory = new();

    private readonly ConcurrentDictionary<InstallationKey, SemaphoreSlim> renewals = new();

    public static bool IsBotToken(string token) => token.StartsWith("xoxb-", StringComparison.Ordinal) || token.StartsWith("xoxe.xoxb-", StringComparison.Ordinal);

    /// <summary>Makes a call with the workspace's token. <paramref name="installation"/> is null for the configured workspace, whose id is not known yet.</summary>
    public async Task<SlackAnswer<T>> CallAsync<T>(InstallationKey? installation, Func<string, Task<SlackAnswer<T>>> call, CancellationToken cancel)
        where T : ApiAnswer
    {
        if (!options.Value.ServesMany) return await call(options.Value.BotToken);
        if (installation is null) return NotInstalled;
        var (held, fault) = await HeldAsync(installation, cancel);
        if (held is null) return fault!;
        var answer = await call(held.Token);
        if (answer.Fault is not { } refusal || !SlackErrors.IsDeadToken(refusal.Error)) return answer;

        memory.TryRemove(installation, out _);
        var (other, why) = await AnotherAsync(installation, held, cancel);
        if (other is not null && other.Token != held.Token) return await call(other.Token);
        return why is { Class: not SlackErrorClass.Workspace } ? why : answer; // no next token yet is not the end of it
    }

    /// <summary>The store holds another one from now on.</summary>
    public void Forget(InstallationKey installation) => memory.TryRemove(installation, out _);

    private async Task<(Credential? Credential, SlackFault? Fault)> HeldAsync(InstallationKey installation, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (memory.TryGetValue(installation, out var known) && known.Until > now) return (known.Credential, null);
        if (await store.FindAsync(installation, cancel) is not { } stored) return (null, NotInstalled);
        if (stored.ExpiresAt - RenewBefore > now || stored.RenewalToken is null) return (Remember(installation, stored), null);

        var (renewed, fault) = await RenewAsync(installation, stored);
        if (renewed is null) return (null, fault ?? NotInstalled);
        return renewed.ExpiresAt > now || fault is null ? (Remember(installation, renewed), null) : (null, fault);
    }

    /// <summary>After a refusal: what another host stored meanwhile, or the next of a token that is renewed.</summary>
    private async Task<(Credential? Credential, SlackFault? Fault)> AnotherAsync(InstallationKey installation, Credential refused, CancellationToken cancel)
    {
        if (await store.FindAsync(installation, cancel) is not { } stored) return (null, NotInstalled);
        if (stored.Token != refused.Token || stored.RenewalToken is null) return (stored, null);
        return await RenewAsync(installation, stored);
    }

    /// <summary>One at a time for each workspace on this host, so that they do not all hold connections; the store sees to the other hosts.</summary>
    private async Task<(Credential? Credential, SlackFault? Fault)> RenewAsync(InstallationKey installation, Credential known)
    {
        var turn = renewals.GetOrAdd(installation, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            SlackFault? fault = null;
            var stored = await store.RenewAsync(installation, known, async (credential, _) =>
            {
                var answer = await oauth.RenewAsync(credential.RenewalToken!);
                fault = answer.Fault is { } failure ? Understand(failure) : null;
                return answer.Value is { } value && oauth.Credential(value) is { } next ? next with { RenewalToken = next.RenewalToken ?? credential.RenewalToken } : null;
            }, CancellationToken.None);
            if (fault is not null) log.TokenNotRenewed(installation.ExternalId, fault.Error);
            return (stored, fault);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A wrong client secret is the operator's to mend, and no reason to give a workspace up.</summary>
    private static SlackFault Understand(SlackFault failure) => failure.Class is SlackErrorClass.Rate || SlackErrors.IsDeadToken(failure.Error) ? failure : new SlackFault(SlackErrorClass.Transient, failure.Error);

    private Credential Remember(InstallationKey installation, Credential credential)
    {
        memory[installation] = (credential, time.GetUtcNow() + Remembered);
        return credential;
    }
}
