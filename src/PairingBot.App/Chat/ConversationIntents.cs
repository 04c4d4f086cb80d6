using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>Where what somebody wants of a conversation is done.</summary>
public sealed class ConversationIntents(ConversationHandler conversations, AgreementIntents agreements)
{
    public Task<Reply> DispatchAsync(ChatTurn turn, ConversationIntent intent, CancellationToken cancel) => intent switch
    {
        ShowHome => conversations.ShowHomeAsync(turn, cancel),
        AskWhy => conversations.WhyAsync(turn, cancel),
        SayTimeFound found => conversations.FindTimeAsync(turn, found.Pairing, cancel),
        SayMet met => conversations.MeetAsync(turn, met.Pairing, cancel),
        SayNotMet missed => conversations.MissEachOtherAsync(turn, missed.Pairing, cancel),
        AgreementIntent agreement => agreements.DispatchAsync(turn, agreement, cancel),
        _ => throw new InvalidOperationException($"Nobody handles {intent.GetType().Name}."),
    };
}
