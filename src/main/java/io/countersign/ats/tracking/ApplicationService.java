package io.countersign.ats.tracking;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationDecision;
import io.countersign.ats.ApplicationDecision.Add;
import io.countersign.ats.ApplicationDecision.AtStage;
import io.countersign.ats.ApplicationDecision.Dismiss;
import io.countersign.ats.ApplicationDecision.FollowUp;
import io.countersign.ats.ApplicationDecision.Merge;
import io.countersign.ats.ApplicationDecision.Rename;
import io.countersign.ats.ApplicationDecision.Split;
import io.countersign.ats.ApplicationDecisions;
import io.countersign.ats.ApplicationDesk;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.Change;
import io.countersign.ats.JoinQuestion;
import io.countersign.ats.NewApplication;
import io.countersign.ats.Provenance;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.Ranking;
import io.countersign.ats.WarehouseRows;
import io.countersign.ats.WarehouseShare;
import io.countersign.ats.joining.ApplicationNames;
import io.countersign.ats.joining.JoinedApplications;
import io.countersign.mail.AtsMails;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.Stage;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Applications on top of stored mail. They are joined anew when mail, decisions or warehouse rows have changed, and ranked anew
 * with every question, since time goes on.
 */
public final class ApplicationService implements ApplicationDesk {
    private final Books books;
    private final Ranking ranking;
    private final Clock clock;
    private final EmployerSearch employers = new EmployerSearch();
    private final NewestJoin newest;

    /** What it reads and writes. */
    public record Books(
            AtsMails mails,
            MessageRepository messages,
            ApplicationDecisions decisions,
            WarehouseRows rows,
            Transactions transactions) {}

    /**
     * Applications by these books.
     *
     * @param clock tells the time, and by its zone when a day begins
     */
    public ApplicationService(Books books, Ranking ranking, Clock clock) {
        this.books = books;
        this.ranking = ranking;
        this.clock = clock;
        newest = new NewestJoin(books, clock.getZone());
    }

    /** All that is joined as of now, and the mails that could not be. */
    public JoinedApplications joined() {
        return newest.joined();
    }

    @Override
    public List<RankedApplication> applications() {
        return ranking.rank(joined().applications(), clock.instant());
    }

    @Override
    public List<RankedApplication> at(String companyOrDomain) {
        var meant = employers.at(companyOrDomain, joined().employers());
        return applications().stream()
                .filter(ranked -> meant.test(ranked.application()))
                .sorted(Comparator.comparing((RankedApplication ranked) -> lastAt(ranked.application()))
                        .reversed())
                .toList();
    }

    private static Instant lastAt(Application application) {
        return application.timeline().getLast().at();
    }

    @Override
    public List<JoinQuestion> questions() {
        return joined().questions();
    }

    @Override
    public WarehouseShare warehouse() {
        return joined().warehouse();
    }

    @Override
    public Change keepApart(ApplicationId apart, List<ApplicationId> others) {
        return decideAll(joined -> {
            var own = joined.partsOf(find(joined, apart));
            return others.stream()
                    .map(other -> joined.partsOf(find(joined, other)))
                    .filter(parts -> !parts.equals(own))
                    .<ApplicationDecision>map(parts -> new Split(own, parts))
                    .toList();
        });
    }

    @Override
    public Change merge(ApplicationId kept, ApplicationId other) {
        return decide(joined -> {
            var into = find(joined, kept);
            var merged = find(joined, other);
            if (into.id().equals(merged.id())) {
                throw new CountersignException.Invalid(kept.toString(), "These two are one application already.");
            }
            var parts = new HashSet<>(joined.partsOf(into));
            parts.addAll(joined.partsOf(merged));
            return new Merge(into.id(), parts, into.company(), into.role());
        });
    }

    @Override
    public Change split(ApplicationId from, Set<Long> messageIds) {
        return decide(joined -> {
            var parts = joined.partsOf(find(joined, from));
            var moved = messageIds.stream()
                    .map(id -> new ApplicationId(Provenance.MAIL, id))
                    .filter(parts::contains)
                    .collect(Collectors.toUnmodifiableSet());
            var rest = new HashSet<>(parts);
            rest.removeAll(moved);
            if (moved.isEmpty() || rest.isEmpty()) {
                throw new CountersignException.Invalid(
                        from.toString(),
                        "Some of its mails, and not all of them, can become an application of their own.");
            }
            return new Split(moved, rest);
        });
    }

    @Override
    public Change correctStage(ApplicationId id, Stage stage, LocalDate since) {
        return decide(joined -> new AtStage(find(joined, id).id(), stage, since));
    }

    @Override
    public Change rename(ApplicationId id, String company, String role) {
        return decide(
                joined -> new Rename(find(joined, id).id(), ApplicationNames.cut(company), ApplicationNames.cut(role)));
    }

    @Override
    public Change add(NewApplication application) {
        if (application.company().isBlank()) {
            throw new CountersignException.Invalid("company", "An application needs the name of an employer.");
        }
        return decide(_ -> new Add(application));
    }

    @Override
    public Change dismiss(ApplicationId id) {
        return decide(joined -> new Dismiss(joined.partsOf(find(joined, id))));
    }

    @Override
    public Change followedUp(ApplicationId id, Instant at) {
        return decide(joined -> new FollowUp(find(joined, id).id(), at));
    }

    private Change decide(Function<JoinedApplications, ApplicationDecision> decision) {
        return decideAll(joined -> List.of(decision.apply(joined)));
    }

    private Change decideAll(Function<JoinedApplications, List<ApplicationDecision>> decisions) {
        return books.transactions()
                .inTransaction(() -> new Change(
                        decisions.apply(joined()).stream()
                                .map(books.decisions()::add)
                                .toList(),
                        List.of()));
    }

    private static Application find(JoinedApplications joined, ApplicationId id) {
        return joined.find(id).orElseThrow(() -> new CountersignException.NotFound("application", id));
    }

    @Override
    public Change correctMail(long messageId, Optional<Stage> stage) {
        return books.transactions().inTransaction(() -> {
            var message = books.messages()
                    .find(messageId)
                    .orElseThrow(() -> new CountersignException.NotFound("message", messageId));
            var before = books.mails().correct(messageId, Optional.of(MailCorrection.of(message, stage)));
            return new Change(List.of(), List.of(before));
        });
    }

    @Override
    public void undo(Change change) {
        books.transactions().inTransaction(() -> {
            change.decisions().reversed().forEach(books.decisions()::remove);
            change.mails().reversed().forEach(books.mails()::restore);
        });
    }
}
