using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PairingBot.Playground.SlackApi;

/// <summary>Cursor paging: an opaque cursor until it is empty.</summary>
internal static class Paging
{
    public static ApiAnswer Page(ApiCall call, string field, IReadOnlyList<JsonNode> all, int usual)
    {
        var limit = call.Number("limit", usual);
        if (limit is < 1 or > 1000) return ApiAnswer.No("invalid_limit");
        if (Start(call.Text("cursor")) is not { } start || start > all.Count) return ApiAnswer.No("invalid_cursor");
        var next = start + limit < all.Count ? Cursor(start + limit) : "";
        return ApiAnswer.Ok(new JsonObject
        {
            [field] = new JsonArray([.. all.Skip(start).Take(limit)]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        });
    }

    private static string Cursor(int start) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"next:{start}")));

    private static int? Start(string? cursor)
    {
        if (cursor is null) return 0;
        var bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor, bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        if (!text.StartsWith("next:", StringComparison.Ordinal)) return null;
        return int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : null;
    }
}
