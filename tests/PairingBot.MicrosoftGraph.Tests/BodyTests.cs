using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.Chat.Tests.Manifest;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;

namespace PairingBot.MicrosoftGraph.Tests;

/// <summary>Each body that we send has the shape that Microsoft publishes for it.</summary>
public sealed class BodyTests(Town town) : IClassFixture<Town>
{
    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "graph.extract.json"))).RootElement);

    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("POST /chats", "chat")]
    [InlineData("POST /chats/", "teamsAppInstallation")]
    [InlineData("POST /users/ana/teamwork", "teamsAppInstallation")]
    [InlineData("POST /users/ana@contoso.example/calendar", "action:getSchedule")]
    [InlineData("POST /users/ana@contoso.example/events", "event")]
    [InlineData("PATCH /users/", "event")]
    public async Task Every_body_is_of_its_shape(string call, string shape)
    {
        await town.ResetAsync();
        await using var host = town.Host();
        await CallAllAsync(host);

        var bodies = (await town.CallsAsync(call)).Select(each => each.GetProperty("body")).Where(body => body.EnumerateObject().Any()).ToList();
        Assert.NotEmpty(bodies);
        Assert.All(call == "POST /chats" ? bodies.Take(1) : bodies, body => Assert.Empty(Schema.Faults(body, shape)));
    }

    [Fact]
    public void A_body_of_another_shape_is_found() => Assert.NotEmpty(Schema.Faults(JsonDocument.Parse("""{"chatType":"pair"}""").RootElement, "chat"));

    private static async Task CallAllAsync(ServiceProvider host)
    {
        var (chats, calendars) = (host.GetRequiredService<ICompanyChats>(), host.GetRequiredService<ICalendars>());
        await chats.CreateAsync(Town.Installation, ["ana", "ben"], "A learning conversation", CancellationToken.None);
        await chats.AddForAsync(Town.Installation, "ana", CancellationToken.None);
        const string ana = "ana@contoso.example";
        await calendars.ReadAsync(Town.Installation, [ana, "ben@contoso.example"], Monday, Monday.AddDays(5), CancellationToken.None);
        var booked = await calendars.BookAsync(Town.Installation, new MeetingEvent(Guid.NewGuid(), ana, [ana, "ben@contoso.example"], "Ana and Ben", "Half an hour.", new Slot(Monday, Monday.AddMinutes(30))), CancellationToken.None);
        await calendars.MoveAsync(Town.Installation, ana, Assert.IsType<Delivered>(booked).Id, new Slot(Monday.AddHours(1), Monday.AddMinutes(90)), CancellationToken.None);
    }
}
