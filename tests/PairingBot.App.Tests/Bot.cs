using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Conversations;
using PairingBot.App.Installations;
using PairingBot.App.Jobs;
using PairingBot.App.Nudges;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests;

/// <summary>The whole of App on a database of its own, without its loops: a test says what runs, and when. It is a Monday, 09:00; the first round is due at 10:00.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private const string Secret = "a secret of the tests";

    private readonly TestDatabase? _database;
    private readonly ServiceProvider _services;

    private Bot(TestDatabase? database, string connectionString, TestClock clock, RecordingPlatform platform, RecordingPlatform? teams = null)
    {
        (_database, ConnectionString, Clock, Platform) = (database, connectionString, clock, platform);
        var host = new ServiceCollection();
        if (teams is not null) host.AddSingleton<IChatPlatform>(teams);
        _services = host.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log)).AddSingleton<TimeProvider>(clock).AddSingleton<IChatPlatform>(platform).AddSingleton<ICalendars>(Calendars).AddSingleton(new PublicAddress(new Uri("https://bot.example/base"))).AddPairingBot(connectionString, Secret).BuildServiceProvider();
    }

    public string ConnectionString { get; }

    public TestClock Clock { get; }

    public LogWatch Log { get; } = new();

    public RecordingPlatform Platform { get; }

    public RecordingCalendars Calendars { get; } = new();

    public IChatInbox Inbox => _services.GetRequiredService<IChatInbox>();

    /// <summary>A bot whose directory has been read: these people, the first of whom owns the workspace.</summary>
    public static Task<Bot> StartAsync(params string[] people) => StartBesideAsync(null, people);

    /// <summary>The same on a host that serves another platform, too.</summary>
    public static async Task<Bot> StartBesideAsync(RecordingPlatform? teams, params string[] people)
    {
        var database = await TestDatabase.CreateAsync(MigrateAsync);
        var bot = new Bot(database, database.ConnectionString, new TestClock(), new RecordingPlatform(), teams);
        bot.Platform.Directory.AddRange(people.Select((who, index) => RecordingPlatform.Listed(who, isOwner: index == 0)));
        await bot.OpenVaultAsync();
        await bot.RunAsync<ReadDirectory>();
        return bot;
    }

    public static async Task<Bot> StartJoinedAsync(params string[] people)
    {
        var bot = await StartAsync(people);
        foreach (var who in people) await bot.SayAsync(who, "join");
        return bot;
    }

    /// <summary>A second host of the same installation: the same database, clock and platform, and nothing else in common.</summary>
    public async Task<Bot> AnotherHostAsync(RecordingPlatform? teams = null)
    {
        var other = new Bot(null, ConnectionString, Clock, Platform, teams);
        await other.OpenVaultAsync();
        return other;
    }

    public static async Task MigrateAsync(string connectionString)
    {
        await using var db = Open(connectionString);
        await db.Database.MigrateAsync();
    }

    public static PairingBotDb Open(string connectionString) =>
        new((DbContextOptions<PairingBotDb>)AppSetup.Configure(new DbContextOptionsBuilder<PairingBotDb>(), connectionString).Options);

    public Task<Reply> SayAsync(string who, string typed, string workspace = "T1") => AnswerAsync(who, IntentReader.FromCommand(typed), workspace);

    public Task<Reply> AnswerAsync(string who, Intent intent, string workspace = "T1") =>
        Inbox.AnswerAsync(new ChatRequest(new InstallationKey("slack", workspace), new ChatSender(who), intent, ChatPlace.Command), CancellationToken.None);

    /// <summary>As by a button in a message: the answer goes through the outbox, to <see cref="RecordingPlatform.PressAnswers"/>.</summary>
    public async Task<(string Key, bool Replaces)> PressAsync(string who, string action, string argument = "")
    {
        await Inbox.AnswerAsync(new ChatRequest(Platform.Workspace, new ChatSender(who), IntentReader.FromPress(action, argument)!, ChatPlace.Message, "handle"), CancellationToken.None);
        await SendAsync();
        var (message, replaces) = Platform.PressAnswers.Last();
        return (message.Key, replaces);
    }

    /// <summary>Things happen, are read and carried out, and what follows is sent.</summary>
    public async Task HappensAsync(params string[] events)
    {
        foreach (var body in events) await AcceptAsync(Guid.NewGuid().ToString("N"), body);
        while (await ReadEventAsync())
        {
        }

        await SendAsync();
    }

    /// <summary>The program as its organizer fills it in.</summary>
    public async Task SaveProgramAsync(params (string Key, string Value)[] fields)
    {
        var form = Assert.IsType<OpenForm>(await AnswerAsync("UANA", new OpenAdmin())).Form;
        var saved = await AnswerAsync("UANA", new SaveProgram(fields.Aggregate(Forms.AsOpened(form), (answers, field) => answers.With(field.Key, field.Value.Length > 0 ? [field.Value] : []))));
        Assert.Equal("program-saved", Assert.IsType<Say>(saved).Message.Key);
        await SendAsync();
    }

    public Task<bool> AcceptAsync(string eventId, string body) => Inbox.AcceptAsync(new InboundEvent(Platform.Workspace, eventId, body), CancellationToken.None);

    public async Task<int> RunAsync<TJob>()
        where TJob : IRecurringJob => await InScopeAsync<TJob, int>(job => job.RunAsync(CancellationToken.None));

    /// <summary>Moves the clock to the round, opens and introduces it, and sends everything.</summary>
    public async Task<List<Pairing>> HoldRoundAsync(DateTimeOffset? at = null)
    {
        Clock.Now = at ?? (await QueryAsync(db => db.Programs.ToListAsync())).Max(program => program.NextRoundAt);
        await RunAsync<OpenDueRounds>();
        await RunAsync<IntroduceRounds>();
        await SendAsync();
        return await QueryAsync(db => db.Pairings.OrderBy(pairing => pairing.Id).ToListAsync());
    }

    /// <summary>Writes this plan down for the round that has opened, instead of the matchmaker's.</summary>
    public async Task IntroduceAsync(PairingPlan plan)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PairingBotDb>();
        var round = await db.Rounds.SingleAsync(row => row.State == RoundState.SnapshotTaken);
        round.Introduce(plan.Proof);
        await scope.ServiceProvider.GetRequiredService<RoundMail>().WriteAsync(round, plan, CancellationToken.None);
        await db.SaveChangesAsync();
    }

    public async Task NudgeAsync(TimeSpan later)
    {
        Clock.Advance(later);
        await RunAsync<SendDueNudges>();
        await SendAsync();
    }

    public async Task SendAsync()
    {
        while (await _services.GetRequiredService<OutboxWorker>().SendDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    public Task<bool> ReadEventAsync() => _services.GetRequiredService<InboxWorker>().ReadNextAsync(CancellationToken.None);

    public async Task<TResult> InScopeAsync<TPart, TResult>(Func<TPart, Task<TResult>> use)
        where TPart : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TPart>());
    }

    public Task<T> QueryAsync<T>(Func<PairingBotDb, Task<T>> query) => InScopeAsync(query);

    public Task<int> ChangeAsync(Action<PairingBotDb> change) => InScopeAsync<PairingBotDb, int>(db =>
    {
        change(db);
        return db.SaveChangesAsync();
    });

    public Task<int> ExecuteAsync(FormattableString sql) => QueryAsync(db => db.Database.ExecuteSqlAsync(sql));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    private async Task OpenVaultAsync() =>
        _services.GetRequiredService<VaultHolder>().Keep(await InScopeAsync<PairingBotDb, Vault>(db => Vault.OpenAsync(db, Secret, CancellationToken.None)));
}
