using PairingBot.Domain.Chat;
using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>Everything that the bot can say, in the order in which somebody would come across it.</summary>
internal static class Sayings
{
    /// <summary>A pairing that ended early is shown nowhere.</summary>
    private static readonly IEnumerable<PairingState> Living = Enum.GetValues<PairingState>().Except([PairingState.Ended, PairingState.Undeliverable, PairingState.Proposed, PairingState.Declined]);

    private static readonly DateOnly InTwoWeeks = new(2026, 3, 16);

    public static IReadOnlyList<Saying> Of(Cast cast) =>
        [.. Membership(cast), .. Homes(cast), .. Forms(cast), .. SayingsInConversations.Of(cast), .. Rounds(cast), .. SayingsOfLearning.Nudges(cast), .. SayingsInChannels.Of(cast), .. SayingsOnAgreements.Of(cast), .. SayingsOfLearning.Of(cast), .. Programs(cast), .. Previews(cast), .. SayingsOfOrganizations.Of(cast)];

    private static IEnumerable<Saying> Membership(Cast cast)
    {
        yield return Member(nameof(MembershipWords.NotIn), MembershipWords.NotIn);
        yield return Member(nameof(MembershipWords.Joined), MembershipWords.Joined(cast.Ana, cast.Program));
        yield return Member(nameof(MembershipWords.AlreadyIn), MembershipWords.AlreadyIn(cast.Ana, cast.Program));
        yield return Member(nameof(MembershipWords.AskGoal), MembershipWords.AskGoal(null), "without");
        yield return Member(nameof(MembershipWords.AskGoal), MembershipWords.AskGoal(cast.Goal), "with");
        yield return Member(nameof(MembershipWords.GoalSaved), MembershipWords.GoalSaved(cast.Goal));
        yield return Member(nameof(MembershipWords.GoalTooLong), MembershipWords.GoalTooLong(cast.Goal, SettingsForm.LongestGoal));
        yield return Member(nameof(MembershipWords.AskUntil), MembershipWords.AskUntil(""));
        yield return Member(nameof(MembershipWords.AskUntil), MembershipWords.AskUntil("a while"), "not understood");
        yield return Member(nameof(MembershipWords.Paused), MembershipWords.Paused(InTwoWeeks));
        yield return Member(nameof(MembershipWords.Resumed), MembershipWords.Resumed(cast.Ana, cast.Program));
        yield return Member(nameof(MembershipWords.NothingToResume), MembershipWords.NothingToResume(cast.Ana, cast.Program));
        yield return Member(nameof(MembershipWords.Skipped), MembershipWords.Skipped(cast.Ana, cast.Program.NextRoundAt));
        yield return Member(nameof(MembershipWords.Left), MembershipWords.Left);
        yield return Member(nameof(MembershipWords.WelcomeBack), MembershipWords.WelcomeBack(cast.Ana, cast.Program));
        yield return Member(nameof(MembershipWords.Stranger), MembershipWords.Stranger);
        yield return Member(nameof(MembershipWords.NotForGuests), MembershipWords.NotForGuests);
        yield return Member(nameof(MembershipWords.GuestLeaves), MembershipWords.GuestLeaves(cast.Program));
        var installAt = new Uri("https://pairingbot.example.com/slack/install");
        yield return new($"{nameof(InstallationWords)}.{nameof(InstallationWords.NotInstalled)}", "one workspace", InstallationWords.NotInstalled(null));
        yield return new($"{nameof(InstallationWords)}.{nameof(InstallationWords.NotInstalled)}", "many", InstallationWords.NotInstalled(installAt));
        yield return new($"{nameof(InstallationWords)}.{nameof(InstallationWords.ChatsMissing)}", "", InstallationWords.ChatsMissing("Chat.Create"));
        yield return new($"{nameof(InstallationWords)}.{nameof(InstallationWords.PermissionMissing)}", "", InstallationWords.PermissionMissing(installAt));
        yield return new($"{nameof(HelpText)}.{nameof(HelpText.Message)}", "", HelpText.Message(null));
        yield return new($"{nameof(HelpText)}.{nameof(HelpText.Message)}", "slip", HelpText.Message("jion"));
        yield return new($"{nameof(HelpText)}.{nameof(HelpText.Message)}", "slip to be typed again", HelpText.Message("gaol"));
        yield return new($"{nameof(HelpText)}.{nameof(HelpText.Message)}", "unknown", HelpText.Message("hello"));
    }

