using PairingBot.Domain.Reflections;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Reflections;

public sealed class MeasureTests
{
    [Fact]
    public void Each_comes_in_its_turn_and_none_twice_within_eight_weeks()
    {
        List<MeasureTaken> taken = [];
        for (var week = 0; week < 104; week++)
        {
            var now = Sample.Now.AddDays(7 * week);
            if (MeasureCatalog.Next(taken, now) is { } measure) taken.Add(MeasureTaken.Ask(measure, Guid.Empty, Guid.Empty, Guid.Empty, now));
        }

        Assert.Equal(MeasureCatalog.All.Select(measure => measure.Key), taken.Take(5).Select(each => each.Kind));
        Assert.Equal(13 * 5, taken.Count);
        Assert.All(taken.GroupBy(each => each.Kind), kind => Assert.All(kind.Zip(kind.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromDays(56))));
    }
}
