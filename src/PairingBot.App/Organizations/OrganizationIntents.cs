using PairingBot.App.Chat;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Organizations;

/// <summary>Where it is said what belongs together: installations, and the accounts of one person.</summary>
public sealed class OrganizationIntents(Connections connections, TwinHandler twins)
{
    public Task<Reply> DispatchAsync(ChatTurn turn, OrganizationIntent intent, CancellationToken cancel) => intent switch
    {
        ConnectSides connect => connections.ConnectAsync(turn, connect.Code, cancel),
        DisconnectSides disconnect => connections.DisconnectAsync(turn, disconnect.Joined, cancel),
        SayTwin twin => twins.AnswerAsync(turn, twin.Account, twin.Answer, cancel),
        BeTwo two => twins.BeTwoAsync(turn, two.Account, cancel),
        _ => throw new InvalidOperationException($"Nobody handles {intent.GetType().Name}."),
    };
}
