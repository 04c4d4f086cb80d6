using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Rounds;

/// <summary>What the bot says around a round, beside the introduction itself.</summary>
public static class RoundWords
{
    /// <summary>To somebody whom the round leaves out.</summary>
    public static ChatMessage LeftOut(SitOut sitOut, Person person, PairingProgram program) => new(
        "left-out",
        "No match for you this time, and why.",
        [
            new Paragraph(ChatText.Of($"This time I found nobody for you, and I am sorry. {sitOut.Explanation}")),
            new Paragraph(ChatText.Of($"You are first in line in the next round, {MembershipWords.Moment(person, program.NextRoundAt)}.")),
            new Choices([new Choice(ChatActions.Settings, "Widen my settings")]),
        ]);

    /// <summary>To the channel of the program.</summary>
    public static ChatMessage Announcement(PairingProgram program, int conversations, int people) => new(
        "announcement",
        $"{program.Name}: a new round has begun.",
        [
            new Paragraph(conversations == 1
                ? ChatText.Of($"A new round of {program.Name} has begun: {people} people, one conversation.")
                : ChatText.Of($"A new round of {program.Name} has begun: {people} people, {conversations} conversations.")),
            new Paragraph(ChatText.Of($"Not in yet? Thirty minutes with somebody whose experience differs from yours.")),
            new Choices([new Choice(ChatActions.Join, "Join")]),
        ]);

    /// <summary>The person's conversations in the round that runs: a whole sentence for the only one, a short line for each of several.</summary>
    public static IReadOnlyList<ChatText> Current(IReadOnlyList<OwnPairing> own) => own is [var only] ? [Current(only)] : [.. own.Select(OneOfSeveral)];

    public static Reply WhyThese(IReadOnlyList<OwnPairing> own)
    {
        List<MessagePiece> pieces = [];
        if (own.Count > 1) pieces.Add(new Paragraph(ChatText.Of($"This round you have {own.Count} conversations, each for reasons of its own.")));
        foreach (var each in own)
        {
            pieces.Add(new Paragraph(each.Pairing.State == PairingState.Proposed ? ConsentWords.Why(each) : own.Count == 1 ? ChatText.Of($"Your match is {Partners(each)}. This is why:") : ChatText.Of($"With {Partners(each)}:")));
            pieces.Add(new Bullets([.. each.Pairing.Reasons.Select(ChatText.Plain)]));
        }

        pieces.Add(new Note(ChatText.Of($"Everybody's wishes were weighed together, so that as many as possible have somebody to talk with.")));
        return new Say(new ChatMessage("why-these", own.Count == 1 ? "Why this match" : "Why these matches", pieces));
    }

    public static Reply WhyNobody(SitOut sitOut, Person person, PairingProgram program) => new Say(new ChatMessage(
        "why-nobody",
        "Why you had no match",
        [
            new Paragraph(ChatText.Plain(sitOut.Explanation)),
            new Paragraph(ChatText.Of($"You are first in line in the next round, {MembershipWords.Moment(person, program.NextRoundAt)}.")),
        ]));

