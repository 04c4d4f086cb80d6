using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

/// <summary>One method carried out, with nobody else in between; whoever looks at the page is told when it wrote something.</summary>
internal sealed class ApiTurn(SlackWorkspace workspace, ChangeFeed feed)
{
    public ApiAnswer Run(ApiMethod method, ApiCall call)
    {
        ApiAnswer answer;
        lock (workspace.Gate) answer = method.Answer(call);
        if (method.TakesJson && answer.IsOk) feed.Tell(method.Name);
        return answer;
    }
}
