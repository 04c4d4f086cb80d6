using PairingBot.Domain.Chat;
using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Keys;

public sealed class StoredKeysTests
{
    private static readonly string[] Golden = ["ChatActions join", "ChatActions leave"];

    [Fact]
    public void No_stored_key_has_changed() => HouseRule.Holds(StoredKeys.Faults(GoldenList(), [.. KeysOfTheProduct()]));

    [Fact]
    public void A_planted_removal_is_found() =>
        Assert.Equal(["gone or renamed, and must come back: ChatActions leave"], StoredKeys.Faults(Golden, ["ChatActions join"]));

    [Fact]
    public void A_planted_addition_asks_for_its_line() =>
        Assert.Equal(["new; if it is to stay for ever, add this line to stored-keys.txt: ChatActions skip"], StoredKeys.Faults(Golden, [.. Golden, "ChatActions skip"]));

    [Fact]
    public void A_planted_key_in_another_case_is_found() =>
        Assert.Equal(["not kebab-case: ChatActions runNow"], StoredKeys.Faults(["ChatActions runNow"], ["ChatActions runNow"]));

    [Fact]
    public void A_planted_key_used_twice_is_found() =>
        Assert.Equal(["used twice: ChatActions join"], StoredKeys.Faults(["ChatActions join"], ["ChatActions join", "ChatActions join"]));

    private static IEnumerable<string> KeysOfTheProduct() =>
    [
        .. StoredKeys.ConstantsOf(typeof(ChatActions)),
        .. StoredKeys.ConstantsOf(typeof(ChatForms)),
        .. Catalogue.In(OurTypes.All).SelectMany(catalogue => catalogue.Keys()),
    ];

    private static string[] GoldenList() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "stored-keys.txt")).Where(line => line.Length > 0 && !line.StartsWith('#')),
    ];
}
