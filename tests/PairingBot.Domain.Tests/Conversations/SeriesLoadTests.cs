using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Conversations;

public sealed class SeriesLoadTests
{
    private static readonly Guid Ana = StoredId.Of("Ana"), Ben = StoredId.Of("Ben"), Cem = StoredId.Of("Cem");

    private static readonly SeriesLoad Load = new(
    [
        new RunningSeries("mentor", [new SeriesMember(Ben, false), new SeriesMember(Ana, true)]),
        new RunningSeries("peer", [new SeriesMember(Ben, false), new SeriesMember(Cem, false)]),
    ]);

    [Theory]
    [InlineData(3, 2, true)]
    [InlineData(2, 1, true)]
    [InlineData(1, 1, false)]
    public void A_giver_has_one_place_less_for_each_and_gives_no_more_without_one(int capacity, int left, bool offers)
    {
        var candidate = Load.On(new Candidate { PersonId = Ana, Name = "Ana", Seeks = ["peer"], Offers = ["mentor", "coach"], Capacity = capacity })!;
        Assert.Equal((left, offers), (candidate.Capacity, candidate.Offers.Count > 0));
        Assert.Equal(["peer"], candidate.Seeks);
    }

    [Fact]
    public void Whoever_has_a_mentor_looks_for_no_other_and_for_peers_all_the_same()
    {
        var candidate = Load.On(new Candidate { PersonId = Ben, Name = "Ben", Seeks = ["mentor", "coach", "peer"] })!;
        Assert.Equal(["coach", "peer"], candidate.Seeks);
        Assert.Equal(new[] { Ana, Cem }.Order(), candidate.DoNotMatch.Order());
    }

    [Fact]
    public void Whoever_looks_for_nothing_else_sits_the_round_out_in_peace() => Assert.Null(Load.On(new Candidate { PersonId = Ben, Name = "Ben", Seeks = ["mentor"] }));

    [Fact]
    public void Whoever_is_in_none_is_as_before()
    {
        var candidate = new Candidate { PersonId = StoredId.Of("Dev"), Name = "Dev", Seeks = ["mentor"] };
        Assert.Same(candidate, Load.On(candidate));
    }
}
