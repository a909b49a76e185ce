package io.countersign.ats.joining;

import io.countersign.ats.ApplicationDecision.AtStage;
import io.countersign.ats.ApplicationDecision.FollowUp;
import io.countersign.ats.ApplicationDecisions.Decided;
import io.countersign.ats.Provenance;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.TimelineEntry.Kind;
import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells what happened to an application, entry by entry. */
final class Timeline {
    private final Talks talks;
    private final ZoneId zone;

    Timeline(Talks talks, ZoneId zone) {
        this.talks = talks;
        this.zone = zone;
    }

    /**
     * An entry, and since when it is known.
     *
     * @param said what a person says of a day outranks all that was written until they said it
     */
    record Moment(TimelineEntry entry, Instant said) {
        static Moment of(TimelineEntry entry) {
            return new Moment(entry, entry.at());
        }
    }

    private static final Comparator<Moment> BY_TIME =
            Comparator.comparing(moment -> moment.entry().at());

    /** Oldest first; {@code evidence} oldest first too. */
    List<Moment> of(List<Evidence> evidence, List<Decided> decisions) {
        var silence = new SilenceWatch();
        var moments = new ArrayList<Moment>();
        for (var one : evidence) {
            switch (one) {
                case Evidence.Mail mail -> moments.add(Moment.of(silence.seen(mail, mail(mail))));
                case Evidence.ByHand byHand -> moments.addAll(byHand(byHand));
                case Evidence.Row row -> moments.add(Moment.of(row(row)));
            }
        }
        for (var decided : decisions) {
            decision(decided).ifPresent(moments::add);
        }
        moments.sort(BY_TIME);
        return moments;
    }

    private TimelineEntry mail(Evidence.Mail mail) {
        var envelope = mail.message().envelope();
        var finding = mail.mail().stated().map(AtsFacts::finding).orElse(StageFinding.none());
        var stage = finding.stage();
        boolean unsure = stage.isEmpty() && !finding.candidates().isEmpty() && !mail.own();
        var kind = stage.isPresent() ? Kind.STAGE : unsure ? Kind.UNSURE : mail.own() ? Kind.SENT : Kind.WORD;
        return new TimelineEntry(
                mail.at(),
                kind,
                unsure ? Optional.of(finding.candidates().getFirst()) : stage,
                unsure ? finding.candidates() : List.of(),
                Optional.of(mail.message().id()),
                envelope.subject(),
                mail.own()
                        ? envelope.to().stream()
                                .findFirst()
                                .map(Address::display)
                                .orElse("")
                        : envelope.from().display(),
                talks.of(mail),
                stage.filter(Stage::awaitsThePerson)
                        .flatMap(_ -> mail.mail().stated())
                        .flatMap(AtsFacts::deadline),
                mail.own() ? Provenance.PERSON : Provenance.MAIL,
                mail.mail().byHand());
    }

    private static List<Moment> byHand(Evidence.ByHand byHand) {
        var application = byHand.application();
        var moments = new ArrayList<Moment>();
        moments.add(Moment.of(said(byHand.at(), Kind.STAGE, Optional.of(Stage.APPLIED), application.note())));
        if (application.stage() != Stage.APPLIED) {
            var at = byHand.decided().at().isAfter(byHand.at())
                    ? byHand.decided().at()
                    : byHand.at();
            moments.add(Moment.of(said(at, Kind.STAGE, Optional.of(application.stage()), "")));
        }
        return moments;
    }

    private TimelineEntry row(Evidence.Row evidence) {
        var row = evidence.numbered().row();
        return new TimelineEntry(
                evidence.at(),
                row.stage().isPresent() ? Kind.STAGE : Kind.WORD,
                row.stage(),
                List.of(),
                Optional.empty(),
                row.applicationId(),
                row.company(),
                row.interviewDate(),
                Provenance.WAREHOUSE,
                false);
    }

    private Optional<Moment> decision(Decided decided) {
        return switch (decided.decision()) {
            case AtStage said -> {
                var at = said.since().atStartOfDay(zone).toInstant();
                var known = decided.at().isAfter(at) ? decided.at() : at;
                yield Optional.of(new Moment(said(at, Kind.STAGE, Optional.of(said.stage()), ""), known));
            }
            case FollowUp asked -> Optional.of(Moment.of(said(asked.at(), Kind.FOLLOW_UP, Optional.empty(), "")));
            default -> Optional.empty();
        };
    }

    private static TimelineEntry said(Instant at, Kind kind, Optional<Stage> stage, String title) {
        return new TimelineEntry(
                at, kind, stage, List.of(), Optional.empty(), title, "", Optional.empty(), Provenance.PERSON, true);
    }
}