    private static IEnumerable<Saying> Homes(Cast cast)
    {
        var (skips, paused, rests, paired) = (Sample.Participant(), Sample.Participant(), Sample.Participant(everyRounds: 2), Sample.Program("Europe/Berlin"));
        rests.Paired(1);
        skips.Skip(1);
        paused.Pause(PauseUntil.Moment(InTwoWeeks, cast.Ana.Zone));
        paired.OpenRound(paired.NextRoundAt);
        yield return Home("newcomer", cast.Cem, cast.Program, null);
        yield return Home("told nothing", cast.Cem, cast.Program, Sample.Participant());
        yield return Home("told all", cast.Ana, cast.Program, Sample.Participant(everyRounds: 2, seeks: ["peer", "sponsor"], offers: ["mentor", "coach"]));
        yield return Home("skips", cast.Ben, cast.Program, skips);
        yield return Home("paused", cast.Ben, cast.Program, paused);
        yield return Home("own rhythm", cast.Ben, paired, rests);
        yield return Home("away", cast.Ben, SayingsInChannels.LivingIn(ChannelJoining.Invites), SayingsInChannels.Away());
        yield return Home("asked", cast.Ben, cast.Program, SayingsInChannels.Asked(cast.Program));
        yield return Home("guest", SayingsInChannels.Guest(cast.Cem), cast.Program, null);
        yield return Home("left out", cast.Ben, paired, Sample.Participant());
        foreach (var state in Living)
            yield return Home($"in conversation {state}", cast.Ben, paired, Sample.Participant(), [new OwnPairing(cast.Pair(new Peer(), state), [cast.Ana])]);

        foreach (var state in Living)
            yield return Home($"in several conversations {state}", cast.Ana, paired, Sample.Participant(offers: ["mentor"], capacity: 2), cast.BothMentees(state));

        Saying Home(string which, Domain.People.Person person, PairingProgram program, Participant? participant, IReadOnlyList<OwnPairing>? current = null) =>
            new($"{nameof(HomeScreen)}.{nameof(HomeScreen.Pieces)}", which, new ChatHome(HomeScreen.Pieces(person, program, participant, RoundWords.Current(current ?? []), cast.Now)));
    }

    private static Domain.People.Person OutOfReach(string reason)
    {
        var person = Somebody.Called("Cem");
        person.Lost(reason);
        return person;
    }

    private static IEnumerable<Saying> Forms(Cast cast)
    {
        var told = Sample.Participant(everyRounds: 2, seeks: ["peer", "sponsor"], offers: ["mentor", "coach"], capacity: 3);
        var settings = SettingsForm.Open(cast.Ana, told, cast.Program, [cast.Cem.ExternalId], cast.Ben.ExternalId);
        var listed = Cast.Of(cast.Ana.Name, cast.Ben.Name, cast.Cem.Name, cast.Goal).Cem;
        listed.Listed(SayingsInChannels.Entry(listed) with { Facts = new DirectoryFacts("Support", 3, new DateOnly(2021, 5, 3), cast.Ben.ExternalId) });
        listed.ReportsTo(cast.Ben);
        yield return new($"{nameof(SettingsForm)}.{nameof(SettingsForm.Open)}", "told by the directory", SettingsForm.Open(listed, Sample.Participant(), Sample.Program(every: Every.SecondWeek), [], null, cast.Now));
        var program = ProgramForm.Open(cast.Program, cast.Ana, new ProgramFigures(24, 1));
        yield return new($"{nameof(SettingsForm)}.{nameof(SettingsForm.Open)}", "told nothing", SettingsForm.Open(cast.Cem, Sample.Participant(), cast.Program, [], null));
        yield return new($"{nameof(SettingsForm)}.{nameof(SettingsForm.Open)}", "told all", settings);
        yield return new($"{nameof(SettingsForm)}.{nameof(SettingsForm.Open)}", "across", SettingsForm.Open(cast.Ana, told, cast.Program, [], null, cast.Now, [new PersonElsewhere(cast.Ben.Id, cast.Ben.Name, true), new PersonElsewhere(cast.Cem.Id, cast.Cem.Name, false)]));
        yield return new($"{nameof(SettingsForm)}.{nameof(SettingsForm.Saved)}", "", SettingsForm.Saved);
        yield return new($"{nameof(ProgramForm)}.{nameof(ProgramForm.Open)}", "", program);
        yield return new($"{nameof(ProgramForm)}.{nameof(ProgramForm.Open)}", "filled", ProgramForm.Open(SayingsInChannels.LivingIn(ChannelJoining.Enrols, WeekQuestion.SilenceIsOut), cast.Ana, new ProgramFigures(24, 0) { OutOfReach = [OutOfReach(Domain.People.Reach.NotInstalled), OutOfReach(Domain.People.Reach.Uninstalled), OutOfReach(Domain.People.Reach.Blocked), OutOfReach(Domain.People.Reach.BlockedByPolicy), OutOfReach(Domain.People.Reach.Forbidden), OutOfReach(Domain.People.Reach.Unknown), OutOfReach(Domain.People.Reach.Removed)] }));
        yield return new($"{nameof(ProgramForm)}.{nameof(ProgramForm.Open)}", "with channels to choose", ProgramForm.Open(cast.Program, cast.Ana, new ProgramFigures(24, 1) { Channels = [new FormOption("C02COFFEE0", "Learning › General"), new FormOption("C02COFFEE1", "Learning › Pairs")] }));
        yield return new($"{nameof(FormOffer)}.{nameof(FormOffer.Of)}", "settings", FormOffer.Of(settings));
        yield return new($"{nameof(FormOffer)}.{nameof(FormOffer.Of)}", "program", FormOffer.Of(program));
        yield return new($"{nameof(FormOffer)}.{nameof(FormOffer.Of)}", "ask", FormOffer.Of(Domain.Asks.AskForm.Topic()));
    }

