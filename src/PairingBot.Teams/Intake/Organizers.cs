using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Intake;

/// <summary>Who runs the program: Teams knows no admins of a bot, so the configuration names them; where it names nobody, whoever adds the bot first.</summary>
internal sealed class Organizers(IOptions<TeamsOptions> options)
{
    public ChatRequest Mark(ChatRequest request)
    {
        var named = options.Value.Organizers;
        if (named.Count == 0) return request.Intent is PersonReached reached ? request with { Intent = reached with { MayOrganize = true } } : request;
        return request.Sender.Facts is { } facts && named.Contains(request.Sender.ExternalId, StringComparer.OrdinalIgnoreCase)
            ? request with { Sender = request.Sender with { Facts = facts with { IsOrganizer = true } } }
            : request;
    }
}
