using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PairingBot.App.Asks;
using PairingBot.App.Chat;
using PairingBot.App.Conversations;
using PairingBot.App.Insights;
using PairingBot.App.Installations;
using PairingBot.App.Jobs;
using PairingBot.App.Jobs.Engine;
using PairingBot.App.Nudges;
using PairingBot.App.Organizations;
using PairingBot.App.Programs;
using PairingBot.App.Reflections;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using Quartz.Spi;

namespace PairingBot.App;

/// <summary>
/// What a host does with this project: everything that answers, and the loops that make things happen. The host brings a <see cref="TimeProvider"/>,
/// its platforms, and the secret under which the database is sealed.
/// </summary>
public static class AppSetup
{
    public static IServiceCollection AddPairingBot(this IServiceCollection services, string connectionString, string vaultSecret)
    {
        services.AddDbContext<PairingBotDb>(options => Configure(options, connectionString));
        AddChat(services);
        services.AddScoped<InstallationBook>().AddScoped<DirectoryHandler>().AddScoped<DirectoryReading>().AddScoped<Removals>().AddScoped<InstallationHandler>().AddScoped<IFirstThing, FirstReading>().AddScoped<IFirstThing, WarmUp>();
        services.AddScoped<Goals>().AddScoped<SilentWishes>().AddScoped<MembershipHandler>().AddScoped<ProgramHandler>();
        services.AddScoped<ChannelHandler>().AddScoped<ChannelKeeper>().AddScoped<Arrivals>().AddScoped<GuestDoor>();
        services.AddScoped<EarlierPrograms>().AddScoped<SnapshotTaker>().AddScoped<OrganizerTurns>().AddScoped<Introductions>().AddScoped<RoundMail>().AddScoped<PairingBook>().AddScoped<Departures>().AddScoped<Proposals>().AddScoped<Silences>().AddScoped<ConversationHandler>();
        services.AddScoped<MeetingPlans>().AddScoped<MeetingHandler>().AddScoped<RequestHandler>();
        services.AddScoped<FreeTimes>().AddScoped<BookingHandler>().AddScoped<Bookings>().AddScoped<CalendarEvents>().AddScoped<CalendarLinks>().AddScoped<CalendarFiles>();
        services.TryAddSingleton<ICalendars, NoCalendars>();
        services.TryAddSingleton(new PublicAddress(null));
        services.AddScoped<SealedAsks>().AddScoped<AskSearch>().AddScoped<AskBook>().AddScoped<AskTurns>().AddScoped<AskHandler>().AddScoped<AskOpening>().AddScoped<AskAnswers>();
        services.AddScoped<Connections>().AddScoped<Moving>().AddScoped<Accounts>().AddScoped<TwinHandler>().AddScoped<OrganizationIntents>();
        services.AddScoped<NudgeReader>().AddScoped<SealedReflections>().AddScoped<ReflectionHandler>().AddScoped<ReflectionBook>().AddScoped<LearningNudges>().AddScoped<Sharing>().AddScoped<FindHandler>().AddScoped<ActionHandler>().AddScoped<Meetings>();
        services.AddScoped<SeriesBook>().AddScoped<SeriesHandler>().AddScoped<NextConversations>().AddScoped<LearningBook>();
        foreach (var entry in JobSchedule.All) services.AddScoped(entry.Job);
        services.AddSingleton<DueWork>().AddSingleton(provider => new Clocks(provider.GetRequiredService<TimeProvider>(), TimeProvider.System));
        services.AddSingleton(new VaultSecret(vaultSecret)).AddSingleton<VaultHolder>().AddScoped(provider => provider.GetRequiredService<VaultHolder>().Vault);
        return services;
    }

    /// <summary>The loops and the engine: what makes things happen by themselves, from the moment at which the database is ready.</summary>
    public static IServiceCollection AddPairingBotLoops(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(new JobStoreConnection(connectionString)).AddSingleton<IJobFactory, JobFactory>().AddSingleton<QuartzEngine>().AddSingleton<WantedRounds>();
        services.AddSingleton(provider => new LoopList(
        [
            provider.GetRequiredService<InboxWorker>(), provider.GetRequiredService<OutboxWorker>(), provider.GetRequiredService<WantedRounds>(), provider.GetRequiredService<QuartzEngine>(),
            .. provider.GetServices<IChatListener>().Select(listener => new ListenerLoop(listener)),
        ]));
        services.AddHostedService<StartWhenReady>();
        return services;
    }

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString)
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MigrationsUserTransactionWarning)); // migrations are SQL of our own

    private static void AddChat(IServiceCollection services)
    {
        services.AddSingleton<InboxSignal>().AddSingleton<OutboxSignal>().AddSingleton<JobSignal>();
        services.AddSingleton<IChatInbox, ChatInbox>().AddSingleton<ICredentialStore, CredentialStore>().AddSingleton<InboxWorker>().AddSingleton<OutboxWorker>();
        services.AddScoped<Turns>().AddScoped<IntentDispatcher>().AddScoped<ConversationIntents>().AddScoped<AgreementIntents>().AddScoped<LearningIntents>().AddScoped<ReplyRoute>().AddScoped<Exchange>();
        services.AddScoped<Outbox>().AddScoped<OutboxLease>().AddScoped<InboxLease>().AddScoped<Delivery>().AddScoped<Shares>().AddSingleton<IReferenceBook, ReferenceBook>();
    }
}
