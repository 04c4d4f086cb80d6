using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Installations;
using PairingBot.App.Storage.Mappings;
using PairingBot.Domain.Asks;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.Organizations;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Storage;

/// <summary>Everything that is kept. Unique and foreign keys carry the invariants; the mappings beside this file name every table.</summary>
public sealed class PairingBotDb(DbContextOptions<PairingBotDb> options) : DbContext(options)
{
    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<SealedCredential> Credentials => Set<SealedCredential>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<DoNotMatch> DoNotMatches => Set<DoNotMatch>();

    public DbSet<PairingProgram> Programs => Set<PairingProgram>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<Arrival> Arrivals => Set<Arrival>();

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<Pairing> Pairings => Set<Pairing>();

    public DbSet<SitOut> SitOuts => Set<SitOut>();

    public DbSet<PlannedNudge> Nudges => Set<PlannedNudge>();

    public DbSet<Reflection> Reflections => Set<Reflection>();

    public DbSet<MeasureTaken> Measures => Set<MeasureTaken>();

    public DbSet<Series> Series => Set<Series>();

    public DbSet<SeriesReply> SeriesReplies => Set<SeriesReply>();

    public DbSet<AgainAnswer> AgainAnswers => Set<AgainAnswer>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<Ask> Asks => Set<Ask>();

    public DbSet<ConnectionCode> ConnectionCodes => Set<ConnectionCode>();

    public DbSet<Twins> Twins => Set<Twins>();

    public DbSet<InboxEvent> Inbox => Set<InboxEvent>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<KnownConversation> Conversations => Set<KnownConversation>();

    public DbSet<ChannelGroup> ChannelGroups => Set<ChannelGroup>();

    public DbSet<StoredReference> References => Set<StoredReference>();

    public DbSet<VaultKey> VaultKeys => Set<VaultKey>();

    public DbSet<MovedClock> MovedClocks => Set<MovedClock>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new InstallationMapping()).ApplyConfiguration(new SealedCredentialMapping()).ApplyConfiguration(new PersonMapping()).ApplyConfiguration(new DoNotMatchMapping());
        modelBuilder.ApplyConfiguration(new PairingProgramMapping()).ApplyConfiguration(new ParticipantMapping()).ApplyConfiguration(new ArrivalMapping());
        modelBuilder.ApplyConfiguration(new RoundMapping()).ApplyConfiguration(new PairingMapping()).ApplyConfiguration(new PairingMemberMapping()).ApplyConfiguration(new SitOutMapping());
        modelBuilder.ApplyConfiguration(new PlannedNudgeMapping()).ApplyConfiguration(new ReflectionMapping());
        modelBuilder.ApplyConfiguration(new MeasureTakenMapping()).ApplyConfiguration(new SeriesMapping()).ApplyConfiguration(new SeriesReplyMapping()).ApplyConfiguration(new AgainAnswerMapping()).ApplyConfiguration(new BookingMapping());
        modelBuilder.ApplyConfiguration(new AskMapping()).ApplyConfiguration(new AskCandidateMapping());
        modelBuilder.ApplyConfiguration(new ConnectionCodeMapping()).ApplyConfiguration(new TwinsMapping());
        modelBuilder.ApplyConfiguration(new InboxEventMapping()).ApplyConfiguration(new OutboxMessageMapping()).ApplyConfiguration(new KnownConversationMapping()).ApplyConfiguration(new SenderMapping()).ApplyConfiguration(new StoredReferenceMapping()).ApplyConfiguration(new ChannelGroupMapping());
        modelBuilder.ApplyConfiguration(new VaultKeyMapping()).ApplyConfiguration(new MovedClockMapping());
        SnakeCase.NameColumns(modelBuilder);
    }
}
