using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.App.Chat;
using PairingBot.App.Installations;
using PairingBot.App.Jobs;
using PairingBot.App.Jobs.Engine;
using PairingBot.App.Nudges;
using PairingBot.App.Programs;
using PairingBot.App.Reflections;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using Quartz.Spi;

namespace PairingBot.App;

/// <summary>
/// The three things that a host does with this project. The host brings an opened <see cref="Vault"/>, a <see cref="TimeProvider"/> and its platforms.
/// </summary>
public static class AppSetup
{
    public static IServiceCollection AddPairingBot(this IServiceCollection services, string connectionString)
    {
        services.AddDbContext<PairingBotDb>(options => Configure(options, connectionString));
        AddChat(services);
        services.AddScoped<InstallationBook>().AddScoped<DirectoryHandler>().AddScoped<DirectoryReading>();
        services.AddScoped<MembershipHandler>().AddScoped<ProgramHandler>();
        services.AddScoped<SnapshotTaker>().AddScoped<OrganizerTurns>().AddScoped<RoundMail>().AddScoped<PairingBook>().AddScoped<ConversationHandler>();
        services.AddScoped<NudgeReader>().AddScoped<SealedReflections>().AddScoped<ReflectionHandler>();
        foreach (var entry in JobSchedule.All) services.AddScoped(entry.Job);
        services.AddSingleton<DueWork>();
        return services;
    }

    /// <summary>The loops and the engine: what makes things happen by themselves.</summary>
    public static IServiceCollection AddPairingBotLoops(this IServiceCollection services, string connectionString)
    {
        services.AddHostedService(provider => provider.GetRequiredService<InboxWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        services.AddSingleton(new JobStoreConnection(connectionString)).AddSingleton<IJobFactory, JobFactory>();
        services.AddHostedService<WantedRounds>().AddHostedService<QuartzEngine>();
        return services;
    }

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString)
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MigrationsUserTransactionWarning)); // migrations are SQL of our own

    private static void AddChat(IServiceCollection services)
    {
        services.AddSingleton<InboxSignal>().AddSingleton<OutboxSignal>().AddSingleton<JobSignal>();
        services.AddSingleton<IChatInbox, ChatInbox>().AddSingleton<InboxWorker>().AddSingleton<OutboxWorker>();
        services.AddScoped<Turns>().AddScoped<IntentDispatcher>().AddScoped<ReplyRoute>().AddScoped<Exchange>();
        services.AddScoped<Outbox>().AddScoped<OutboxLease>().AddScoped<InboxLease>().AddScoped<Delivery>();
    }
}
