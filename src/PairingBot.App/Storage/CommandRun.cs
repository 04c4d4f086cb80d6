using System.ComponentModel;
using System.Diagnostics;

namespace PairingBot.App.Storage;

/// <summary>One finished run of a program of this machine: how it ended and all that it said.</summary>
internal sealed record CommandRun(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last words, on one line, for a sentence to a person.</summary>
    public string LastLine => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";

    /// <summary>Runs to the end. A program that cannot be started is a run that failed, so that callers have one case, not two.</summary>
    public static async Task<CommandRun> Of(IReadOnlyList<string> command, CancellationToken cancel)
    {
        using var process = new Process { StartInfo = StartOf(command) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new CommandRun(127, e.Message);
        }
        try
        {
            process.StandardInput.Close();
            var said = process.StandardOutput.ReadToEndAsync(cancel);
            var complained = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new CommandRun(process.ExitCode, await said + await complained);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static ProcessStartInfo StartOf(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/", // another user may not enter the folder where the host was started
        };
        start.Environment["LC_ALL"] = "C"; // sentences that are read here must not be translated
        start.Environment.Remove("PGDATA");
        start.Environment.Remove("PGPORT");
        return start;
    }
}
