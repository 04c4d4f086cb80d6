using System.Globalization;
using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Graph;

/// <summary>What Graph does in the town itself: its people, chats of several, and the app for those who do not have it. Ids that nobody in the town has are taken on trust.</summary>
internal sealed class TeamsByGraph(Town town)
{
    private const int PageSize = 100;

    private const string Unknown = "19:made@thread.v2";

    /// <summary>A page of those who live in the town; null when nobody does.</summary>
    public JsonObject? People(HttpContext context)
    {
        var skip = int.Parse(context.Request.Query["$skiptoken"].ToString() is { Length: > 0 } token ? token : "0", CultureInfo.InvariantCulture);
        lock (town.Gate)
        {
            if (town.People.Count == 0) return null;
            var page = new JsonObject { ["value"] = new JsonArray([.. town.People.Skip(skip).Take(PageSize).Select(Listed)]) };
            if (skip + PageSize < town.People.Count) page["@odata.nextLink"] = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}?$top=999&$skiptoken={skip + PageSize}";
            return page;
        }
    }

    private static JsonObject Listed(Townsman person) => new()
    {
        ["id"] = person.AadId, ["displayName"] = person.Name, ["mail"] = person.Upn, ["userPrincipalName"] = person.Upn, ["jobTitle"] = "Engineer", ["accountEnabled"] = true, ["userType"] = "Member",
    };

    public string Address(string id)
    {
        lock (town.Gate) return town.Find(id)?.Upn ?? $"{id}@contoso.example";
    }

    public string Open(JsonObject wanted)
    {
        var links = (wanted["members"] as JsonArray ?? []).Select(member => member?["user@odata.bind"]?.ToString() ?? "");
        lock (town.Gate)
        {
            List<Townsman> people = [.. links.Select(link => town.People.FirstOrDefault(person => link.Contains(person.AadId, StringComparison.OrdinalIgnoreCase))).OfType<Townsman>()];
            return people.Count > 1 ? town.OpenChat(wanted["topic"]?.ToString(), people, hasBot: false).Id : Unknown;
        }
    }

    public IResult AddTo(string chat)
    {
        lock (town.Gate)
            if (town.Conversations.TryGetValue(Uri.UnescapeDataString(chat), out var conversation)) conversation.HasBot = true;
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    public IResult AddFor(string person)
    {
        lock (town.Gate)
            if (town.Find(person) is { } known) known.HasApp = true;
        return Results.StatusCode(StatusCodes.Status201Created);
    }
}
