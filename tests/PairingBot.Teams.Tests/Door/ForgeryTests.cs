using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PairingBot.Teams.Tests.Door;

/// <summary>Every way that we can think of to come in without being the Bot Connector, or with a true token for something else: refused without a word, and nothing is stored or asked.</summary>
public sealed class ForgeryTests(ForgeryTests.OneDoor one) : IClassFixture<ForgeryTests.OneDoor>
{
    private readonly DoorHost door = one.Door;

    /// <summary>Each by its name: a wrong token, with the activity for which it would be right.</summary>
    private static readonly Dictionary<string, Func<DoorHost, string[]>> WrongTokens = new()
    {
        ["no header"] = _ => [],
        ["an empty header"] = _ => [""],
        ["a scheme alone"] = _ => ["Bearer"],
        ["another scheme"] = door => ["Basic " + door.Token(door.Microsoft.Connector)],
        ["no scheme"] = door => [door.Token(door.Microsoft.Connector)],
        ["two spaces"] = door => ["Bearer  " + door.Token(door.Microsoft.Connector)],
        ["two tokens in one header"] = door => [$"Bearer {door.Token(door.Microsoft.Connector)}, Bearer {door.Token(door.Microsoft.Connector)}"],
        ["two headers"] = door => [DoorHost.Bearer(door.Token(door.Microsoft.Connector)), DoorHost.Bearer(door.Token(door.Microsoft.Connector))],
        ["words"] = _ => ["Bearer let-me-in"],
        ["two parts"] = door => Cut(door, token => token[..token.LastIndexOf('.')]),
        ["no signature"] = door => Cut(door, token => token[..(token.LastIndexOf('.') + 1)]),
        ["a dot at the end"] = door => Cut(door, token => token + "."),
        ["a dot at the beginning"] = door => Cut(door, token => "." + token),
        ["a fourth part"] = door => Cut(door, token => token + ".e30"),
        ["five parts, as if encrypted"] = door => Cut(door, token => token + ".e30.e30"),
        ["five empty parts"] = _ => ["Bearer ...."],
        ["padding at the signature"] = door => Cut(door, token => token + "=="),
        ["padding in the middle"] = door => Cut(door, token => token.Replace(".", "=.", StringComparison.Ordinal)),
        ["base64 of the other kind"] = door => Cut(door, token => token[..^4] + "+/+/"),
        ["a space in the signature"] = door => Cut(door, token => token.Insert(token.Length - 4, " ")),
        ["a letter of another alphabet"] = door => Cut(door, token => token[..^1] + "%D1%96"),
        ["bits behind the last letter"] = door => Cut(door, token => token[..^1] + (token[^1] == 'A' ? 'B' : (char)(token[^1] + 1))),
        ["a signature that ends early"] = door => Cut(door, token => token[..^8]),
        ["a signature of zeros"] = door => Cut(door, token => token[..(token.LastIndexOf('.') + 1)] + Signer.Part(new string('\0', 256))),
        ["another token's signature"] = door => Cut(door, token => token[..token.LastIndexOf('.')] + door.Token("https://elsewhere.example")[door.Token("https://elsewhere.example").LastIndexOf('.')..]),
        ["claims changed after signing"] = door => Cut(door, token => $"{token.Split('.')[0]}.{Signer.Part(Signer.Claims(door.Microsoft.Connector, door.Now + 1).ToJsonString())}.{token.Split('.')[2]}"),
        ["a header that is no JSON"] = door => Raw(door, "RS256", Good(door).ToJsonString()),
        ["a header that is a list"] = door => Raw(door, $"[{door.Signer.Header().ToJsonString()}]", Good(door).ToJsonString()),
        ["claims that are no JSON"] = door => Raw(door, door.Signer.Header().ToJsonString(), "aud"),
        ["claims that are a list"] = door => Raw(door, door.Signer.Header().ToJsonString(), $"[{Good(door).ToJsonString()}]"),
        ["an audience named twice"] = door => Raw(door, door.Signer.Header().ToJsonString(), Good(door).ToJsonString().Replace("\"aud\"", "\"aud\":\"another\",\"aud\"", StringComparison.Ordinal)),
        ["an algorithm named twice"] = door => Raw(door, door.Signer.Header().ToJsonString().Replace("\"alg\"", "\"alg\":\"none\",\"alg\"", StringComparison.Ordinal), Good(door).ToJsonString()),
        ["a token of a megabyte's kind"] = door => Claimed(door, claims => claims.With("more", new string('x', 20_000))),
        ["alg none, unsigned"] = door => [DoorHost.Bearer($"{Signer.Part("""{"alg":"none","kid":"key-1"}""")}.{Signer.Part(Good(door).ToJsonString())}.")],
        ["alg none, signed"] = door => Headed(door, header => header.With("alg", "none")),
        ["alg NONE"] = door => Headed(door, header => header.With("alg", "NONE")),
        ["alg nOnE, unsigned"] = door => [DoorHost.Bearer($"{Signer.Part("""{"alg":"nOnE","kid":"key-1"}""")}.{Signer.Part(Good(door).ToJsonString())}.AA")],
        ["alg missing"] = door => Headed(door, header => header.Without("alg")),
        ["alg null"] = door => Headed(door, header => header.With("alg", null)),
        ["alg a list"] = door => Headed(door, header => header.With("alg", new JsonArray("RS256"))),
        ["alg rs256"] = door => Headed(door, header => header.With("alg", "rs256")),
        ["HS256 with the public key for a secret"] = door => Signed(door, "HS256", (_, bytes) => HMACSHA256.HashData(door.Signer.PublicKey(), bytes)),
        ["HS256 named, RS256 signed"] = door => Headed(door, header => header.With("alg", "HS256")),
        ["RS512"] = door => Signed(door, "RS512", (rsa, bytes) => rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        ["RS384"] = door => Signed(door, "RS384", (rsa, bytes) => rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)),
        ["PS256"] = door => Signed(door, "PS256", (rsa, bytes) => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["PS256 called RS256"] = door => Signed(door, "RS256", (rsa, bytes) => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["RS512 called RS256"] = door => Signed(door, "RS256", (rsa, bytes) => rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        ["a crit header"] = door => Headed(door, header => header.With("crit", new JsonArray("exp"))),
        ["a crit header that is null"] = door => Headed(door, header => header.With("crit", null)),
        ["kid missing"] = door => Headed(door, header => header.Without("kid")),
        ["kid empty"] = door => Headed(door, header => header.With("kid", "")),
        ["kid a number"] = door => Headed(door, header => header.With("kid", 1)),
        ["kid unknown"] = door => Headed(door, header => header.With("kid", "another")),
        ["kid a path"] = door => Headed(door, header => header.With("kid", "../../key-1")),
        ["a key of one's own, with a true kid"] = door => ByAnother(door, own => own.Header().With("kid", door.Signer.Id)),
        ["a key of one's own in jwk"] = door => ByAnother(door, own => own.Header().With("jwk", own.Published(endorsements: "msteams"))),
        ["a key of one's own in jwk, with a true kid"] = door => ByAnother(door, own => own.Header().With("kid", door.Signer.Id).With("jwk", own.Published(endorsements: "msteams"))),
        ["a key of one's own at jku"] = door => ByAnother(door, own => own.Header().With("jku", "https://elsewhere.example/keys")),
        ["a key that was taken back"] = door => Once(door, "old"),
        ["a key that encrypts"] = door => Once(door, "encrypts"),
        ["a key of another kind"] = door => Once(door, "curve"),
        ["a key that is too short"] = door => Once(door, "short"),
        ["iss missing"] = door => Claimed(door, claims => claims.Without("iss")),
        ["iss another"] = door => Claimed(door, claims => claims.With("iss", "https://api.botframework.us")),
        ["iss with a slash"] = door => Claimed(door, claims => claims.With("iss", "https://api.botframework.com/")),
        ["iss of the tenant"] = door => Claimed(door, claims => claims.With("iss", $"https://sts.windows.net/{DoorHost.Tenant}/")),
        ["iss a list"] = door => Claimed(door, claims => claims.With("iss", new JsonArray("https://api.botframework.com"))),
        ["aud missing"] = door => Claimed(door, claims => claims.Without("aud")),
        ["aud of another bot"] = door => Claimed(door, claims => claims.With("aud", "8a1bb6a5-0c2b-4d62-9a35-5ad8e0f00a12")),
        ["aud a list with ours"] = door => Claimed(door, claims => claims.With("aud", new JsonArray(Signer.AppId))),
        ["aud null"] = door => Claimed(door, claims => claims.With("aud", null)),
        ["aud empty"] = door => Claimed(door, claims => claims.With("aud", "")),
        ["exp missing"] = door => Claimed(door, claims => claims.Without("exp")),
        ["exp null"] = door => Claimed(door, claims => claims.With("exp", null)),
        ["exp as text"] = door => Claimed(door, claims => claims.With("exp", "99999999999")),
        ["exp without end"] = door => Raw(door, door.Signer.Header().ToJsonString(), Good(door).With("exp", 0).ToJsonString().Replace("\"exp\":0", "\"exp\":1e400", StringComparison.Ordinal)),
        ["exp below nothing"] = door => Claimed(door, claims => claims.With("exp", -1)),
        ["expired"] = door => Claimed(door, claims => claims.With("exp", door.Now - 301)),
        ["not yet"] = door => Claimed(door, claims => claims.With("nbf", door.Now + 302)),
        ["nbf as text"] = door => Claimed(door, claims => claims.With("nbf", "0")),
        ["nbf null"] = door => Claimed(door, claims => claims.With("nbf", null)),
    };

    public static TheoryData<string> Names => [.. WrongTokens.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_token_that_is_not_true_is_refused(string name)
    {
        var activity = Happenings.Words(door.Microsoft.Connector, "join");

        Assert.Equal(new Answer(401, ""), await door.SendAsync(activity.ToJsonString(), WrongTokens[name](door)));

        NothingHappened();
    }

    /// <summary>A true token, and what it is not for: the address in the token, the one in the activity, and a change of it.</summary>
    private static readonly Dictionary<string, Func<DoorHost, (string? Claim, JsonObject Activity)>> WrongActivities = new()
    {
        ["no serviceurl claim"] = door => (null, Happenings.Words(door.Microsoft.Connector, "join")),
        ["another host"] = door => (door.Microsoft.Connector, Happenings.Words("https://smba.trafficmanager.net/emea/", "join")),
        ["another path"] = door => (door.Microsoft.Connector, Happenings.Words(door.Microsoft.Connector + "x", "join")),
        ["no service URL"] = door => (door.Microsoft.Connector, Happenings.Words("", "join").Without("serviceUrl")),
        ["a service URL that is no text"] = door => (door.Microsoft.Connector, Happenings.Words("", "join").With("serviceUrl", new JsonArray(door.Microsoft.Connector))),
        ["a host that is not listed"] = _ => Both("https://elsewhere.example/emea/"),
        ["a host below a listed one"] = _ => Both("https://a.smba.trafficmanager.net/"),
        ["a host that begins like a listed one"] = _ => Both("https://smba.trafficmanager.net.elsewhere.example/"),
        ["another port"] = _ => Both("https://smba.trafficmanager.net:8443/"),
        ["user info"] = _ => Both("https://bot@smba.trafficmanager.net/"),
        ["a listed host as user info"] = _ => Both("https://smba.trafficmanager.net@elsewhere.example/"),
        ["a backslash"] = _ => Both("https://elsewhere.example\\@smba.trafficmanager.net/"),
        ["a dot at the end of the host"] = _ => Both("https://smba.trafficmanager.net./"),
        ["letters that look alike"] = _ => Both("https://smb\u0430.trafficmanager.net/"),
        ["a host in percents"] = _ => Both("https://smba%2etrafficmanager.net/"),
        ["a way out of the path"] = _ => Both("https://smba.trafficmanager.net/emea/../../x/"),
        ["a query"] = _ => Both("https://smba.trafficmanager.net/?to=https://elsewhere.example/"),
        ["a fragment"] = _ => Both("https://smba.trafficmanager.net/#@elsewhere.example/"),
        ["plain http"] = _ => Both("http://smba.trafficmanager.net/emea/"),
        ["another scheme"] = _ => Both("ftp://smba.trafficmanager.net/emea/"),
        ["a file"] = _ => Both("file://smba.trafficmanager.net/emea/"),
        ["no scheme"] = _ => Both("//smba.trafficmanager.net/emea/"),
        ["a space"] = _ => Both("https://smba.trafficmanager.net /"),
        ["another port of this machine"] = _ => Both("http://127.0.0.1:9/"),
        ["a channel that the key may sign for, and is not Teams"] = door => (door.Microsoft.Connector, Happenings.Words(door.Microsoft.Connector, "join").With("channelId", "webchat")),
        ["no channel"] = door => (door.Microsoft.Connector, Happenings.Words(door.Microsoft.Connector, "join").Without("channelId")),
        ["Teams in capitals"] = door => (door.Microsoft.Connector, Happenings.Words(door.Microsoft.Connector, "join").With("channelId", "MSTEAMS")),
        ["another tenant"] = door => (door.Microsoft.Connector, InTenants(door, "00000000-aaaa-4222-8333-0123456789ab", "00000000-aaaa-4222-8333-0123456789ab")),
        ["another tenant's data"] = door => (door.Microsoft.Connector, InTenants(door, DoorHost.Tenant, "00000000-aaaa-4222-8333-0123456789ab")),
        ["another tenant's conversation"] = door => (door.Microsoft.Connector, InTenants(door, "00000000-aaaa-4222-8333-0123456789ab", DoorHost.Tenant)),
        ["no tenant"] = door => (door.Microsoft.Connector, InTenants(door, null, null)),
    };

    public static TheoryData<string> OtherNames => [.. WrongActivities.Keys];

    [Theory]
    [MemberData(nameof(OtherNames))]
    public async Task A_true_token_for_something_else_is_refused(string name)
    {
        var (claim, activity) = WrongActivities[name](door);
        var claims = claim is null ? Good(door).Without("serviceurl") : Signer.Claims(claim, door.Now);

        Assert.Equal(new Answer(403, ""), await door.SendAsync(activity.ToJsonString(), DoorHost.Bearer(door.Signer.Token(door.Signer.Header(), claims))));

        NothingHappened();
    }

    [Fact]
    public async Task A_true_token_of_a_key_that_is_not_endorsed_for_Teams_is_refused()
    {
        var token = door.OtherKeys["webchat"].Token(door.OtherKeys["webchat"].Header(), Good(door));

        Assert.Equal(new Answer(403, ""), await door.SendAsync(Happenings.Words(door.Microsoft.Connector, "join").ToJsonString(), DoorHost.Bearer(token)));

        NothingHappened();
    }

    private void NothingHappened()
    {
        Assert.Empty(door.Inbox.Requests);
        Assert.Empty(door.Inbox.Events);
        Assert.Empty(door.Book.Kept);
        Assert.Empty(door.Microsoft.Posts);
    }

    private static JsonObject Good(DoorHost door) => Signer.Claims(door.Microsoft.Connector, door.Now);

    private static string[] Cut(DoorHost door, Func<string, string> change) => [DoorHost.Bearer(change(door.Token(door.Microsoft.Connector)))];

    private static string[] Raw(DoorHost door, string header, string claims) => [DoorHost.Bearer(door.Signer.Token(header, claims))];

    private static string[] Headed(DoorHost door, Func<JsonObject, JsonObject> change) => [DoorHost.Bearer(door.Signer.Token(change(door.Signer.Header()), Good(door)))];

    private static string[] Claimed(DoorHost door, Func<JsonObject, JsonObject> change) => [DoorHost.Bearer(door.Signer.Token(door.Signer.Header(), change(Good(door))))];

    private static string[] Signed(DoorHost door, string algorithm, Func<RSA, byte[], byte[]> sign) =>
        [DoorHost.Bearer(door.Signer.Token(door.Signer.Header().With("alg", algorithm).ToJsonString(), Good(door).ToJsonString(), sign))];

    private static string[] ByAnother(DoorHost door, Func<Signer, JsonObject> header)
    {
        using var own = new Signer("own");
        return [DoorHost.Bearer(own.Token(header(own), Good(door)))];
    }

    private static string[] Once(DoorHost door, string key) => [DoorHost.Bearer(door.OtherKeys[key].Token(door.OtherKeys[key].Header(), Good(door)))];

    private static (string? Claim, JsonObject Activity) Both(string address) => (address, Happenings.Words(address, "join"));

    private static JsonObject InTenants(DoorHost door, string? conversation, string? data)
    {
        var activity = Happenings.Words(door.Microsoft.Connector, "join");
        activity["conversation"]!["tenantId"] = conversation;
        activity["channelData"]!["tenant"]!["id"] = data;
        return activity;
    }

    /// <summary>One for all: nothing that is refused leaves a trace.</summary>
    public sealed class OneDoor : IAsyncLifetime
    {
        internal DoorHost Door { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Door = await DoorHost.StartAsync();
            var old = Door.Key("old").Published(endorsements: "msteams");
            Door.Microsoft.Published =
            [
                .. Door.Microsoft.Published,
                Door.Key("webchat").Published(endorsements: "webchat"),
                Door.Key("encrypts").Published("enc", endorsements: "msteams"),
                Door.Key("curve").Published(type: "EC", endorsements: "msteams"),
                Door.Key("short", bits: 1024).Published(endorsements: "msteams"),
                old,
            ];
            Assert.Equal(200, (await Door.SendAsync(Happenings.Words(Door.Microsoft.Connector, "hello").ToJsonString(), Once(Door, "old"))).Status);
            Door.Microsoft.Published = [.. Door.Microsoft.Published.Where(key => key != old)];
            Door.Time.Move(TimeSpan.FromHours(25));
            Assert.Equal(200, (await Door.SendAsync(Happenings.Words(Door.Microsoft.Connector, "hello"))).Status);
            Door.Forget();
        }

        public async Task DisposeAsync() => await Door.DisposeAsync();
    }
}
