using Quartz.Spi;

namespace PairingBot.App.Jobs.Engine;

/// <summary>The engine wants a serializer for objects in its job data. We store none: jobs have a key and nothing else.</summary>
public sealed class NoObjects : IObjectSerializer
{
    public void Initialize()
    {
        // nothing to prepare
    }

    public byte[] Serialize<T>(T obj)
        where T : class => throw new NotSupportedException("Jobs carry no objects: what is due is read from our own tables.");

    public T? DeSerialize<T>(byte[] data)
        where T : class => throw new NotSupportedException("Jobs carry no objects: what is due is read from our own tables.");
}
