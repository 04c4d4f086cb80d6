using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Reflections;

/// <summary>Looking back: the form, what is kept (sealed, one row a person and pairing), what is passed on, and what is asked later.</summary>
public sealed class ReflectionHandler(PairingBook pairings, Meetings meetings, ReflectionBook book, Sharing sharing, LearningNudges nudges)
{
    public async Task<Reply> OpenAsync(ChatTurn turn, string argument, CancellationToken cancel) =>
        await pairings.FindAsync(turn, argument, cancel) is { } pairing ? await OpenAsync(turn, pairing, cancel) : RoundWords.NotYours;

    public async Task<Reply> OpenLatestAsync(ChatTurn turn, CancellationToken cancel) =>
        await book.LatestAsync(turn.Person, cancel) is { } latest ? await OpenAsync(turn, Introduction.Argument(latest), cancel) : ReflectionWords.NothingYet;

    /// <summary>Nobody had said that they met, and this says it.</summary>
    public async Task<Reply> OpenTalkedAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        var isNews = await meetings.HoldAsync(turn, pairing, cancel);
        return isNews || pairing.State == PairingState.Met ? await OpenAsync(turn, pairing, cancel) : RoundWords.AlreadySaid(pairing.State);
    }

    public async Task<Reply> SaveAsync(ChatTurn turn, string argument, FormAnswers typed, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        if (pairing.State != PairingState.Met) return ReflectionWords.NotMetYet;
        var others = await pairings.OthersAsync(pairing, turn.Person, cancel);
        var (written, faults) = ReflectionForm.Read(typed, [.. others.Select(other => other.ShortName)], Zones.Day(turn.Person.Zone, turn.Now));
        if (written is null) return new RefuseForm(faults);

        var known = await book.FindAsync(pairing, turn.Person, cancel);
        var (earlier, findBefore) = (book.Open(known), known?.FoundNumber ?? 0);
        var reflection = await book.KeepAsync(turn, pairing, known, written, cancel);
        var lines = sharing.Share(turn, pairing, reflection, written, others);
        var hasNewFind = reflection.FoundNumber > findBefore && sharing.ShowFind(turn, pairing, reflection, await book.ProgramAsync(pairing, cancel));
        await PlanAsync(turn, pairing, reflection, written.IsNewAction(earlier), others, cancel);
        return new Say(ReflectionWords.Kept(written, lines, others, hasNewFind));
    }

    private async Task<Reply> OpenAsync(ChatTurn turn, Pairing pairing, CancellationToken cancel)
    {
        if (pairing.State != PairingState.Met) return ReflectionWords.NotMetYet;
        var reflection = await book.FindAsync(pairing, turn.Person, cancel);
        var sheet = await book.SheetAsync(turn, pairing, await pairings.OthersAsync(pairing, turn.Person, cancel), reflection, cancel);
        return new OpenForm(ReflectionForm.Open(sheet, book.Open(reflection), Zones.Day(turn.Person.Zone, turn.Now)));
    }

    private async Task PlanAsync(ChatTurn turn, Pairing pairing, Reflection reflection, bool isNewAction, List<Person> others, CancellationToken cancel)
    {
        var (writer, now) = (turn.Person, turn.Now);
        if (reflection.HasAction && isNewAction)
        {
            await nudges.PlanAsync(NudgeCatalog.ActionCheck, pairing, writer, ActionCheck.DueAt(now, writer), cancel);
            await nudges.PlanAsync(NudgeCatalog.DidItHelp, pairing, writer, DidItHelp.DueAt(now, writer), cancel);
        }

        if (pairing.SeriesId is not null) return;
        var all = await book.HaveAllLookedBackAsync(pairing, writer, cancel);
        foreach (var person in all ? others.Prepend(writer) : [writer]) await nudges.PlanOnceAsync(NudgeCatalog.Again, pairing, person, AgainNudge.DueAt(pairing, all, person, now), cancel);
    }
}
