using System.Globalization;
using System.Text.Json.Nodes;

namespace PairingBot.Playground.SlackApi;

/// <summary>POST /api/{method}: token, arguments, faults, then the method itself.</summary>
internal sealed class SlackApiEndpoint(ApiMethods methods, AppAccess access, Trouble trouble, CallLog log, ApiTurn turn)
{
    public async Task Answer(HttpContext http, string name)
    {
        var method = methods.Find(name);
        var reading = await ApiCallReader.Read(http.Request, method?.TakesJson ?? true);
        var call = new ApiCall(name, reading.Arguments);
        if (trouble.Limits.Refuse(call) is { } seconds)
        {
            await Limit(http, call, seconds);
            return;
        }

        var fault = trouble.Faults.Next(name) is { Kind: not "pass" } played ? played : null;
        if (fault is not null && await Play(http, fault, call)) return;
        var answer = access.Answer(http, call) ?? Refusal(http, method, reading) ?? turn.Run(method!, call);
        if (reading.CharsetMissing && answer.IsOk) answer.Warn("missing_charset");
        log.Add(name, Kept(call), StatusCodes.Status200OK, answer.IsOk, answer.Error, fault?.Kind);
        if (fault is not null)
        {
            // The lost answer: all is done, and the bot never hears of it. A stalled one lets the bot wait for it.
            if (fault.Kind == "stalled-answer") await WaitForHangUp(http.RequestAborted);
            http.Abort();
            return;
        }
        http.Response.Headers["x-oauth-scopes"] = OAuthMethods.Scopes;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(answer.Body.ToJsonString(), http.RequestAborted);
    }

    private ApiAnswer? Refusal(HttpContext http, ApiMethod? method, ApiCallReader.Reading reading)
    {
        if (method is null) return ApiAnswer.No("unknown_method");
        return access.Fault(Token(http) ?? reading.Arguments["token"]?.ToString(), method.IsOfTheApp) is { } fault ? ApiAnswer.No(fault) : reading.Error is null ? null : ApiAnswer.No(reading.Error);
    }

    /// <summary>True when the call ends here.</summary>
    private async Task<bool> Play(HttpContext http, Fault fault, ApiCall call)
    {
        if (fault.Kind is "lost-answer" or "stalled-answer") return false;
        var status = fault.Kind switch { "ratelimited" => 429, "500" => 500, _ => 200 };
        var error = fault.Kind.StartsWith("error:", StringComparison.Ordinal) ? fault.Kind[6..] : fault.Kind;
        log.Add(call.Method, Kept(call), status, ok: false, error, fault.Kind);
        switch (fault.Kind)
        {
            case "reset":
                http.Abort();
                break;
            case "timeout":
                await WaitForHangUp(http.RequestAborted);
                http.Abort();
                break;
            default:
                http.Response.StatusCode = status;
                if (status == 429) http.Response.Headers.RetryAfter = fault.RetryAfter.ToString(CultureInfo.InvariantCulture);
                http.Response.ContentType = status == 500 ? "text/html" : "application/json; charset=utf-8";
                await http.Response.WriteAsync(status == 500 ? "<html><body>Server Error</body></html>" : ApiAnswer.No(error).Body.ToJsonString());
                break;
        }
        return true;
    }

    private Task Limit(HttpContext http, ApiCall call, int seconds)
    {
        log.Add(call.Method, Kept(call), StatusCodes.Status429TooManyRequests, ok: false, "ratelimited", "limit");
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return http.Response.WriteAsync(ApiAnswer.No("ratelimited").Body.ToJsonString());
    }

    private static async Task WaitForHangUp(CancellationToken hungUp)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(2), hungUp);
        }
        catch (OperationCanceledException)
        {
            // The bot gave up waiting, which is what this fault is for.
        }
    }

    private static JsonObject Kept(ApiCall call)
    {
        var kept = (JsonObject)call.Arguments.DeepClone();
        foreach (var secret in new[] { "token", "client_secret", "refresh_token", "code" }) kept.Remove(secret);
        return kept;
    }

    private static string? Token(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
    }
}
