using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.App;
using PairingBot.App.Chat;
using PairingBot.App.Installations;
using PairingBot.App.Storage;
using PairingBot.Chat.Tests.Slack;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Slack;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Delivery;

/// <summary>The outbox on a real database, the real Slack side, and a Slack over HTTP that misbehaves as a test says.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private const string Secret = "a secret of the tests";
    private readonly TestDatabase database;
    private readonly SlackStandIn slack;
    private readonly ServiceProvider services;
    private readonly LeapingTime time;

    private PostOffice(TestDatabase database, SlackStandIn slack, ServiceProvider services, LeapingTime time) =>
        (this.database, this.slack, this.services, this.time) = (database, slack, services, time);

    /// <summary>What stands in Slack: each post that had its effect, as its message's text is at last.</summary>
    public Dictionary<string, string> Messages { get; } = [];

    public static async Task<PostOffice> OpenAsync()
    {
        var slack = await SlackStandIn.StartAsync();
        var database = await TestDatabase.CreateAsync(MigrateAsync);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:SigningSecret"] = BotHost.Secret,
            ["Slack:BotToken"] = BotHost.Token,
            ["Slack:ApiBaseUrl"] = slack.Address + "/api",
        }).Build();
        var time = new LeapingTime();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddKeyedSingleton<TimeProvider>(SlackTime.Real, time);
        services.AddPairingBot(database.ConnectionString, Secret).AddSlack(configuration);
        var office = new PostOffice(database, slack, services.BuildServiceProvider(), time);
        office.services.GetRequiredService<VaultHolder>().Keep(await office.InScopeAsync<PairingBotDb, Vault>(db => Vault.OpenAsync(db, Secret, CancellationToken.None)));
        await office.InScopeAsync<PairingBotDb, int>(db =>
        {
            db.Installations.Add(Installation.Adopt(new InstallationKey("slack", "T1"), TimeProvider.System.GetUtcNow()));
            return db.SaveChangesAsync();
        });
        office.Behave();
        return office;
    }

    /// <summary>From now on the next call of this method is answered so; those after it as they should be.</summary>
    public void Misbehave(string method, Func<HttpContext, Action, Task> answer)
    {
        var first = true;
        slack.Answer(method, async context =>
        {
            if (!first)
            {
                await WellAsync(method, context);
                return;
            }

            first = false;
            var body = slack.Calls.Last(call => call.Name == method).Json;
            await answer(context, () => Effect(method, body));
        });
    }

    public async Task<long> WriteAsync(WhenInDoubt rule, bool isIntroduction, string person) => await InScopeAsync<IServiceProvider, long>(async scope =>
    {
        var db = scope.GetRequiredService<PairingBotDb>();
        var installation = await db.Installations.SingleAsync();
        var ana = Person.Meet(installation.Id, person);
        db.People.Add(ana);
        var row = scope.GetRequiredService<Outbox>().ToPeople(
            [ana], Message("The whole message"), opener: isIntroduction ? Message("Ana, meet Ben.") : null, whenInDoubt: rule);
        await db.SaveChangesAsync();
        return row.Id;
    });

    public async Task SendAsync()
    {
        while (await services.GetRequiredService<OutboxWorker>().SendDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>As if every wait were over: also the one for the next look whether a refused token holds again.</summary>
    public async Task SendLaterAsync()
    {
        time.Leap(TimeSpan.FromMinutes(15));
        await InScopeAsync<ReadDirectory, int>(reading => reading.RunAsync(CancellationToken.None));
        for (var again = 0; again < 3; again++)
        {
            await InScopeAsync<PairingBotDb, int>(db => db.Database.ExecuteSqlAsync($"UPDATE outbox SET next_attempt_at = clock_timestamp() WHERE state = 'Waiting'"));
            await SendAsync();
        }
    }

    public Task<OutboxMessage> RowAsync(long id) => InScopeAsync<PairingBotDb, OutboxMessage>(db => db.Outbox.AsNoTracking().SingleAsync(row => row.Id == id));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await slack.DisposeAsync();
        await database.DisposeAsync();
    }

    private void Behave()
    {
        foreach (var method in new[] { "conversations.open", "chat.postMessage", "chat.update" }) slack.Answer(method, context => WellAsync(method, context));
    }

    private Task WellAsync(string method, HttpContext context) => context.Response.WriteAsync(Effect(method, slack.Calls.Last(call => call.Name == method).Json));

    private string Effect(string method, System.Text.Json.JsonElement body)
    {
        if (method == "conversations.open") return $$"""{"ok":true,"channel":{"id":"D{{body.GetProperty("users").GetString()}}"} }""";
        var ts = method == "chat.update" ? body.GetProperty("ts").GetString()! : $"1790000000.{Messages.Count:D6}";
        Messages[ts] = body.GetProperty("text").GetString()!;
        return $$"""{"ok":true,"channel":"D1","ts":"{{ts}}"}""";
    }

    private static ChatMessage Message(string words) => ChatMessage.Of("test", ChatText.Plain(words));

    private async Task<TResult> InScopeAsync<TPart, TResult>(Func<TPart, Task<TResult>> use)
        where TPart : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TPart>());
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var db = new PairingBotDb((DbContextOptions<PairingBotDb>)AppSetup.Configure(new DbContextOptionsBuilder<PairingBotDb>(), connectionString).Options);
        await db.Database.MigrateAsync();
    }
}

/// <summary>Timers end ten times sooner, and the clock may leap ahead.</summary>
internal sealed class LeapingTime : TimeProvider
{
    private TimeSpan ahead;

    public void Leap(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 10 : dueTime, period);
}
