using System.Text.Json.Nodes;
using PairingBot.MicrosoftTown.Login;

namespace PairingBot.MicrosoftTown.Control;

/// <summary>How a test, or somebody at a terminal, moves the town: everything below /town.</summary>
internal static class ControlRoutes
{
    public static void Map(WebApplication app)
    {
        var town = app.Services.GetRequiredService<Town>();
        var control = app.MapGroup("/town");
        PeopleRoutes.Map(control, town);
        MapPlaces(control, town);
        TeamRoutes.Map(control, town);
        MapTrouble(control, town);
        MapLogin(control, app.Services);
        SignRelay.Map(control, app.Services.GetRequiredService<BotLine>());
    }

    private static void MapPlaces(RouteGroupBuilder control, Town town)
    {
        control.MapGet("/", () => new { town.AppId, town.AppSecret, town.Tenant, town.Bot, town.Scope, LoginBaseUrl = town.Address + "/login", OpenIdMetadataUrl = town.Address + "/login/v1/.well-known/openidconfiguration" });
        control.MapPost("/bot", (JsonObject order) => Locked(town, () => new { Bot = town.Bot = order["address"]?.ToString() }));
        control.MapGet("/conversations", () => Locked(town, () => town.Conversations.Values.Select(View.Of).ToArray()));
        control.MapPost("/chats", (NewChat chat) => Locked(town, () => View.Of(town.OpenChat(chat.Topic, Those(town, chat), chat.HasBot))));
        control.MapPost("/conversations/forget", (JsonObject order) => Locked(town, () => new { Forgotten = town.Conversations.Remove(order["conversation"]?.ToString() ?? "") }));
    }

    private static void MapTrouble(RouteGroupBuilder control, Town town)
    {
        control.MapPost("/faults", (Fault fault) => Locked(town, () =>
        {
            town.Faults.Add(fault);
            return fault;
        }));
        control.MapDelete("/faults", () => Locked(town, () =>
        {
            town.Faults.Clear();
            return new { };
        }));
        control.MapPost("/rates", (JsonObject order) => Locked(town, () => new { Held = town.HoldsRates = order["held"]?.GetValue<bool>() == true }));
        control.MapGet("/calls", (string? kind) => Locked(town, () => town.Calls.Where(call => kind is null || call.Kind == kind).ToArray()));
        control.MapDelete("/calls", () => Locked(town, () =>
        {
            town.Calls.Clear();
            return new { };
        }));
    }

    private static void MapLogin(RouteGroupBuilder control, IServiceProvider services)
    {
        var keys = services.GetRequiredService<SigningKeys>();
        var desk = services.GetRequiredService<TokenDesk>();
        control.MapPost("/keys/rotate", (RotateOrder order) => new { Kid = keys.Rotate(order.ForgetOld, order.Endorsements ?? ["msteams"]) });
        control.MapPost("/tokens/revoke", () =>
        {
            desk.Revoke();
            return new { };
        });
        control.MapPost("/tokens/life", (JsonObject order) => new { Seconds = desk.LifeSeconds = order["seconds"]!.GetValue<int>() });
    }

    private static IEnumerable<Townsman> Those(Town town, NewChat chat) => chat.People.Select(town.Find).OfType<Townsman>();

    private static T Locked<T>(Town town, Func<T> read)
    {
        lock (town.Gate) return read();
    }
}
