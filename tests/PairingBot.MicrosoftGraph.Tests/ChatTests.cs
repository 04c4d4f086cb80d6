using Microsoft.Extensions.DependencyInjection;
using PairingBot.Domain.Chat;

namespace PairingBot.MicrosoftGraph.Tests;

public sealed class ChatTests(Town town) : IClassFixture<Town>, IAsyncLifetime
{
    private const string Install = "POST /chats/19:made@thread.v2/installedApps", InstallForAna = "POST /users/ana/teamwork/installedApps";

    public Task InitializeAsync() => town.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_chat_is_made_of_its_people_and_the_bot_comes_into_it()
    {
        await using var host = town.Host();
        Assert.Equal(new Delivered("19:made@thread.v2"), await CreateAsync(host));
        var chat = (await town.CallsAsync("POST /chats"))[0].GetProperty("body");
        Assert.Equal(("group", "Ana and Ben, Coffee"), (chat.GetProperty("chatType").GetString(), chat.GetProperty("topic").GetString()));
        Assert.Equal(
            [$"{town.Base}/graph/v1.0/users('ana')", $"{town.Base}/graph/v1.0/users('ben')"],
            chat.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("user@odata.bind").GetString()));
        Assert.All(chat.GetProperty("members").EnumerateArray(), member => Assert.Equal("owner", member.GetProperty("roles")[0].GetString()));
        Assert.Equal($"{town.Base}/graph/v1.0/appCatalogs/teamsApps/catalog-7", (await town.CallsAsync(Install))[0].GetProperty("body").GetProperty("teamsApp@odata.bind").GetString());
    }

    [Fact]
    public async Task The_catalog_is_asked_once()
    {
        await using var host = town.Host();
        await CreateAsync(host);
        await CreateAsync(host);
        var call = Assert.Single(await town.CallsAsync("GET /appCatalogs/teamsApps"));
        Assert.Contains("externalId eq '6f9c1f4e-3b1c-4b7c-8c43-52ac4ab8a3cd'", Uri.UnescapeDataString(call.GetProperty("query").GetString()!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_app_in_the_catalog_no_chat_is_made()
    {
        await using var host = town.Host();
        await town.Http.PostAsync($"{town.Base}/graph/town/catalog/empty", null);
        Assert.Equal(new Gone(GoneScope.Permission, "not-in-catalog"), await CreateAsync(host));
        Assert.Empty(await town.CallsAsync("POST /chats"));
    }

    [Theory]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "NotFound")]
    public async Task A_bot_that_may_not_come_into_the_chat_lacks_a_permission_and_nothing_is_deleted(int status, string code)
    {
        await using var host = town.Host();
        await town.FailAsync(Install, status, code);
        Assert.Equal(new Gone(GoneScope.Permission, "TeamsAppInstallation.ReadWriteSelfForChat.All"), await CreateAsync(host));
        Assert.Empty(await town.CallsAsync("DELETE"));
    }

    [Fact]
    public async Task A_bot_that_is_in_it_already_is_in_it()
    {
        await using var host = town.Host();
        await town.FailAsync(Install, 409, "Conflict");
        Assert.IsType<Delivered>(await CreateAsync(host));
    }

    [Fact]
    public async Task Whoever_has_the_bot_already_has_it()
    {
        await using var host = town.Host();
        Assert.Equal(new Delivered("ana"), await AddAsync(host));
        await town.FailAsync(InstallForAna, 409, "Conflict");
        Assert.Equal(new Delivered("ana"), await AddAsync(host));
    }

    [Fact]
    public async Task A_policy_that_blocks_the_bot_speaks_of_the_person_and_anything_else_of_the_permission()
    {
        await using var host = town.Host();
        await town.FailAsync(InstallForAna, 403, "Forbidden", "App is blocked by app permission policy.");
        Assert.Equal(new Gone(GoneScope.Person, "blocked-by-policy"), await AddAsync(host));
        await town.FailAsync(InstallForAna, 403, "Forbidden", "Missing role permissions on the request.");
        Assert.Equal(new Gone(GoneScope.Permission, "TeamsAppInstallation.ReadWriteSelfForUser.All"), await AddAsync(host));
    }

    private static Task<DeliveryResult> CreateAsync(ServiceProvider host) => Chats(host).CreateAsync(Town.Installation, ["ana", "ben"], "Ana and Ben:, Coffee", CancellationToken.None);

    private static Task<DeliveryResult> AddAsync(ServiceProvider host) => Chats(host).AddForAsync(Town.Installation, "ana", CancellationToken.None);

    private static ICompanyChats Chats(ServiceProvider host) => host.GetRequiredService<ICompanyChats>();
}
