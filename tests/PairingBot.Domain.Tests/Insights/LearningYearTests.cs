using PairingBot.Domain.Chat;
using PairingBot.Domain.Insights;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Insights;

public sealed class LearningYearTests
{
    private static readonly Person Ana = Somebody.Called("Ana"), Ben = Somebody.Called("Ben");

    [Fact]
    public void It_knows_what_was_had_and_what_is_still_to_come()
    {
        var year = LearningYear.Of([new OwnPairing(Sample.Peers(Ana, Ben), [Ben])], ["peer", "mentor"], [], [], []);
        Assert.Equal(["peer"], year.Had);
        Assert.Equal(["mentor"], year.Missing);
    }

    [Fact]
    public void What_was_let_go_is_forgotten()
    {
        var day = new DateOnly(2026, 3, 9);
        OwnAction[] actions = [new("kept", day, null, null), new("dropped", day, ActionOutcome.Dropped, null), new("later", day.AddDays(1), ActionOutcome.Done, null)];
        Assert.Equal(["later", "kept"], LearningYear.Of([], [], actions, [], []).Actions.Select(action => action.Text));
    }

    [Fact]
    public void A_skill_has_grown_when_it_stands_higher_on_either_side()
    {
        SkillFact[] then = [new("sql", 2), new("facilitation", 3), new("writing", 2), new("gone", 1)];
        Skill[] now = [new("sql", 3, SkillSide.Wanted), new("facilitation", 5, SkillSide.Offered), new("writing", 2, SkillSide.Wanted)];
        Assert.Equal([new("facilitation", 3, 5), new("sql", 2, 3)], GrownSkill.Between(then, now));
    }

    [Fact]
    public void However_much_there_is_each_list_has_an_end()
    {
        var held = Enumerable.Range(0, 52).Select(_ => new OwnPairing(Sample.Peers(Ana, Ben), [Ben]));
        var actions = Enumerable.Range(0, 52).Select(number => new OwnAction(new string('x', 2000), new DateOnly(2026, 3, 9).AddDays(number), null, null));
        var message = Assert.IsType<Say>(LearningWords.Year(LearningYear.Of(held, ["peer"], actions, [], []), Sample.Program(), Ana)).Message;
        Assert.All(message.Pieces.OfType<Bullets>(), bullets => Assert.InRange(bullets.Items.Count, 1, 12));
        Assert.All(message.Pieces.OfType<Bullets>().SelectMany(bullets => bullets.Items), item => Assert.InRange(item.ReadAloud().Length, 1, 250));
    }
}
