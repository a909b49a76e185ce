package io.countersign.ats;

import io.countersign.mail.Stage;
import io.countersign.shared.CountersignException;
import io.countersign.shared.text.TextFold;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Applications in a list: what a person says changes them, and can be taken back. Thread-safe. */
public final class InMemoryApplications implements ApplicationDesk {
    private final Ranking ranking;
    private final Clock clock;
    private final List<List<Application>> history = new ArrayList<>();
    private List<Application> applications = List.of();
    private List<JoinQuestion> questions = List.of();
    private WarehouseShare warehouse = WarehouseShare.NONE;
    private boolean broken;
    private long nextNumber = 10_000;

    public InMemoryApplications(Ranking ranking, Clock clock) {
        this.ranking = ranking;
        this.clock = clock;
    }

    public synchronized InMemoryApplications with(List<Application> some) {
        applications = List.copyOf(some);
        return this;
    }

    /** It is open whether these are one. */
    public synchronized InMemoryApplications asking(JoinQuestion question) {
        questions = List.of(question);
        return this;
    }

    /** From now on nothing can be read. */
    public synchronized void breakDown(boolean isBroken) {
        broken = isBroken;
    }

    @Override
    public synchronized List<RankedApplication> applications() {
        if (broken) {
            throw new CountersignException.Storage("read", new IllegalStateException("gone"));
        }
        return ranking.rank(applications, clock.instant());
    }

    @Override
    public synchronized List<RankedApplication> at(String companyOrDomain) {
        var wanted = TextFold.fold(companyOrDomain);
        return applications().stream()
                .filter(ranked -> !ranked.application().company().isEmpty()
                        && TextFold.fold(ranked.application().company()).startsWith(wanted))
                .sorted(Comparator.comparing(
                        ranked -> ranked.application().timeline().getFirst().at(), Comparator.reverseOrder()))
                .toList();
    }

    @Override
    public synchronized List<JoinQuestion> questions() {
        return questions;
    }

    /** What is known of the warehouse. */
    public synchronized InMemoryApplications warehouse(WarehouseShare share) {
        warehouse = share;
        return this;
    }

    @Override
    public synchronized WarehouseShare warehouse() {
        return warehouse;
    }

    @Override
    public synchronized Change keepApart(ApplicationId apart, List<ApplicationId> others) {
        questions = List.of();
        return change(all -> all);
    }

    @Override
    public synchronized Change merge(ApplicationId kept, ApplicationId other) {
        var both = Stream.concat(find(kept).timeline().stream(), find(other).timeline().stream())
                .sorted(Comparator.comparing(TimelineEntry::at))
                .toList();
        return change(all -> all.stream()
                .filter(each -> !each.id().equals(other))
                .map(each -> each.id().equals(kept) ? withTimeline(each, each.id(), both) : each)
                .toList());
    }

    @Override
    public synchronized Change split(ApplicationId from, Set<Long> messageIds) {
        var whole = find(from);
        var away = whole.timeline().stream()
                .filter(entry -> entry.messageId().filter(messageIds::contains).isPresent())
                .toList();
        var rest =
                whole.timeline().stream().filter(entry -> !away.contains(entry)).toList();
        var id = new ApplicationId(Provenance.MAIL, away.getFirst().messageId().orElseThrow());
        return change(all -> Stream.concat(
                        all.stream().map(each -> each.id().equals(from) ? withTimeline(each, each.id(), rest) : each),
                        Stream.of(withTimeline(whole, id, away)))
                .toList());
    }

    @Override
    public synchronized Change correctStage(ApplicationId id, Stage stage, LocalDate since) {
        return add(
                id,
                entry(
                        since.atTime(12, 0).atZone(clock.getZone()).toInstant(),
                        TimelineEntry.Kind.STAGE,
                        Optional.of(stage)));
    }

    @Override
    public synchronized Change correctMail(long messageId, Optional<Stage> stage) {
        return change(all -> all.stream()
                .map(each -> each.messageIds().contains(messageId)
                        ? withTimeline(
                                each,
                                each.id(),
                                each.timeline().stream()
                                        .map(entry -> entry.messageId()
                                                        .filter(id -> id == messageId)
                                                        .isPresent()
                                                ? corrected(entry, stage)
                                                : entry)
                                        .toList())
                        : each)
                .toList());
    }

    private static TimelineEntry corrected(TimelineEntry entry, Optional<Stage> stage) {
        return new TimelineEntry(
                entry.at(),
                stage.isPresent() ? TimelineEntry.Kind.STAGE : TimelineEntry.Kind.WORD,
                stage,
                List.of(),
                entry.messageId(),
                entry.title(),
                entry.party(),
                entry.interviewDate(),
                entry.provenance(),
                true);
    }

    @Override
    public synchronized Change rename(ApplicationId id, String company, String role) {
        find(id);
        return change(all -> all.stream()
                .map(each -> each.id().equals(id)
                        ? new Application(
                                id,
                                company,
                                role,
                                each.system(),
                                each.requisition(),
                                each.source(),
                                each.state(),
                                each.timeline())
                        : each)
                .toList());
    }

    @Override
    public synchronized Change add(NewApplication added) {
        var id = new ApplicationId(Provenance.PERSON, nextNumber++);
        var began = entry(
                added.appliedOn().atTime(12, 0).atZone(clock.getZone()).toInstant(),
                TimelineEntry.Kind.STAGE,
                Optional.of(added.stage()));
        var application = SampleApplications.application(
                id, added.company(), added.role(), Optional.empty(), added.source(), List.of(began));
        return change(all -> Stream.concat(all.stream(), Stream.of(application)).toList());
    }

    @Override
    public synchronized Change dismiss(ApplicationId id) {
        find(id);
        return change(all -> all.stream().filter(each -> !each.id().equals(id)).toList());
    }

    @Override
    public synchronized Change followedUp(ApplicationId id, Instant at) {
        return add(id, entry(at, TimelineEntry.Kind.FOLLOW_UP, Optional.empty()));
    }

    @Override
    public synchronized void undo(Change change) {
        applications = history.get(Math.toIntExact(change.decisions().getFirst()));
    }

    private static TimelineEntry entry(Instant at, TimelineEntry.Kind kind, Optional<Stage> stage) {
        return new TimelineEntry(
                at, kind, stage, List.of(), Optional.empty(), "", "", Optional.empty(), Provenance.PERSON, true);
    }

    private Change add(ApplicationId id, TimelineEntry entry) {
        var timeline = Stream.concat(find(id).timeline().stream(), Stream.of(entry))
                .sorted(Comparator.comparing(TimelineEntry::at))
                .toList();
        return change(all -> all.stream()
                .map(each -> each.id().equals(id) ? withTimeline(each, id, timeline) : each)
                .toList());
    }

    private static Application withTimeline(Application before, ApplicationId id, List<TimelineEntry> timeline) {
        return SampleApplications.application(
                id, before.company(), before.role(), before.system(), before.source(), timeline);
    }

    private Change change(UnaryOperator<List<Application>> changed) {
        history.add(applications);
        applications = List.copyOf(changed.apply(applications));
        return new Change(List.of((long) history.size() - 1), List.of());
    }

    private Application find(ApplicationId id) {
        return applications.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CountersignException.NotFound("application", id));
    }
}
