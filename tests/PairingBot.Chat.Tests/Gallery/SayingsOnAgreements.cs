using PairingBot.Domain.Asks;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>What the bot says where people agree: that both want a conversation, that somebody is there, that somebody has time for advice.</summary>
internal static class SayingsOnAgreements
{
    private const string Topic = "How do I end a meeting with a decision?";

    public static IEnumerable<Saying> Of(Cast cast) => [.. Consents(cast), .. Silences(cast), .. Asks(cast)];

    private static IEnumerable<Saying> Consents(Cast cast)
    {
        var (sponsor, program) = (new Sponsor(), cast.Program);
        var proposed = cast.Pair(sponsor);
        var declined = cast.Pair(sponsor);
        declined.End(PairingEnd.NotAgreed);
        var agreed = cast.Pair(sponsor);
        foreach (var person in new[] { cast.Ana, cast.Ben }) agreed.Answer(person.Id, Domain.Rounds.Consent.Yes, cast.Now);
        var said = cast.Pair(sponsor);
        said.Answer(cast.Ben.Id, Domain.Rounds.Consent.Yes, cast.Now);
        yield return Consent(nameof(ConsentWords.Question), ConsentWords.Question(proposed, sponsor, cast.Ben, [cast.Ben, cast.Ana]), "to who seeks");
        yield return Consent(nameof(ConsentWords.Question), ConsentWords.Question(proposed, sponsor, cast.Ana, [cast.Ben, cast.Ana]), "to who gives");
        yield return Consent(nameof(ConsentWords.YesKept), ConsentWords.YesKept(proposed, [cast.Ana]));
        yield return Consent(nameof(ConsentWords.Agreed), ConsentWords.Agreed([cast.Ana]));
        yield return Consent(nameof(ConsentWords.NoKept), ConsentWords.NoKept([cast.Ana]));
        yield return Consent(nameof(ConsentWords.Settled), ConsentWords.Settled(declined, [cast.Ana]), "declined");
        yield return Consent(nameof(ConsentWords.Settled), ConsentWords.Settled(agreed, [cast.Ana]), "introduced");
        yield return Consent(nameof(ConsentWords.CameToNothing), ConsentWords.CameToNothing(cast.Ben, program, isRunning: true), "in a round that runs");
        yield return Consent(nameof(ConsentWords.CameToNothing), ConsentWords.CameToNothing(cast.Ben, program, isRunning: false), "in a round that is over");
        yield return new($"{nameof(ConsentWords)}.{nameof(ConsentWords.Why)}", "", RoundWords.WhyThese([new OwnPairing(proposed, [cast.Ana])]));
        var paired = Sample.Program("Europe/Berlin");
        paired.OpenRound(paired.NextRoundAt);
        foreach (var (which, pairing) in new[] { ("asked", proposed), ("said yes", said) })
            yield return Consent(nameof(ConsentWords.Current), new Domain.Chat.ChatHome(HomeScreen.Pieces(cast.Ben, paired, Sample.Participant(), RoundWords.Current([new OwnPairing(pairing, [cast.Ana])]), cast.Now)), which);
    }

    private static IEnumerable<Saying> Silences(Cast cast)
    {
        var (pair, trio, rests) = (cast.Pair(new Peer()), cast.Trio(new Peer()), Sample.Participant());
        rests.Rest();
        yield return Silence(nameof(SilenceWords.Offer), SilenceWords.Offer(pair, [cast.Ben]), "pair");
        yield return Silence(nameof(SilenceWords.Offer), SilenceWords.Offer(trio, [cast.Ben, cast.Cem]), "trio");
        yield return Silence(nameof(SilenceWords.Asked), SilenceWords.Asked(cast.Ben));
        yield return Silence(nameof(SilenceWords.IsThere), SilenceWords.IsThere(cast.Ben));
        yield return Silence(nameof(SilenceWords.LookForEachOther), SilenceWords.LookForEachOther);
        foreach (var state in new[] { PairingState.Met, PairingState.TimeFound, PairingState.Ended }) yield return Silence(nameof(SilenceWords.Pointless), SilenceWords.Pointless(state), state.ToString());
        yield return Silence(nameof(SilenceWords.Question), SilenceWords.Question(pair, [cast.Ana]));
        yield return Silence(nameof(SilenceWords.Thanks), SilenceWords.Thanks([cast.Ana]));
        yield return Silence(nameof(SilenceWords.IsHere), SilenceWords.IsHere(cast.Ben));
        yield return Silence(nameof(SilenceWords.NoTime), SilenceWords.NoTime([cast.Ana]));
        yield return Silence(nameof(SilenceWords.Rested), SilenceWords.Rested([cast.Ana]));
        yield return Silence(nameof(SilenceWords.TooLate), SilenceWords.TooLate(null));
        yield return Silence(nameof(SilenceWords.TooLate), SilenceWords.TooLate(rests), "rests");
        yield return Silence(nameof(SilenceWords.Freed), SilenceWords.Freed(cast.Ana, cast.Program, isRunning: true), "in a round that runs");
        yield return Silence(nameof(SilenceWords.Freed), SilenceWords.Freed(cast.Ana, cast.Program, isRunning: false), "in a round that is over");
        yield return Silence(nameof(SilenceWords.FreedForGood), SilenceWords.FreedForGood([cast.Ben]));
        yield return Silence(nameof(SilenceWords.Resting), new Domain.Chat.ChatHome(HomeScreen.Pieces(cast.Ben, cast.Program, rests, [], cast.Now)));
    }

