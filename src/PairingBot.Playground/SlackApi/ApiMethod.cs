namespace PairingBot.Playground.SlackApi;

/// <summary>One method of the Web API. Those that only read take forms; those that write take JSON too. Each goes by the token of the bot, or of the app.</summary>
internal sealed record ApiMethod(string Name, bool TakesJson, Func<ApiCall, ApiAnswer> Answer)
{
    public bool IsOfTheApp { get; init; }

    public static ApiMethod Reads(string name, Func<ApiCall, ApiAnswer> answer) => new(name, false, answer);

    public static ApiMethod Writes(string name, Func<ApiCall, ApiAnswer> answer) => new(name, true, answer);
}
