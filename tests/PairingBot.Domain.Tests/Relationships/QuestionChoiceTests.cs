using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Tests.Relationships;

public sealed class QuestionChoiceTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Types => [.. RelationshipCatalog.All.Select(type => type.Key)];

    [Theory]
    [InlineData("Get promoted to lead", GoalTopics.Career)]
    [InlineData("get better at negotiating", GoalTopics.Skill)]
    [InlineData("Decide whether I stay", GoalTopics.Decision)]
    [InlineData("a difficult conversation with my team", GoalTopics.Conflict)]
    [InlineData("be more visible", GoalTopics.Visibility)]
    [InlineData("starting in a new town", GoalTopics.Start)]
    [InlineData("knitting", GoalTopics.None)]
    [InlineData("", GoalTopics.None)]
    [InlineData(null, GoalTopics.None)]
    public void What_a_goal_is_about_is_read_from_its_words(string? goal, GoalTopics topic) => Assert.Equal(topic, GoalReading.TopicsOf(goal) & topic);

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_topic_has_a_question_in_every_relationship(string key) => Assert.All(
        Enum.GetValues<GoalTopics>().Except([GoalTopics.None]), topic => Assert.Contains(Type(key).OpeningQuestions, question => question.Suits.HasFlag(topic)));

    [Theory]
    [MemberData(nameof(Types))]
    public void A_goal_brings_its_questions_first(string key) => Assert.All(
        QuestionChoice.For(Type(key), ["get promoted"], [], 7).Take(1), question => Assert.True(question.Suits.HasFlag(GoalTopics.Career)));

    [Theory]
    [MemberData(nameof(Types))]
    public void Without_a_goal_they_suit_anybody(string key) =>
        Assert.All(Enumerable.Range(0, 50), seed => Assert.All(QuestionChoice.For(Type(key), [], [], seed), question => Assert.Equal(GoalTopics.None, question.Suits)));

    [Theory]
    [MemberData(nameof(Types))]
    public void Nobody_is_shown_a_question_twice_before_all_are_used_up(string key)
    {
        var type = Type(key);
        List<ShownQuestions> shown = [];
        for (var round = 0; round < type.OpeningQuestions.Count / QuestionChoice.Count; round++) shown.Add(new([.. QuestionChoice.For(type, ["decide something"], shown, round).Select(question => question.Key)], Start.AddDays(7 * round)));
        Assert.Equal(shown.Count * QuestionChoice.Count, shown.SelectMany(each => each.Keys).Distinct().Count());
    }

    [Fact]
    public void Then_those_of_longest_ago_come_back()
    {
        var type = new Mentor();
        var shown = type.OpeningQuestions.Select((question, index) => new ShownQuestions([question.Key], Start.AddDays(index))).ToList();
        Assert.Equal(type.OpeningQuestions.Take(3).Select(question => question.Key), QuestionChoice.For(type, [], shown, 5).Select(question => question.Key));
    }

    /// <summary>Sixty people who meet another one every week for three years, in one relationship.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void In_three_years_of_weekly_rounds_no_opening_is_ever_the_same_for_a_person(string key)
    {
        var (type, random) = (Type(key), new Random(11));
        string[] goals = ["get promoted", "decide what to drop", "speak up", ""];
        var shown = Enumerable.Range(0, 60).Select(_ => new List<ShownQuestions>()).ToList();
        for (var week = 0; week < 156; week++)
        {
            var order = Enumerable.Range(0, 60).OrderBy(_ => random.Next()).ToList();
            for (var pair = 0; pair < 60; pair += 2)
            {
                var (one, other) = (shown[order[pair]], shown[order[pair + 1]]);
                var opening = new ShownQuestions([.. QuestionChoice.For(type, [goals[random.Next(4)]], [.. one, .. other], random.NextInt64()).Select(question => question.Key)], Start.AddDays(7 * week));
                one.Add(opening);
                other.Add(opening);
            }
        }

        Assert.All(shown, own => Assert.Equal(156, own.Select(each => string.Join(' ', each.Keys.Order())).Distinct().Count()));
        Assert.All(shown, own => Assert.All(own, each => Assert.Equal(3, each.Keys.Distinct().Count())));
    }

    [Fact]
    public void The_seed_decides_between_equals_and_nothing_else()
    {
        IReadOnlyList<string> Keys(long seed) => [.. QuestionChoice.For(new Peer(), [], [], seed).Select(question => question.Key)];
        Assert.Equal(Keys(3), Keys(3));
        Assert.True(Enumerable.Range(0, 20).Select(seed => string.Join(' ', Keys(seed))).Distinct().Count() > 5);
    }

    private static RelationshipType Type(string key) => RelationshipCatalog.Find(key)!;
}
