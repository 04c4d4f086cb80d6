using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>Which way a reply takes: in the response where the vendor waits for one, else through the outbox. Keeps the person's home up to date by the way.</summary>
public sealed class ReplyRoute(Outbox outbox, ConversationHandler conversations)
{
    /// <returns>What is left for the response.</returns>
    public async Task<Reply> SendAsync(ChatTurn turn, Reply reply, CancellationToken cancel)
    {
        reply = reply.ReadIn(turn.Installation.Id);
        if (ChangesHome(turn.Request.Intent)) outbox.ToHome(turn.Account, await conversations.HomeAsync(turn, cancel));
        return turn.Request switch
        {
            { Place: ChatPlace.Event } => Write(turn, reply),
            { ReplyHandle: { } handle } => Answer(turn, handle, reply),
            _ => reply is Replace instead ? new Say(instead.Message) : reply,
        };
    }

    /// <summary>Somebody wrote to the bot: it writes back. A form can't open without a press, so it offers the button.</summary>
    private Reply Write(ChatTurn turn, Reply reply)
    {
        var message = reply switch
        {
            Say say => say.Message,
            Replace replace => replace.Message,
            OpenForm open => FormOffer.Of(open.Form),
            _ => null,
        };
        if (message is not null && turn.Request.Intent is DirectMessage) outbox.ToPeople([turn.Account], message, whenInDoubt: WhenInDoubt.SendAgain);
        return Reply.Nothing;
    }

    private Reply Answer(ChatTurn turn, string handle, Reply reply)
    {
        if (reply is not (Say or Replace)) return reply;
        outbox.ToPress(turn.Account, handle, reply is Say say ? say.Message : ((Replace)reply).Message, replaces: reply is Replace);
        return Reply.Nothing;
    }

    private static bool ChangesHome(Intent intent) => intent is HomeOpened or JoinProgram or LeaveProgram or PausePairing or ResumePairing or SkipRound
        or StayInProgram or AnswerWeek or SetGoal or KeepGoal or SaveSettings or SaveProgram or SayTimeFound or SayMet or SayNotMet
        or SayTalked or SaveReflection or SayActionOutcome or SayHelp or AnswerProposal or AnswerSilence or AnswerAsk or MakeAskGoal;
}
