using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PairingBot.App.Installations;
using PairingBot.App.Jobs;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Tests.Organizations;

/// <summary>A workspace and a tenant, served by one host. Ids tell where somebody is: UANA in the workspace (Fernhill), TBEN in the tenant (Contoso). UANA and TANA run their sides.</summary>
internal sealed partial class TwoSides : IAsyncDisposable
{
    private TwoSides(Bot bot, RecordingPlatform teams) => (Bot, Teams) = (bot, teams);

    public Bot Bot { get; }

    public RecordingPlatform Slack => Bot.Platform;

    public RecordingPlatform Teams { get; }

    /// <summary>Everybody takes part on their own side.</summary>
    public static async Task<TwoSides> StartAsync(params string[] people)
    {
        var teams = new RecordingPlatform { Workspace = new InstallationKey("teams", "tenant"), Name = "Contoso" };
        teams.Directory.AddRange(people.Where(IsInTeams).Select(Listed));
        var bot = await Bot.StartBesideAsync(teams);
        bot.Platform.Directory.AddRange(people.Where(who => !IsInTeams(who)).Select(Listed));
        await bot.ExecuteAsync($"UPDATE installations SET people_read_at = NULL");
        await bot.RunAsync<ReadDirectory>();
        var sides = new TwoSides(bot, teams);
        foreach (var who in people) await sides.SayAsync(who, "join");
        return sides;
    }

    /// <summary>The workspace is the home.</summary>
    public static async Task<TwoSides> StartConnectedAsync(params string[] people)
    {
        var sides = await StartAsync(people);
        await sides.ConnectAsync();
        return sides;
    }

    public async Task ConnectAsync(string home = "UANA", string joining = "TANA")
    {
        var first = Code(await SayAsync(home, "connect"));
        var second = Code(await SayAsync(joining, $"connect {first}"));
        Assert.Equal("connected-home", Key(await SayAsync(home, $"connect {second}")));
        await Bot.SendAsync();
    }

    public Task<Reply> SayAsync(string who, string typed) => AnswerAsync(who, IntentReader.FromCommand(typed));

    public Task<Reply> AnswerAsync(string who, Intent intent, ChatPlace place = ChatPlace.Command) =>
        Bot.Inbox.AnswerAsync(new ChatRequest(Side(who).Workspace, new ChatSender(who), intent, place), CancellationToken.None);

    public Task<Reply> PressAsync(string who, string action, string argument) => AnswerAsync(who, IntentReader.FromPress(action, argument)!, ChatPlace.Message);

    public RecordingPlatform Side(string who) => IsInTeams(who) ? Teams : Slack;

    /// <summary>What somebody has in a conversation with the bot alone.</summary>
    public List<ChatMessage> Read(string who) => [.. Side(who).Posts.Where(post => post.Conversation == who).Select(post => post.Message)];

    /// <summary>Posts are replaced in two steps: what stands there in the end.</summary>
    public ChatMessage Introduction(string who)
    {
        var opener = Side(who).Posts.Last(post => post.Conversation == who && post.Message.Key == "introduction-opener");
        return Side(who).Updates.Single(update => update.MessageId == opener.MessageId).Message;
    }

    public Task<Person> PersonAsync(string who) => Bot.QueryAsync(db => db.People.SingleAsync(person => person.ExternalId == who));

    public Task<List<Pairing>> PairingsAsync() => Bot.QueryAsync(db => db.Pairings.OrderBy(pairing => pairing.IntroducedAt).ToListAsync());

    /// <summary>The home's next round.</summary>
    public async Task<List<Pairing>> HoldRoundAsync()
    {
        var before = (await PairingsAsync()).ConvertAll(pairing => pairing.Id);
        var home = await Bot.QueryAsync(db => db.Programs.FirstAsync(program => db.Installations.Any(each => each.Id == program.InstallationId && each.Platform == "slack")));
        return (await Bot.HoldRoundAsync(home.NextRoundAt)).FindAll(pairing => !before.Contains(pairing.Id));
    }

    public Task RunAsync<TJob>()
        where TJob : IRecurringJob => Bot.RunAsync<TJob>();

    public async Task ReadAgainAsync()
    {
        await Bot.ExecuteAsync($"UPDATE installations SET people_read_at = NULL");
        await Bot.RunAsync<ReadDirectory>();
    }

    public static string Key(Reply reply) => reply switch { Say say => say.Message.Key, Replace replace => replace.Message.Key, _ => reply.GetType().Name };

    public static string Words(ChatMessage message) => string.Join('\n', message.Pieces.Select(piece => piece switch
    {
        Paragraph paragraph => paragraph.Text.ReadAloud(),
        Bullets bullets => string.Join('\n', bullets.Items.Select(item => item.ReadAloud())),
        _ => "",
    }));

    public static string Code(Reply reply) => CodePattern().Match(Words(Assert.IsType<Say>(reply).Message)).Value;

    public static string Id(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private static bool IsInTeams(string who) => who.StartsWith('T');

    private static DirectoryPerson Listed(string who) => RecordingPlatform.Listed(who, isOwner: who is "UANA" or "TANA") with { Email = $"{who.ToLowerInvariant()}@example.com" };

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")]
    private static partial Regex CodePattern();
}
