using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams.Reaching;

/// <summary>What reaching people goes by.</summary>
internal sealed record ReachingTools(ConnectorClient Connector, Whereabouts Whereabouts, IReferenceBook Book, ICompanyChats Company);

/// <summary>
/// The conversation of the bot with one person alone: the one it knows, or one that it opens. Somebody who does not have the bot is given it, where the company has consented; that takes a while, so
/// they are tried again for five minutes. To whom it was given is kept in memory: after a restart it is given once more, which does no harm.
/// </summary>
internal sealed class PersonalChats(ReachingTools tools, IOptions<TeamsOptions> options, [FromKeyedServices(TeamsSetup.WallClock)] TimeProvider time, ILogger<PersonalChats> log)
{
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> given = new(StringComparer.Ordinal);

    public async Task<DeliveryResult> OpenAsync(InstallationKey installation, string person, CancellationToken cancel)
    {
        if (await tools.Book.OfPersonAsync(installation, person, cancel) is { } known) return new Delivered(known.Conversation);
        var (answer, address) = await tools.Whereabouts.CallAsync(installation, null, each => tools.Connector.OpenAsync(each, "28:" + options.Value.AppId, installation.ExternalId, person, cancel), cancel);
        if (answer.Fault is { Class: ConnectorErrorClass.NotInstalled }) return await GiveAsync(installation, person, cancel);
        if (answer.Fault is { } fault) return fault.Delivery();
        if (answer.Text("id") is not { } id) return new Unavailable("answer-without-id");
        given.TryRemove(person, out _);
        await tools.Book.KeepAsync(installation, new ChatReference(id, address, person), cancel);
        return new Delivered(id);
    }

    private async Task<DeliveryResult> GiveAsync(InstallationKey installation, string person, CancellationToken cancel)
    {
        var refused = new Gone(GoneScope.Person, Reach.NotInstalled);
        if (!tools.Company.IsOn) return refused;
        if (given.TryGetValue(person, out var at))
        {
            if (time.GetUtcNow() - at < Patience) return new RetryAfter(Settles);
            given.TryRemove(person, out _);
            return refused;
        }

        var result = await tools.Company.AddForAsync(installation, person, cancel);
        log.GivenTo(person, result.GetType().Name);
        if (result is RetryAfter or Unavailable) return result;
        if (result is not (Delivered or Uncertain)) return refused;
        given[person] = time.GetUtcNow();
        return new RetryAfter(Settles);
    }
}
