using PairingBot.App.Asks;
using PairingBot.App.Organizations;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Chat;

/// <summary>Where people agree: that both want a conversation, that somebody is there, that somebody has time for advice, that two sides or two accounts belong together.</summary>
public sealed class AgreementIntents(Proposals proposals, Silences silences, AskHandler asks, AskAnswers askAnswers, OrganizationIntents organizations)
{
    public Task<Reply> DispatchAsync(ChatTurn turn, AgreementIntent intent, CancellationToken cancel) => intent switch
    {
        AnswerProposal answer => proposals.AnswerAsync(turn, answer.Pairing, answer.IsYes ? Consent.Yes : Consent.No, cancel),
        SayNoAnswer waiting => silences.OfferAsync(turn, waiting.Pairing, cancel),
        SaySilent silent => silences.AskAsync(turn, silent.Member, cancel),
        AnswerSilence answer => silences.AnswerAsync(turn, answer.Pairing, answer.IsHere, cancel),
        AskForAdvice ask => asks.BeginAsync(turn, ask.Topic, cancel),
        SaveAskTopic topic => asks.SaveTopicAsync(turn, topic.Answers, cancel),
        ChooseForAdvice choice => asks.ChooseAsync(turn, choice.Candidate, cancel),
        SendAskRequest request => asks.SendAsync(turn, request.Candidate, request.Answers, cancel),
        CallOffAsk ask => asks.CallOffAsync(turn, ask.Ask, cancel),
        MakeAskGoal ask => asks.MakeGoalAsync(turn, ask.Ask, cancel),
        OrganizationIntent organization => organizations.DispatchAsync(turn, organization, cancel),
        AnswerAsk answer => askAnswers.AnswerAsync(turn, answer.Candidate, answer.IsYes, cancel),
        _ => throw new InvalidOperationException($"Nobody handles {intent.GetType().Name}."),
    };
}
