package io.countersign.ats.joining;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationDecision.Merge;
import io.countersign.ats.ApplicationDecisions.Decided;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.ApplicationSource;
import io.countersign.ats.Provenance;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes an application of what was joined. */
final class ApplicationAssembler {
    private final SenderDomains domains;
    private final ZoneId zone;

    ApplicationAssembler(SenderDomains domains, ZoneId zone) {
        this.domains = domains;
        this.zone = zone;
    }

    /**
     * The application.
     *
     * @param evidence all of it, oldest first
     * @param decisions what a person said about any of it, by rising number
     */
    Application assemble(List<Evidence> evidence, List<Decided> decisions) {
        var kept = lastMerge(decisions).map(Merge::kept);
        var talks = new Talks(evidence);
        var moments = new Timeline(talks, zone).of(evidence, decisions);
        return new Application(
                id(evidence, kept),
                ApplicationNames.company(evidence, decisions),
                ApplicationNames.role(evidence, decisions),
                system(evidence),
                ApplicationNames.mostFrequent(numbers(evidence)).map(ApplicationNames::cut),
                source(evidence),
                StateReader.read(moments, talks.newest(evidence)),
                moments.stream().map(Timeline.Moment::entry).toList());
    }

    private static Optional<Merge> lastMerge(List<Decided> decisions) {
        return decisions.reversed().stream()
                .flatMap(decided -> decided.decision() instanceof Merge merge ? Stream.of(merge) : Stream.empty())
                .findFirst();
    }

    /** What it was first known by: what a person added or kept, else its first mail, else its row. */
    private static ApplicationId id(List<Evidence> evidence, Optional<ApplicationId> kept) {
        var parts = evidence.stream().map(Evidence::id).toList();
        return kept.filter(parts::contains)
                .or(() -> first(parts, Provenance.PERSON))
                .or(() -> first(parts, Provenance.MAIL))
                .orElseGet(parts::getFirst);
    }

    private static Optional<ApplicationId> first(List<ApplicationId> parts, Provenance origin) {
        return parts.stream()
                .filter(part -> part.origin() == origin)
                .min(Comparator.comparingLong(ApplicationId::number));
    }

    /** Whatever tracks it; what only tests, schedules or advertises where nothing does. */
    private Optional<String> system(List<Evidence> evidence) {
        var all = evidence.stream()
                .map(one -> one.clues().system())
                .filter(system -> !system.isEmpty())
                .toList();
        var tracking = all.stream().filter(domains::tracks).toList();
        return ApplicationNames.mostFrequent((tracking.isEmpty() ? all : tracking).stream());
    }

    private static Stream<String> numbers(List<Evidence> evidence) {
        return evidence.stream().flatMap(one -> switch (one) {
            case Evidence.Mail mail -> mail.mail().stated().flatMap(AtsFacts::applicationId).stream();
            case Evidence.Row row -> Stream.of(row.numbered().row().applicationId());
            case Evidence.ByHand _ -> Stream.<String>empty();
        });
    }

    private ApplicationSource source(List<Evidence> evidence) {
        for (var one : evidence) {
            if (one instanceof Evidence.ByHand byHand) {
                return byHand.application().source();
            }
        }
        var first = evidence.getFirst();
        if (first instanceof Evidence.Mail mail
                && !mail.own()
                && mail.message().understanding().category() == Category.RECRUITER_OUTREACH) {
            return ApplicationSource.RECRUITER;
        }
        return domains.isJobBoard(first.clues().system()) ? ApplicationSource.BOARD : ApplicationSource.DIRECT;
    }
}
