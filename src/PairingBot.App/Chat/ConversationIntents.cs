using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Chat;

/// <summary>Where what somebody wants of a conversation is done.</summary>
public sealed class ConversationIntents(ConversationHandler conversations, Proposals proposals, Silences silences)
{
    public Task<Reply> DispatchAsync(ChatTurn turn, ConversationIntent intent, CancellationToken cancel) => intent switch
    {
        ShowHome => conversations.ShowHomeAsync(turn, cancel),
        AskWhy => conversations.WhyAsync(turn, cancel),
        SayTimeFound found => conversations.FindTimeAsync(turn, found.Pairing, cancel),
        SayMet met => conversations.MeetAsync(turn, met.Pairing, cancel),
        SayNotMet missed => conversations.MissEachOtherAsync(turn, missed.Pairing, cancel),
        AnswerProposal answer => proposals.AnswerAsync(turn, answer.Pairing, answer.IsYes ? Consent.Yes : Consent.No, cancel),
        SayNoAnswer waiting => silences.OfferAsync(turn, waiting.Pairing, cancel),
        SaySilent silent => silences.AskAsync(turn, silent.Member, cancel),
        AnswerSilence answer => silences.AnswerAsync(turn, answer.Pairing, answer.IsHere, cancel),
        _ => throw new InvalidOperationException($"Nobody handles {intent.GetType().Name}."),
    };
}
