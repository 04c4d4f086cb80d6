using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>The loop from the outside: what people would find in their chat.</summary>
public sealed class WholeLoopTests
{
    [Fact]
    public async Task After_a_week_everybody_who_joined_has_exactly_one_introduction_or_knows_why_not()
    {
        await using var town = await DemoTown.OpenAsync();

        await town.AdvanceAsync("P1W", step: "PT3H");

        var joined = await town.CountAsync("participants");
        var leftOut = await town.CountAsync("sit_outs");
        var perPerson = PostedIntroductions.PerPerson(await town.StateAsync());
        Assert.Equal(joined - leftOut, perPerson.Count);
        Assert.All(perPerson, person => Assert.Equal(1, person.Value));
    }
}