    private static IEnumerable<Saying> Rounds(Cast cast)
    {
        yield return Round(nameof(RoundWords.LeftOut), RoundWords.LeftOut(cast.LeftOut, cast.Ana, cast.Program));
        yield return Round(nameof(RoundWords.Announcement), RoundWords.Announcement(cast.Program, 12, 25));
        yield return Round(nameof(RoundWords.Announcement), RoundWords.Announcement(cast.Program, 1, 2), "one");
        yield return Round(nameof(RoundWords.NoRoundYet), RoundWords.NoRoundYet(cast.Ana, cast.Program));
        yield return Round(nameof(RoundWords.TookNoPart), RoundWords.TookNoPart(cast.Ana, cast.Program));
        yield return Round(nameof(RoundWords.WhyNobody), RoundWords.WhyNobody(cast.LeftOut, cast.Ana, cast.Program));
        foreach (var type in RelationshipCatalog.All) yield return Round(nameof(RoundWords.WhyThese), RoundWords.WhyThese([new OwnPairing(cast.Pair(type), [cast.Ana])]), type.Key);
        yield return Round(nameof(RoundWords.WhyThese), RoundWords.WhyThese([new OwnPairing(cast.Trio(new Mentor()), [cast.Ana, cast.Cem])]), "trio");
        yield return Round(nameof(RoundWords.WhyThese), RoundWords.WhyThese(cast.BothMentees()), "several");
        yield return Round(nameof(RoundWords.TimeFound), RoundWords.TimeFound(cast.Ana));
        yield return Round(nameof(RoundWords.Met), RoundWords.Met(cast.Ana, 2), "pair");
        yield return Round(nameof(RoundWords.Met), RoundWords.Met(cast.Ana, 3), "trio");
        yield return Round(nameof(RoundWords.NotMet), RoundWords.NotMet);
        yield return Round(nameof(RoundWords.PartnerGone), RoundWords.PartnerGone([cast.Ben], cast.Ana, cast.Program));
        yield return Round(nameof(RoundWords.CouldNotBeOpened), RoundWords.CouldNotBeOpened([cast.Ben, cast.Cem], cast.Ana, cast.Program));
        yield return Round(nameof(RoundWords.PartnerGoneForGood), RoundWords.PartnerGoneForGood([cast.Ben]));
        yield return Round(nameof(RoundWords.CouldNotBeOpenedAtAll), RoundWords.CouldNotBeOpenedAtAll([cast.Ben]));
        foreach (var progress in new[] { new RoundProgress(340, 1, 1000), new RoundProgress(1000, 0, 1000), new RoundProgress(1, 0, 1), new RoundProgress(11, 1, 12), new RoundProgress(9, 3, 12) })
            yield return Round(nameof(RoundWords.Progress), RoundWords.Progress(cast.Program, progress), $"{progress.Sent} {progress.Failed} {progress.Total}");
        yield return Round(nameof(RoundWords.NotYours), RoundWords.NotYours);
        foreach (var known in Enum.GetValues<PairingState>().Except([PairingState.Introduced])) yield return Round(nameof(RoundWords.AlreadySaid), RoundWords.AlreadySaid(known), known.ToString());
    }