    private static IEnumerable<Saying> Asks(Cast cast)
    {
        var (ask, one) = (AskOf(cast, cast.Ana, cast.Cem), AskOf(cast, cast.Ana));
        var reason = TopicFinder.Rank(Topic, cast.Ben.Id, [AskFit.Knower(cast.Ana)])[0].Reason;
        IReadOnlyList<FoundPerson> found = [new(ask.Candidates[0], cast.Ana, reason), new(ask.Candidates[1], cast.Cem, reason)];
        var request = AskDraft.Of(cast.Ben, cast.Ana, Topic, "facilitation");
        yield return Ask(nameof(AskWords.Found), AskWords.Found(ask, Topic, found), "two");
        yield return Ask(nameof(AskWords.Found), AskWords.Found(one, Topic, [.. found.Take(1)]), "one");
        yield return Ask(nameof(AskWords.NobodyFits), AskWords.NobodyFits(ask, cast.Goal));
        yield return Ask(nameof(AskWords.TopicTooLong), AskWords.TopicTooLong(cast.Goal));
        yield return Ask(nameof(AskWords.Asking), AskWords.Asking(ask, [cast.Ana], [found[1]]), "first");
        yield return Ask(nameof(AskWords.Asking), AskWords.Asking(ask, [cast.Ana, cast.Cem], []), "two");
        yield return Ask(nameof(AskWords.Question), AskWords.Question(ask, ask.Candidates[0], cast.Ben, request));
        yield return Ask(nameof(AskWords.YesThanks), AskWords.YesThanks(cast.Ben));
        yield return Ask(nameof(AskWords.NoThanks), AskWords.NoThanks);
        yield return Ask(nameof(AskWords.Settled), AskWords.Settled);
        yield return Ask(nameof(AskWords.Request), AskWords.Request(cast.Ben, request));
        yield return Ask(nameof(AskWords.NobodyHasTime), AskWords.NobodyHasTime(ask));
        yield return Ask(nameof(AskWords.CalledOff), AskWords.CalledOff);
        yield return Ask(nameof(AskWords.IsOver), AskWords.IsOver);
        yield return new($"{nameof(AskForm)}.{nameof(AskForm.Topic)}", "", AskForm.Topic());
        yield return new($"{nameof(AskForm)}.{nameof(AskForm.Request)}", "to who offers it", AskForm.Request("42", cast.Ana.ShortName, request));
        yield return new($"{nameof(AskForm)}.{nameof(AskForm.Request)}", "by who offers something", AskForm.Request("42", cast.Ben.ShortName, AskDraft.Of(cast.Ana, cast.Ben, Topic, null)));
        var plan = AskFit.Plan(new Coach(), cast.Ben, cast.Ana, new SkillFact("facilitation", 5), cast.Now);
        var pairing = StoredId.Give(Pairing.Introduce(cast.Program, plan, cast.Ben.Id, cast.Now), "asked");
        yield return Ask("Introduction", Introduction.Message(pairing, new Coach(), [cast.Ben, cast.Ana], new Dictionary<Guid, string>()));
    }

    private static Ask AskOf(Cast cast, params Person[] people)
    {
        var ask = StoredId.Give(Domain.Asks.Ask.Begin(cast.Program, cast.Ben, cast.Now), "ask");
        foreach (var person in people) ask.Find(person.Id, "coach", []);
        return ask;
    }

    private static Saying Consent(string member, object said, string which = "") => new($"{nameof(ConsentWords)}.{member}", which, said);

    private static Saying Silence(string member, object said, string which = "") => new($"{nameof(SilenceWords)}.{member}", which, said);

    private static Saying Ask(string member, object said, string which = "") => new($"{nameof(AskWords)}.{member}", which, said);
}
