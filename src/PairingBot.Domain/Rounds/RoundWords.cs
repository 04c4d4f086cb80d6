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
        Texts.Plain("rounds.left-out.summary"),
        [
            new Paragraph(Texts.Of("rounds.left-out", ("why", sitOut.Explanation))),
            new Paragraph(FirstInLine(person, program)),
            new Choices([new Choice(ChatActions.Settings, Texts.Plain("buttons.widen-settings"))]),
        ]);

    /// <summary>To the channel of the program.</summary>
    public static ChatMessage Announcement(PairingProgram program, int conversations, int people) => new(
        "announcement",
        Texts.Plain("rounds.announcement.summary", ("program", program.Name)),
        [
            new Paragraph(Texts.Of("rounds.announcement", ("program", program.Name), ("people", people), ("conversations", conversations))),
            new Paragraph(Texts.Of("rounds.announcement.not-in-yet")),
            new Choices([new Choice(ChatActions.Join, Texts.Plain("buttons.join"))]),
        ]);

    /// <summary>The person's conversations in the round that runs: a whole sentence for the only one, a short line for each of several.</summary>
    public static IReadOnlyList<ChatText> Current(IReadOnlyList<OwnPairing> own) => 
        [.. own.Select(each => each.Pairing.State == PairingState.Proposed ? ConsentWords.Current(each)
            : own.Count == 1 ? Texts.Of($"rounds.current.{Now(each)}", ("names", Introduction.Names(each.Others)))
            : Texts.Of($"rounds.one-of-several.{Now(each)}", ("partners", Partners(each))))];

    public static Reply WhyThese(IReadOnlyList<OwnPairing> own)
    {
        List<MessagePiece> pieces = [];
        if (own.Count > 1) pieces.Add(new Paragraph(Texts.Of("rounds.why.several", ("count", own.Count))));
        foreach (var each in own)
        {
            pieces.Add(new Paragraph(each.Pairing.State == PairingState.Proposed ? ConsentWords.Why(each) : Texts.Of(own.Count == 1 ? "rounds.why.only" : "rounds.why.one-of-several", ("partners", Partners(each)))));
            pieces.Add(new Bullets([.. each.Pairing.Reasons.Select(ChatText.Plain)]));
        }

        pieces.Add(new Note(Texts.Of("rounds.why.weighed-together")));
        return new Say(new ChatMessage("why-these", Texts.Plain("rounds.why.summary", ("conversations", own.Count)), pieces));
    }

    public static Reply WhyNobody(SitOut sitOut, Person person, PairingProgram program) => new Say(new ChatMessage(
        "why-nobody",
        Texts.Plain("rounds.why-nobody.summary"),
        [
            new Paragraph(ChatText.Plain(sitOut.Explanation)),
            new Paragraph(FirstInLine(person, program)),
        ]));

    public static Reply NoRoundYet(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("no-round-yet", Texts.Of("rounds.no-round-yet", ("when", MembershipWords.Moment(person, program.NextFor(participant).At))));

    public static Reply TookNoPart(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("took-no-part", Texts.Of("rounds.took-no-part", ("when", MembershipWords.Moment(person, program.NextFor(participant).At))));

    public static Reply NotYours => Reply.Say("not-yours", Texts.Of("rounds.not-yours"));

    /// <summary>To the group.</summary>
    public static ChatMessage TimeFound(Person presser) => ChatMessage.Of("time-found", Texts.Of("rounds.time-found", ("presser", presser.Mention)));

    /// <summary>To the group.</summary>
    public static ChatMessage Met(Person presser, int people) => ChatMessage.Of("met", Texts.Of("rounds.met", ("presser", presser.Mention), ("people", people)));

    /// <summary>To somebody whose partner is no longer there.</summary>
    public static ChatMessage PartnerGone(IReadOnlyList<Person> gone, Person reader, PairingProgram program) => Free(
        "partner-gone", Texts.Plain("rounds.partner-gone.summary"), Texts.Of("rounds.partner-gone", ("gone", Introduction.Names(gone))), reader, program);

    /// <summary>To somebody whose partner in a conversation outside of rounds is no longer there.</summary>
    public static ChatMessage PartnerGoneForGood(IReadOnlyList<Person> gone) => ChatMessage.Of("partner-gone-for-good", Texts.Of("rounds.partner-gone-for-good", ("gone", Introduction.Names(gone))));

    /// <summary>To somebody whose group message outside of rounds could not be opened.</summary>
    public static ChatMessage CouldNotBeOpenedAtAll(IReadOnlyList<Person> others) => ChatMessage.Of("could-not-be-opened-at-all", Texts.Of("rounds.could-not-be-opened-at-all", ("others", Introduction.Names(others))));

    /// <summary>To somebody whose group message could not be opened.</summary>
    public static ChatMessage CouldNotBeOpened(IReadOnlyList<Person> others, Person reader, PairingProgram program) => Free(
        "could-not-be-opened", Texts.Plain("rounds.could-not-be-opened.summary"), Texts.Of("rounds.could-not-be-opened", ("others", Introduction.Names(others))), reader, program);

    /// <summary>To whoever runs the program: one message, which is kept up to date.</summary>
    public static ChatMessage Progress(PairingProgram program, RoundProgress progress) => ChatMessage.Of("round-progress", progress switch
    {
        { IsOver: false } => Texts.Of("rounds.progress.going-out", ("program", program.Name), ("sent", progress.Sent), ("total", progress.Total)),
        { Failed: 0 } => Texts.Of("rounds.progress.out", ("program", program.Name), ("total", progress.Total)),
        _ => Texts.Of("rounds.progress.failed", ("program", program.Name), ("sent", progress.Sent), ("total", progress.Total), ("failed", progress.Failed)),
    });

    private static ChatMessage Free(string key, string summary, ChatText what, Person reader, PairingProgram program) => new(
        key,
        summary,
        [
            new Paragraph(what),
            new Paragraph(Texts.Of("rounds.should-nobody-be-free", ("when", MembershipWords.Moment(reader, program.NextRoundAt)))),
        ]);

    /// <summary>The press was no news: what is known stands, and is said.</summary>
    public static Reply AlreadySaid(PairingState known) => Reply.Say("already-said", known is PairingState.Proposed or PairingState.Declined ? ConsentWords.NotOpen(known) : Texts.Of(known switch
    {
        PairingState.Met => "rounds.already.met",
        PairingState.TimeFound => "rounds.already.time-found",
        PairingState.Ended or PairingState.Undeliverable => "rounds.already.ended",
        _ => "rounds.already.not-met",
    }));

    public static Reply NotMet => Reply.Say("not-met", Texts.Of("rounds.not-met"));

    private static ChatText FirstInLine(Person person, PairingProgram program) => Texts.Of("rounds.first-in-line", ("when", MembershipWords.Moment(person, program.NextRoundAt)));

    private static string Now(OwnPairing own) => own.Pairing.State switch
    {
        PairingState.Met => "met",
        PairingState.NotMet => "not-met",
        PairingState.TimeFound => "time-found",
        _ => "introduced",
    };

    /// <summary>By name, and where the relationship has sides, each in their role.</summary>
    private static ChatText Partners(OwnPairing own) => RelationshipCatalog.Find(own.Pairing.RelationshipType) is { IsSymmetric: false } type
        ? ChatText.Join(Texts.Plain("lists.between"), own.Others.Select(other => Texts.Of("rounds.partner-in-role", ("partner", other.Mention), ("role", Introduction.Label(own.Pairing, type, other)))))
        : Introduction.Names(own.Others);
}
