using System.Diagnostics;
using System.Text;

namespace PairingBot.Web.Tests.Town;

/// <summary>A program of ours as an operator runs it: a process of its own, known by HTTP, that can be killed at any instruction.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;

    private readonly StringBuilder output = new();

    private HostProcess(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    public int? ExitCode => process.HasExited ? process.ExitCode : null;

    /// <param name="project">"PairingBot.Web", "PairingBot.Playground" or "PairingBot.MicrosoftTown".</param>
    /// <param name="settings">As environment variables, with colons.</param>
    public static HostProcess Start(string project, Uri address, IEnumerable<KeyValuePair<string, string>> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        start.ArgumentList.Add(Path.Combine(Repository.Root, project == "PairingBot.MicrosoftTown" ? "tests" : "src", project, "bin", Repository.Configuration, "net10.0", project + ".dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["urls"] = address.ToString();
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new HostProcess(Process.Start(start)!, address);
    }

    public async Task UntilAsync(string path, TimeSpan patience)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var end = Stopwatch.GetTimestamp() + (long)(patience.TotalSeconds * Stopwatch.Frequency); ; await Task.Delay(100))
        {
            if (process.HasExited) throw new InvalidOperationException($"The process ended with {process.ExitCode}:\n{Output}");
            try
            {
                if ((await http.GetAsync(path)).IsSuccessStatusCode) return;
            }
            catch (Exception early) when (early is HttpRequestException or TaskCanceledException)
            {
                // not up yet
            }

            if (Stopwatch.GetTimestamp() > end) throw new TimeoutException($"{path} did not answer within {patience}:\n{Output}");
        }
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public void Kill() => process.Kill();

    public Task WaitForExitAsync(TimeSpan patience) => process.WaitForExitAsync(new CancellationTokenSource(patience).Token);

    /// <summary>SIGTERM, as an orchestrator sends it.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            if (line is not null) output.AppendLine(line);
        }
    }
}
