using System.Text;
using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown;

/// <summary>Serves one call: writes it down, lets the faults that were asked for befall it, and answers.</summary>
internal sealed class Teller(Town town)
{
    public async Task ServeAsync(HttpContext context, string kind, Func<string, Answer> carryOut)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var fault = Take(kind, context.Request.Path);
        if (fault is { DelayMs: > 0 }) await Task.Delay(fault.DelayMs, context.RequestAborted);
        if (fault?.Cut == "before")
        {
            Note(context, kind, body, new Answer(0));
            context.Abort();
            return;
        }

        var answer = fault?.Status is { } status ? new Answer(status, null, fault.RetryAfter) : Guarded(body, carryOut);
        Note(context, kind, body, answer, fault?.Body);
        if (fault?.Cut == "after") context.Abort();
        else await WriteAsync(context, answer, fault?.Status is null ? null : fault.Body ?? "");
    }

    /// <summary>JSON of an object, or null.</summary>
    public static JsonObject? Read(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private Answer Guarded(string body, Func<string, Answer> carryOut)
    {
        lock (town.Gate) return carryOut(body);
    }

    private Fault? Take(string kind, string path)
    {
        lock (town.Gate)
        {
            var index = town.Faults.FindIndex(fault => fault.Befalls(kind, path));
            if (index < 0) return null;
            var fault = town.Faults[index];
            if (fault.Times <= 1) town.Faults.RemoveAt(index);
            else town.Faults[index] = fault with { Times = fault.Times - 1 };
            return fault;
        }
    }

    private void Note(HttpContext context, string kind, string body, Answer answer, string? text = null)
    {
        lock (town.Gate) town.Calls.Add(new Call(kind, context.Request.Method, context.Request.Path + context.Request.QueryString, body, answer.Status, text ?? answer.Body?.ToJsonString()));
    }

    private static async Task WriteAsync(HttpContext context, Answer answer, string? text)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is not null) context.Response.Headers.RetryAfter = answer.RetryAfter;
        var body = text ?? answer.Body?.ToJsonString();
        if (body is null) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }
}
