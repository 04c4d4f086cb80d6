using PairingBot.App.Asks;
using PairingBot.App.Chat;
using PairingBot.App.Conversations;
using PairingBot.App.Installations;
using PairingBot.App.Nudges;
using PairingBot.App.Organizations;
using PairingBot.App.Programs;
using PairingBot.App.Reflections;
using PairingBot.App.Rounds;

namespace PairingBot.App.Jobs;

/// <summary>All recurring work, in the order in which one run of everything makes sense. The keys are stored by the engine, for ever.</summary>
public static class JobSchedule
{
    public static IReadOnlyList<JobEntry> All { get; } =
    [
        JobEntry.Of<ReadDirectory>("read-directory", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<LookForZones>("look-for-zones", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<ReadChannels>("read-channels", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<LoseRemoved>("lose-removed", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<FindTwins>("find-twins", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<ReceiveArrivals>("receive-arrivals", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<LookForAbsences>("look-for-absences", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<AskAboutRounds>("ask-about-rounds", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<OpenDueRounds>("open-due-rounds", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<IntroduceRounds>("introduce-rounds", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<EndLostPairings>("end-lost-pairings", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<EndProposals>("end-proposals", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<EndSilentPairings>("end-silent-pairings", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<MatchLateComers>("match-late-comers", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<TellProgress>("tell-progress", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<AskWhoTalked>("ask-who-talked", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<KeepSeries>("keep-series", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<GoOnWithAsks>("go-on-with-asks", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<OfferTimes>("offer-times", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<BookMeetings>("book-meetings", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<SendDueNudges>("send-due-nudges", every: TimeSpan.FromMinutes(1)),
        JobEntry.Of<ForgetOldMail>("forget-old-mail", every: TimeSpan.FromHours(6)),
    ];

}

/// <summary>A job, the key under which the engine stores it, and how often it looks for work.</summary>
public sealed record JobEntry(string Key, Type Job, TimeSpan Every)
{
    public static JobEntry Of<TJob>(string key, TimeSpan every)
        where TJob : IRecurringJob => new(key, typeof(TJob), every);
}
