using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PairingBot.App.Tests;

/// <summary>Looks through everything that is logged, at every level, for a word that must not be there. Idle until it is told one.</summary>
internal sealed class LogWatch : ILoggerProvider, ILogger
{
    private string? _word;
    private int _seen;

    public ConcurrentQueue<string> Found { get; } = [];

    public int Seen => _seen;

    public void LookFor(string word) => _word = word;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => _word is not null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Interlocked.Increment(ref _seen);
        var line = formatter(state, exception) + exception;
        if (line.Contains(_word!, StringComparison.OrdinalIgnoreCase)) Found.Enqueue(line);
    }

    public void Dispose()
    {
    }
}
