namespace PairingBot.Web.Hosting;

/// <summary>The words of the command line.</summary>
internal static class Commands
{
    private const string Help =
        """
        PairingBot pairs colleagues for learning conversations, in chat.

          serve      runs the bot (the default)
          migrate    brings the database to this version's schema, once, and ends
          match      matches a graph in a text file, proves it, and prints a line of JSON
          --help     shows this

        Settings come from appsettings.json, the environment (Slack__SigningSecret=…) and the command line (--Slack:SigningSecret=…):

          Slack:SigningSecret            from the app's page at Slack; needed, but in Socket Mode
          Slack:BotToken                 from the app's page at Slack: serves its one workspace; or instead of it
          Slack:ClientId, ClientSecret   from the app's page at Slack: many workspaces, each adds the bot at /slack/install
          Slack:AuthorizeUrl             default https://slack.com/oauth/v2/authorize
          Slack:AppToken                 xapp-…, for Socket Mode: the bot connects to Slack, and needs no address
          Slack:SocketConnections        how many connections in Socket Mode; default 2
          Slack:ApiBaseUrl               default https://slack.com/api/
          Slack:Fields:Department        your own profile fields at Slack, by id (Xf…) or label; also :Level, :StartDate and :Manager
          Teams:AppId                    the bot's app id at Microsoft; without it there is no Teams
          Teams:TenantId, ClientSecret   the tenant that is served, and the app's secret (or Teams:CertificatePath)
          Teams:AppType                  SingleTenant (the default), UserAssignedMSI or MultiTenant
          Teams:Organizers               who runs the program, by object id; default: the first who adds the bot
          Graph:Enabled                  true once the company has consented: directory, calendars, chats for pairs
          ConnectionStrings:PairingBot   a PostgreSQL 15 or newer; without it the bot starts a private one
          PairingBot:DataFolder          where the private PostgreSQL lives; default: your user's data folder
          PairingBot:PublicUrl           the address under which Slack reaches this host; needed with Slack:ClientId
          PairingBot:EncryptionSecret    seals what is stored; default: derived from Slack:SigningSecret or Teams:ClientSecret
          urls                           where to listen; default http://localhost:5000
        """;

    /// <summary>The first word if it is one, and what remains for the configuration.</summary>
    public static (string Command, string[] Settings) Split(string[] args) => args switch
    {
        [] => ("serve", []),
        ["--help" or "-h" or "-?" or "help", ..] => ("help", []),
        [var first, ..] when !first.StartsWith('-') && !first.Contains('=') => (first, args[1..]),
        _ => ("serve", args),
    };

    public static int Explain(string command)
    {
        if (command == "help")
        {
            Console.WriteLine(Help);
            return 0;
        }

        Console.Error.WriteLine($"I don't know the command '{command}'. Try serve, migrate, match or --help.");
        return 2;
    }
}
