namespace PairingBot.Playground.SlackApi;

/// <summary>One method of the Web API. Those that only read take forms; those that write take JSON too.</summary>
internal sealed record ApiMethod(string Name, bool TakesJson, Func<ApiCall, ApiAnswer> Answer)
{
    public static ApiMethod Reads(string name, Func<ApiCall, ApiAnswer> answer) => new(name, false, answer);

    public static ApiMethod Writes(string name, Func<ApiCall, ApiAnswer> answer) => new(name, true, answer);
}
