package io.countersign.ats.joining;

import io.countersign.ats.ApplicationState;
import io.countersign.ats.Provenance;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.TimelineEntry.Kind;
import io.countersign.ats.joining.Timeline.Moment;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows an application through its entries. The furthest stage stays; an end ends it; a later invitation, task or offer
 * revives it; what a person says outranks all that was written before they said it; of a warehouse the newest word counts.
 */
final class StateReader {
    private @Nullable Stage stage;
    private Stage furthest = Stage.APPLIED;
    private @Nullable Instant changedAt;
    private @Nullable Instant saidAt;

    /** @param moments oldest first */
    static ApplicationState read(List<Moment> moments, Optional<Instant> interviewDate) {
        var reader = new StateReader();
        moments.stream().sorted(Comparator.comparing(Moment::said)).forEach(reader::follow);
        var entries = moments.stream().map(Moment::entry).toList();
        var heard = entries.stream()
                .filter(TimelineEntry::isAnswer)
                .map(TimelineEntry::at)
                .max(Comparator.naturalOrder());
        var applied = appliedAt(entries);
        return new ApplicationState(
                reader.stage == null ? Stage.APPLIED : reader.stage,
                reader.furthest,
                applied,
                Optional.ofNullable(reader.changedAt).or(() -> applied),
                heard.filter(at -> !at.equals(Instant.EPOCH)),
                interviewDate,
                followUps(entries, heard),
                entries.stream()
                        .filter(entry -> isSent(entry.kind()))
                        .map(TimelineEntry::at)
                        .max(Comparator.naturalOrder()));
    }

    private static boolean isSent(Kind kind) {
        return kind == Kind.SENT || kind == Kind.FOLLOW_UP;
    }

    private static int followUps(List<TimelineEntry> entries, Optional<Instant> heard) {
        return (int) entries.stream()
                .filter(entry -> entry.kind() == Kind.FOLLOW_UP)
                .filter(entry -> heard.isEmpty() || entry.at().isAfter(heard.get()))
                .count();
    }

    /** The day of the confirmation, or of the person's own mail that began it all. */
    private static Optional<Instant> appliedAt(List<TimelineEntry> entries) {
        var begun = entries.stream()
                .findFirst()
                .filter(entry -> isSent(entry.kind()) && entry.messageId().isPresent());
        return begun.or(() -> entries.stream()
                        .filter(entry -> entry.kind() == Kind.STAGE)
                        .filter(entry ->
                                entry.stage().filter(Stage.APPLIED::equals).isPresent())
                        .findFirst())
                .or(() -> entries.stream().anyMatch(entry -> entry.kind() == Kind.STAGE)
                        ? Optional.empty()
                        : entries.stream().filter(entry -> isSent(entry.kind())).findFirst())
                .map(TimelineEntry::at)
                .filter(at -> !at.equals(Instant.EPOCH));
    }

    private void follow(Moment moment) {
        var entry = moment.entry();
        if (entry.kind() != Kind.STAGE || entry.stage().isEmpty()) {
            return;
        }
        var reached = entry.stage().get();
        if (entry.provenance() == Provenance.PERSON
                && entry.byHand()
                && entry.messageId().isEmpty()) {
            set(reached, entry.at());
            furthest = reached.isTerminal() ? furthest : reached;
            saidAt = moment.said();
        } else if (saidAt == null || moment.said().isAfter(saidAt)) {
            heard(reached, entry);
        }
    }

    private void heard(Stage reached, TimelineEntry entry) {
        if (entry.provenance() == Provenance.WAREHOUSE) {
            set(reached, entry.at());
            furthest = further(furthest, reached);
            return;
        }
        var before = stage;
        if (before == null) {
            begin(reached, entry.at());
        } else if (before.isTerminal()) {
            afterEnd(before, reached, entry.at());
        } else if (reached.compareTo(before) > 0 || (reached == before && reached.isInterview())) {
            begin(reached, entry.at());
        }
    }

    private void afterEnd(Stage before, Stage reached, Instant at) {
        if (reached == Stage.HIRED && before != Stage.HIRED) {
            set(reached, at);
        } else if (!reached.isTerminal() && reached != Stage.APPLIED && before != Stage.HIRED) {
            furthest = further(furthest, reached);
            set(furthest, at);
        }
    }

    private void begin(Stage reached, Instant at) {
        set(reached, at);
        furthest = further(furthest, reached);
    }

    private static Stage further(Stage one, Stage other) {
        return !other.isTerminal() && other.compareTo(one) > 0 ? other : one;
    }

    private void set(Stage reached, Instant at) {
        stage = reached;
        changedAt = at.equals(Instant.EPOCH) ? null : at;
    }
}