    public static Reply NoRoundYet(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("no-round-yet", ChatText.Of($"You have had no match yet. Your next round opens {MembershipWords.Moment(person, program.NextFor(participant).At)}, and with your match you get the reasons for it."));

    public static Reply TookNoPart(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("took-no-part", ChatText.Of($"You were not in the last round: you were paused, skipped it or did not say that you were in, came after it had begun, or your own rhythm left it out. Your next one opens {MembershipWords.Moment(person, program.NextFor(participant).At)}."));

    public static Reply NotYours { get; } = Reply.Say("not-yours", ChatText.Of($"This belongs to another conversation, so I leave it to the people in it."));

    /// <summary>To the group.</summary>
    public static ChatMessage TimeFound(Person presser) => ChatMessage.Of("time-found", ChatText.Of($"{presser.Mention} says you have a time. Enjoy your half hour."));

    /// <summary>To the group.</summary>
    public static ChatMessage Met(Person presser, int people) => ChatMessage.Of("met", people == 2
        ? ChatText.Of($"{presser.Mention} says you met. Lovely. I've sent both of you three short questions; your answers are yours alone.")
        : ChatText.Of($"{presser.Mention} says you met. Lovely. I've sent each of you three short questions; your answers are yours alone."));

    /// <summary>To somebody whose partner is no longer there.</summary>
    public static ChatMessage PartnerGone(IReadOnlyList<Person> gone, Person reader, PairingProgram program) => Free(
        "partner-gone", "Your match can no longer take part.", ChatText.Of($"{Introduction.Names(gone)}, whom I had found for you, can no longer take part."), reader, program);

    /// <summary>To somebody whose partner in a conversation outside of rounds is no longer there.</summary>
    public static ChatMessage PartnerGoneForGood(IReadOnlyList<Person> gone) => ChatMessage.Of("partner-gone-for-good", Texts.Of("rounds.partner-gone-for-good", ("gone", Introduction.Names(gone))));

    /// <summary>To somebody whose group message outside of rounds could not be opened.</summary>
    public static ChatMessage CouldNotBeOpenedAtAll(IReadOnlyList<Person> others) => ChatMessage.Of("could-not-be-opened-at-all", Texts.Of("rounds.could-not-be-opened-at-all", ("others", Introduction.Names(others))));

    /// <summary>To somebody whose group message could not be opened.</summary>
    public static ChatMessage CouldNotBeOpened(IReadOnlyList<Person> others, Person reader, PairingProgram program) => Free(
        "could-not-be-opened", "Your match did not come about.", ChatText.Of($"I wanted to introduce you to {Introduction.Names(others)}, and could not open a conversation for you."), reader, program);

    /// <summary>To whoever runs the program: one message, which is kept up to date.</summary>
    public static ChatMessage Progress(PairingProgram program, RoundProgress progress) => ChatMessage.Of("round-progress", progress switch
    {
        { IsOver: false } => ChatText.Of($"{program.Name} is going out: {Many(progress.Sent)} of {Many(progress.Total)} introductions so far."),
        { Failed: 0, Total: 1 } => ChatText.Of($"{program.Name} is out: one introduction."),
        { Failed: 0 } => ChatText.Of($"{program.Name} is out: all {Many(progress.Total)} introductions."),
        { Failed: 1 } => ChatText.Of($"{program.Name} is out: {Many(progress.Sent)} of {Many(progress.Total)} introductions. One could not be delivered; I am looking for somebody else for these people."),
        _ => ChatText.Of($"{program.Name} is out: {Many(progress.Sent)} of {Many(progress.Total)} introductions. {Many(progress.Failed)} could not be delivered; I am looking for somebody else for these people."),
    });

    private static ChatMessage Free(string key, string summary, ChatText what, Person reader, PairingProgram program) => new(
        key,
        summary,
        [
            new Paragraph(ChatText.Of($"{what} I am sorry. As soon as somebody else is free in this round, I'll introduce you.")),
            new Paragraph(ChatText.Of($"Should nobody be, you are first in line in the next round, {MembershipWords.Moment(reader, program.NextRoundAt)}.")),
        ]);

    /// <summary>The press was no news: what is known stands, and is said.</summary>
    public static Reply AlreadySaid(PairingState known) => Reply.Say("already-said", known switch
    {
        PairingState.Met => ChatText.Of($"Thank you. One of you has told me already that you met."),
        PairingState.TimeFound => ChatText.Of($"Thank you, I know already that you have a time."),
        PairingState.Proposed or PairingState.Declined => ConsentWords.NotOpen(known),
        PairingState.Ended or PairingState.Undeliverable => ChatText.Of($"This match has ended, because somebody in it can no longer take part. You are free for somebody else."),
        _ => ChatText.Of($"Thank you, I know already that it did not work out this time."),
    });

    public static Reply NotMet { get; } = Reply.Say("not-met", ChatText.Of($"That happens. If you find half an hour later, press “We met” all the same."));

    private static string Many(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static ChatText Current(OwnPairing own)
    {
        var names = Introduction.Names(own.Others);
        return own.Pairing.State switch
        {
            PairingState.Proposed => ConsentWords.Current(own),
            PairingState.Met => ChatText.Of($"You met {names} this round. I hope it stays with you."),
            PairingState.NotMet => ChatText.Of($"You and {names} have not met this round. It is not too late."),
            PairingState.TimeFound => ChatText.Of($"You have a time with {names}."),
            _ => ChatText.Of($"This round you talk with {names}, in the group message that you share."),
        };
    }

    private static ChatText OneOfSeveral(OwnPairing own)
    {
        var partners = Partners(own);
        return own.Pairing.State switch
        {
            PairingState.Proposed => ConsentWords.Current(own),
            PairingState.Met => ChatText.Of($"{partners}: you have met."),
            PairingState.NotMet => ChatText.Of($"{partners}: you have not met. It is not too late."),
            PairingState.TimeFound => ChatText.Of($"{partners}: you have a time."),
            _ => ChatText.Of($"{partners}: find a time in the group message that you share."),
        };
    }

    /// <summary>By name, and where the relationship has sides, each in their role.</summary>
    private static ChatText Partners(OwnPairing own) => RelationshipCatalog.Find(own.Pairing.RelationshipType) is { IsSymmetric: false } type
        ? ChatText.Join(", ", own.Others.Select(other => ChatText.Of($"{other.Mention} as {Introduction.Label(own.Pairing, type, other)}")))
        : Introduction.Names(own.Others);
}
