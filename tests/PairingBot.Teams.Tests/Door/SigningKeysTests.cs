using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PairingBot.Teams.Tokens;

namespace PairingBot.Teams.Tests.Door;

/// <summary>Who is let in, and how often Microsoft is asked for its keys.</summary>
public sealed class SigningKeysTests : IAsyncLifetime
{
    private DoorHost door = null!;

    public async Task InitializeAsync() => door = await DoorHost.StartAsync();

    public async Task DisposeAsync() => await door.DisposeAsync();

    [Fact]
    public async Task A_true_request_comes_in_and_the_keys_are_fetched_once()
    {
        for (var time = 0; time < 3; time++) Assert.Equal(new Answer(200, ""), await SayAsync());

        Assert.Equal(1, door.Microsoft.Fetches);
        Assert.Single(door.Inbox.Events);
    }

    [Fact]
    public async Task Many_at_once_wait_for_one_fetch()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SayAsync()));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(1, door.Microsoft.Fetches);
    }

    [Theory]
    [InlineData("aud", "8A1BB6A5-0C2B-4D62-9A35-5AD8E0F00A11")]
    [InlineData("typ", "at+jwt")]
    [InlineData("ver", "1.0")]
    public async Task What_a_true_token_may_also_say_changes_nothing(string claim, string value) =>
        Assert.Equal(200, (await SayAsync(door.Signer, Good().With(claim, value))).Status);

    [Theory]
    [InlineData(-300, 200)]
    [InlineData(0, 200)]
    [InlineData(300, 200)]
    [InlineData(302, 401)]
    public async Task Clocks_may_differ_by_five_minutes(int ahead, int expected) =>
        Assert.Equal(expected, (await SayAsync(door.Signer, Good().With("nbf", door.Now + ahead))).Status);

    [Fact]
    public async Task A_token_lasts_five_minutes_longer_than_it_says() =>
        Assert.Equal(200, (await SayAsync(door.Signer, Good().With("exp", door.Now - 299))).Status);

    [Fact]
    public async Task A_token_without_a_beginning_is_true() => Assert.Equal(200, (await SayAsync(door.Signer, Good().Without("nbf"))).Status);

    [Fact]
    public async Task The_service_address_may_differ_in_case_and_in_its_last_slash() =>
        Assert.Equal(200, (await SayAsync(door.Signer, Good().With("serviceurl", door.Microsoft.Connector.TrimEnd('/').ToUpperInvariant()))).Status);

    [Fact]
    public async Task A_new_key_is_found_by_one_fetch_more()
    {
        await SayAsync();
        var next = door.Key("key-2");
        door.Microsoft.Published = [next.Published(endorsements: "msteams")];

        Assert.Equal(200, (await SayAsync(next, Good())).Status);
        Assert.Equal(401, (await SayAsync()).Status); // the one of before is gone
        Assert.Equal(2, door.Microsoft.Fetches);
    }

    [Fact]
    public async Task A_flood_of_unknown_keys_makes_one_fetch()
    {
        await SayAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => SayAsync(door.Signer, Good(), door.Signer.Header().With("kid", $"unknown-{number}"))));

        Assert.All(answers, answer => Assert.Equal(401, answer.Status));
        Assert.Equal(2, door.Microsoft.Fetches);
        Assert.Equal(200, (await SayAsync()).Status);
    }

    [Fact]
    public async Task Five_minutes_later_an_unknown_key_is_looked_for_again()
    {
        var next = door.Key("key-2");
        Assert.Equal(401, (await SayAsync(next, Good())).Status);
        door.Microsoft.Published = [next.Published(endorsements: "msteams")];
        door.Time.Move(SigningKeys.BetweenRefetches);

        Assert.Equal(200, (await SayAsync(next, Good())).Status);
    }

    [Fact]
    public async Task After_a_day_the_keys_are_fetched_again()
    {
        await SayAsync();
        door.Time.Move(SigningKeys.Lifetime);

        await SayAsync();

        Assert.Equal(2, door.Microsoft.Fetches);
    }

    [Fact]
    public async Task When_Microsoft_does_not_answer_the_known_keys_go_on()
    {
        await SayAsync();
        door.Microsoft.Instead = Failing(500);
        door.Time.Move(SigningKeys.Lifetime);

        for (var time = 0; time < 3; time++) Assert.Equal(200, (await SayAsync()).Status);

        Assert.Equal(2, door.Microsoft.Fetches); // not at each request
    }

    [Fact]
    public async Task Without_any_keys_nobody_comes_in_and_soon_it_is_tried_again()
    {
        door.Microsoft.Instead = Failing(503);
        for (var time = 0; time < 3; time++) Assert.Equal(401, (await SayAsync()).Status);
        Assert.Equal(1, door.Microsoft.Fetches);
        door.Microsoft.Instead = null;
        door.Time.Move(SigningKeys.BetweenFirstFetches);

        Assert.Equal(200, (await SayAsync()).Status);
    }

    public static TheoryData<string, string> NoKeys => new()
    {
        { "nothing", "" },
        { "a page", "<html>" },
        { "a list", "[]" },
        { "no keys", """{"keys":[]}""" },
        { "keys of the wrong kinds", """{"keys":[null,1,"x",{},{"kty":"RSA","use":"sig","kid":"key-1","n":7,"e":null},{"kty":"RSA","use":"sig","kid":"key-1","n":"!","e":"AQAB"}]}""" },
        { "too much", "{\"keys\":[" + new string(' ', PublishedKeys.LargestAnswer) + "]}" },
    };

    [Theory]
    [MemberData(nameof(NoKeys))]
    public async Task An_answer_that_is_no_set_of_keys_lets_nobody_in(string what, string body)
    {
        door.Microsoft.Instead = context => context.Response.WriteAsync(body);

        Assert.Equal((what, 401), (what, (await SayAsync()).Status));
    }

    [Fact]
    public async Task Keys_are_where_the_metadata_say_and_need_not_say_for_what_they_are()
    {
        await using var elsewhere = await KeyHost.StartAsync();
        elsewhere.Published = [.. door.Microsoft.Published.Select(key => key.Without("use"))];
        door.Microsoft.NamedAddress = elsewhere.Address + "/v1/.well-known/keys";

        Assert.Equal(200, (await SayAsync()).Status);
        Assert.Equal(1, elsewhere.Fetches);
    }

    [Fact]
    public async Task Keys_are_not_followed_to_another_place()
    {
        await using var elsewhere = await KeyHost.StartAsync();
        elsewhere.Published = door.Microsoft.Published;
        door.Microsoft.Instead = context =>
        {
            context.Response.Redirect(elsewhere.Address + "/v1/.well-known/keys");
            return Task.CompletedTask;
        };
        Assert.Equal(401, (await SayAsync()).Status);
        door.Microsoft.Instead = null;
        door.Microsoft.NamedAddress = "http://keys.example/v1/.well-known/keys"; // plain http, to another machine
        door.Time.Move(SigningKeys.BetweenFirstFetches);

        Assert.Equal(401, (await SayAsync()).Status);
        Assert.Equal(0, elsewhere.Fetches);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var body = Happenings.Words(door.Microsoft.Connector, new string('x', 256 * 1024)).ToJsonString();

        Assert.Equal(new Answer(413, ""), await door.SendAsync(body, DoorHost.Bearer(door.Token(door.Microsoft.Connector))));
        Assert.Empty(door.Inbox.Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"text\":\"\\ud800\"}")]
    public async Task A_body_that_is_no_activity_is_refused(string body) =>
        Assert.Equal(new Answer(400, ""), await door.SendAsync(body, DoorHost.Bearer(door.Token(door.Microsoft.Connector))));

    private JsonObject Good() => Signer.Claims(door.Microsoft.Connector, door.Now);

    private Task<Answer> SayAsync() => SayAsync(door.Signer, Good());

    private Task<Answer> SayAsync(Signer signer, JsonObject claims, JsonObject? header = null) =>
        door.SendAsync(Happenings.Words(door.Microsoft.Connector, "join").ToJsonString(), DoorHost.Bearer(signer.Token(header ?? signer.Header(), claims)));

    private static RequestDelegate Failing(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