    private static IEnumerable<Saying> Programs(Cast cast)
    {
        yield return new($"{nameof(ProgramForm)}.{nameof(ProgramForm.Saved)}", "", ProgramForm.Saved(cast.Program, cast.Ana));
        yield return new($"{nameof(ProgramForm)}.{nameof(ProgramForm.OnlyForOrganizers)}", "", ProgramForm.OnlyForOrganizers);
        yield return new($"{nameof(ProgramForm)}.{nameof(ProgramForm.RoundWanted)}", "", ProgramForm.RoundWanted);
        yield return new($"{nameof(ProgramForm)}.{nameof(ProgramForm.NobodyToPair)}", "", ProgramForm.NobodyToPair);
    }

    private static IEnumerable<Saying> Previews(Cast cast)
    {
        var (ana, ben) = (Candidate(cast.Ana), Candidate(cast.Ben));
        var snapshot = Sample.Snapshot() with { RoundNumber = 3, Candidates = [ana, ben] };
        var pair = new PlannedPairing("peer", [new PlannedMember(ana.PersonId, "peer"), new PlannedMember(ben.PersonId, "peer")], [], 0);
        var full = new PairingPlan([pair, pair, pair with { RelationshipType = "mentor", Members = [.. pair.Members, pair.Members[0]] }], [], new PlanProof(0, 0, true));
        var everyReason = full with { SitOuts = [.. SitOutReasons.All.Append("a-later-reason").Concat(SitOutReasons.All).Take(12).Select(reason => new PlannedSitOut(ben.PersonId, reason, ""))] };
        var far = new Forecast(24, 24, "shared-working-hours", 30, true, false);
        yield return Of("full", full, 0, far);
        yield return Of("left out", everyReason, 2, far with { NotBefore = 20, Rule = "right-experience" });
        yield return Of("one left out", full with { SitOuts = [new PlannedSitOut(ben.PersonId, "odd-one", "")] }, 1, far with { NotBefore = 3, Rule = "no-reporting-line" });
        yield return Of("planned in part", full, 0, far with { NotBefore = 20, AtLatest = 99, Rule = Forecast.People, IsPlannedThrough = false });
        yield return Of("not planned", full, 0, far with { NotBefore = 3, IsPlannedThrough = false });
        yield return Of("forced now", full, 3, far with { NotBefore = 3, AtLatest = 3, Rule = Forecast.Wishes });
        yield return Of("many rules", full, 0, far with { Rule = Forecast.ManyRules });
        yield return Of("large", full, 0, null);
        yield return Of("nobody", full with { Pairings = [] }, 0, null);
        yield return new($"{nameof(PreviewWords)}.{nameof(PreviewWords.Preview)}", "groups", PreviewWords.Preview(new RoundPreview(snapshot with { Rules = snapshot.Rules with { GroupSize = 4 } }, full, 0, null), cast.Program, cast.Ana));
        yield return new($"{nameof(PreviewWords)}.{nameof(PreviewWords.TooManyToPreview)}", "", PreviewWords.TooManyToPreview);

        Saying Of(string which, PairingPlan plan, int repeats, Forecast? forecast) =>
            new($"{nameof(PreviewWords)}.{nameof(PreviewWords.Preview)}", which, PreviewWords.Preview(new RoundPreview(snapshot, plan, repeats, forecast), cast.Program, cast.Ana));
        static Candidate Candidate(Domain.People.Person person) => new() { PersonId = person.Id, Name = person.ShortName };
    }

    private static Saying Member(string member, object said, string which = "") => new($"{nameof(MembershipWords)}.{member}", which, said);

    private static Saying Round(string member, object said, string which = "") => new($"{nameof(RoundWords)}.{member}", which, said);
}
