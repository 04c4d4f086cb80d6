using PairingBot.App.Conversations;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>Where what somebody wants of a conversation is done.</summary>
public sealed class ConversationIntents(ConversationHandler conversations, MeetingHandler meetings, RequestHandler requests, BookingHandler bookings, AgreementIntents agreements)
{
    public Task<Reply> DispatchAsync(ChatTurn turn, ConversationIntent intent, CancellationToken cancel) => intent switch
    {
        ShowHome => conversations.ShowHomeAsync(turn, cancel),
        AskWhy => conversations.WhyAsync(turn, cancel),
        SayTimeFound found => meetings.FindTimeAsync(turn, found.Pairing, cancel),
        SaveMeeting meeting => meetings.SaveAsync(turn, meeting.Pairing, meeting.Answers, cancel),
        BookTime time => bookings.BookAsync(turn, time.Choice, cancel),
        WantOtherTimes other => bookings.WantOthersAsync(turn, other.Page, cancel),
        FrameRequest frame => requests.OpenAsync(turn, frame.Pairing, cancel),
        SendRequest send => requests.SendAsync(turn, send.Pairing, send.Answers, cancel),
        SayMet met => conversations.MeetAsync(turn, met.Pairing, cancel),
        SayNotMet missed => conversations.MissEachOtherAsync(turn, missed.Pairing, cancel),
        AgreementIntent agreement => agreements.DispatchAsync(turn, agreement, cancel),
        _ => throw new InvalidOperationException($"Nobody handles {intent.GetType().Name}."),
    };
}
