namespace PairingBot.Web.Tests.Conformance;

/// <summary>
/// What every chat platform must hold, from the outside: the bot as a process, the platform's side as another one, signed HTTP between them. What changes little shares one world; a platform's
/// class is this with its own world.
/// </summary>
public abstract class ChatPlatformConformance(SharedWorld shared)
{
    [Fact]
    public async Task The_whole_loop_from_joining_to_what_came_of_it()
    {
        await using var world = await OpenAsync();
        foreach (var who in new[] { "ana", "ben" }) await JoinAsync(world, who);
        await world.OpenFormAsync("ana", "settings");
        await world.SendFormAsync("ana", ("What are you trying to do, or stuck on?", "Run better meetings"));
        await world.Town.SettleAsync();
        Assert.True(await world.Town.CountAsync("people WHERE profile ->> 'goal' = 'Run better meetings'") == 1, await world.FormAsync("ana"));

        await HoldRoundAsync(world);
        foreach (var who in new[] { "ana", "ben" }) Assert.Contains("Run better meetings", Assert.Single(await IntroductionsAsync(world, who)), StringComparison.Ordinal);

        await world.PressAsync("ben", "We met");
        await world.Town.SettleAsync();
        await world.PressAsync("ana", "Look back");
        await world.SendFormAsync("ana", ("What did you take away?", "Ask one question first"), ("What will you do, and when?", "Open Monday's meeting with a question"));
        await world.Town.SettleAsync();
        Assert.Equal(1, await world.Town.CountAsync("reflections WHERE person_id = (SELECT id FROM people WHERE name LIKE 'Ana%')"));

        await world.Town.AdvanceAsync("P8D", step: "PT6H");
        await world.Town.SettleAsync();
        Assert.Contains(await world.ReadAsync("ana"), text => text.Contains("Open Monday's meeting with a question", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_come_from_the_platform_is_refused_and_leaves_nothing()
    {
        var world = await SharedAsync();
        var before = (await world.Town.CountAsync("inbox"), await world.Town.CountAsync("participants"));
        Assert.InRange(await world.ForgeAsync("ben", "join"), 401, 403);
        Assert.Equal(before, (await world.Town.CountAsync("inbox"), await world.Town.CountAsync("participants")));
    }

    [Fact]
    public async Task The_same_delivery_twice_is_answered_once()
    {
        var world = await SharedAsync();
        var before = (await world.ReadAsync("ben")).Count;
        await world.SayTwiceAsync("ben", "help");
        await world.Town.UntilAsync(async () => (await world.ReadAsync("ben")).Count > before, "help is there");
        await world.Town.SettleAsync();
        Assert.Equal(before + 1, (await world.ReadAsync("ben")).Count);
    }

    [Fact]
    public async Task A_word_that_nobody_knows_gets_the_nearest_one()
    {
        var world = await SharedAsync();
        await world.SayAsync("cem", "jion");
        await world.Town.UntilAsync(async () => (await world.ReadAsync("cem")).Any(text => text.Contains("Did you mean", StringComparison.Ordinal)), "the nearest word is offered");
    }

    [Fact]
    public async Task A_form_that_is_refused_keeps_what_was_typed_and_saves_nothing()
    {
        var world = await SharedAsync();
        await JoinAsync(world, "ana");
        await world.OpenFormAsync("ana", "settings");
        await world.SendFormAsync("ana", ("What are you trying to do, or stuck on?", "Run better meetings"), ("Your working day begins", "17:00"), ("Your working day ends", "09:00"));

        var form = await world.FormAsync("ana");
        Assert.NotNull(form);
        Assert.Contains("Run better meetings", form, StringComparison.Ordinal);
        Assert.Equal(0, await world.Town.CountAsync("people WHERE profile ->> 'goal' = 'Run better meetings'"));
    }

    [Fact]
    public async Task Whatever_goes_wrong_on_the_way_each_gets_exactly_one_introduction_a_round()
    {
        await using var world = await OpenAsync();
        foreach (var who in new[] { "ana", "ben" }) await JoinAsync(world, who);
        await world.Town.ExecuteAsync("UPDATE programs SET cool_down_rounds = 0"); // the two meet each week
        var rounds = 0;
        foreach (var trouble in Enum.GetValues<Trouble>())
        {
            await world.TroubleAsync(trouble, times: 2);
            await HoldRoundAsync(world);
            rounds++;
            foreach (var who in new[] { "ana", "ben" }) Assert.True((await IntroductionsAsync(world, who)).Count == rounds, $"{trouble}: {who} has {(await IntroductionsAsync(world, who)).Count} introductions after {rounds} rounds");
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_round_it_goes_on_and_tells_each_once()
    {
        await using var world = await OpenAsync();
        foreach (var who in new[] { "ana", "ben" }) await JoinAsync(world, who);
        var advance = world.Town.AdvanceAsync("P1W", step: "PT6H");
        await world.Town.UntilAsync(async () => advance.IsCompleted || await world.Town.CountAsync("pairings") > 0, "the round has opened");
        await world.KillAndStartAsync();
        await Record.ExceptionAsync(() => advance);
        await world.Town.AdvanceAsync("P1D", step: "PT6H");
        await world.Town.SettleAsync();
        foreach (var who in new[] { "ana", "ben" }) Assert.Single(await IntroductionsAsync(world, who));
    }

    [Fact]
    public async Task Whoever_can_no_longer_be_written_to_is_not_paired_and_the_others_are()
    {
        await using var world = await OpenAsync();
        foreach (var who in new[] { "ana", "ben", "cem" }) await JoinAsync(world, who);
        await world.LoseAsync("cem");
        await HoldRoundAsync(world);
        foreach (var who in new[] { "ana", "ben" }) Assert.Single(await IntroductionsAsync(world, who));
        Assert.Equal(0, await world.Town.CountAsync("pairing_members WHERE person_id = (SELECT id FROM people WHERE name LIKE 'Cem%')"));
    }

    private protected abstract Task<IChatWorld> OpenAsync();

    private Task<IChatWorld> SharedAsync() => shared.OpenAsync(OpenAsync);

    /// <summary>A week, in steps: the round opens, and each is told.</summary>
    private static async Task HoldRoundAsync(IChatWorld world)
    {
        await world.Town.AdvanceAsync("P1W", step: "PT6H");
        await world.Town.SettleAsync();
    }

    private static async Task<List<string>> IntroductionsAsync(IChatWorld world, string who) => [.. (await world.ReadAsync(who)).Where(text => text.Contains("Why you two", StringComparison.Ordinal))];

    private static async Task JoinAsync(IChatWorld world, string who)
    {
        await world.SayAsync(who, "join");
        await world.Town.UntilAsync(async () => await world.Town.CountAsync($"participants JOIN people ON people.id = person_id WHERE lower(name) LIKE '{who}%'") == 1, $"{who} takes part");
        await world.Town.SettleAsync();
    }
}
