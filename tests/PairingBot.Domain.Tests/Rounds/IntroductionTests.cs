using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Rounds;

public sealed class IntroductionTests
{
    private static readonly Person Ana = Somebody.Called("Ana Lima", profile: new Profile { Goal = "Learn to say no" });
    private static readonly Person Ben = Somebody.Called("Ben Okafor");
    private static readonly Person Cem = Somebody.Called("Cem Yildiz", profile: new Profile { Goal = "Write shorter" });

    [Theory]
    [InlineData("Ana Lima", "Ben Okafor")]
    [InlineData("Ben Okafor", "Ana Lima")]
    public void Between_peers_the_one_who_does_not_organize_asks_first(string organizer, string asker)
    {
        var text = Read(Sample.Conversation("peer", Of(organizer), (Ana, "peer"), (Ben, "peer")), Ana, Ben);
        Assert.Contains($"{organizer}, please find a time", text, StringComparison.Ordinal);
        Assert.Contains($"{asker}, you ask first.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mentor", "mentee", "mentor")]
    [InlineData("coach", "coachee", "coach")]
    [InlineData("sponsor", "protege", "sponsor")]
    public void Whoever_seeks_asks_first_even_when_they_organize(string type, string seeker, string giver)
    {
        var byGiver = Read(Sample.Conversation(type, Ben, (Ana, seeker), (Ben, giver)), Ana, Ben);
        Assert.Contains("Ben Okafor, please find a time", byGiver, StringComparison.Ordinal);
        Assert.Contains("Ana Lima, you ask first.", byGiver, StringComparison.Ordinal);

        var bySeeker = Read(Sample.Conversation(type, Ana, (Ana, seeker), (Ben, giver)), Ana, Ben);
        Assert.Contains("Ana Lima, please find a time", bySeeker, StringComparison.Ordinal);
        Assert.Contains("You also ask first.", bySeeker, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_has_their_role_in_words()
    {
        var text = Read(Sample.Conversation("sponsor", Ben, (Ana, "protege"), (Ben, "sponsor")), Ana, Ben);
        Assert.Contains("Ana Lima as protégé", text, StringComparison.Ordinal);
        Assert.Contains("Ben Okafor as sponsor", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trio_names_all_three_and_asks_the_three()
    {
        var pairing = Sample.Peers(Ana, Ben, Cem);
        Assert.Equal("Ana Lima, Ben Okafor and Cem Yildiz, meet each other.", Introduction.Opener([Ana, Ben, Cem]).Summary);
        Assert.Contains("Ana Lima, Ben Okafor and Cem Yildiz", Read(pairing, Ana, Ben, Cem), StringComparison.Ordinal);
        Assert.DoesNotContain("you two", Read(pairing, Ana, Ben, Cem), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void It_tells_goals_and_is_silent_where_nobody_has_one()
    {
        Assert.Contains("Ana: Learn to say no", Read(Sample.Peers(Ana, Ben), Ana, Ben), StringComparison.Ordinal);
        var ben = Sample.Peers(Ben, Somebody.Called("Dev Rao"));
        Assert.DoesNotContain("What you are trying to do", Read(ben, Ben, Somebody.Called("Dev Rao")), StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_reasons_the_key_question_and_three_questions_to_begin_with()
    {
        var message = Message(Sample.Peers(Ana, Ben), Ana, Ben);
        var lists = message.Pieces.OfType<Bullets>().Select(list => list.Items.Select(item => item.ReadAloud()).ToList()).ToList();
        Assert.Equal("You have never been paired before.", lists[0][0]);
        Assert.Equal(3, new Peer().OpeningQuestions.Select(question => question.Text).Intersect(lists[^1]).Count());
        Assert.Contains(new Peer().KeyQuestion, Text(message), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_of_another_version_is_left_out()
    {
        var pairing = Sample.Peers(Ana, Ben);
        pairing.OpenWith([new OpeningQuestion("peer.of-another-version"), new Peer().OpeningQuestions[0]]);
        var message = Introduction.Message(pairing, new Peer(), [Ana, Ben], new Dictionary<Guid, string>());
        Assert.Equal([new Peer().OpeningQuestions[0].Text], message.Pieces.OfType<Bullets>().Last().Items.Select(item => item.ReadAloud()));
    }

    [Fact]
    public void The_opener_introduces_one_to_the_other() => Assert.Equal("Ana Lima, meet Ben Okafor.", Introduction.Opener([Ana, Ben]).Summary);

    private static Person Of(string name) => name == Ana.Name ? Ana : Ben;

    private static string Read(Pairing pairing, params Person[] people) => Text(Message(pairing, people));

    private static ChatMessage Message(Pairing pairing, params Person[] people)
    {
        var type = RelationshipCatalog.Find(pairing.RelationshipType)!;
        pairing.OpenWith([.. type.OpeningQuestions.Take(3)]);
        return Introduction.Message(pairing, type, people, people.Where(person => person.Profile.Goal is not null).ToDictionary(person => person.Id, person => person.Profile.Goal!));
    }

    private static string Text(ChatMessage message) => string.Join('\n', message.Pieces.Select(piece => piece switch
    {
        Paragraph paragraph => paragraph.Text.ReadAloud(),
        Bullets bullets => string.Join('\n', bullets.Items.Select(item => item.ReadAloud())),
        _ => "",
    }));
}
