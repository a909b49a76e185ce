package io.countersign.ats.odds;

import io.countersign.ats.Application;
import io.countersign.ats.Provenance;
import io.countersign.ats.TimelineEntry;
import io.countersign.mail.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a timeline into silences. A confirmation that an application came in answers nothing: the silence begins anew with
 * it. Mails of one burst are one word. Before a talk nobody is silent: the silence begins with it. For one thread.
 */
final class Silences {
    private static final Duration BURST = Duration.ofHours(12);

    private final Application application;
    private final Instant now;
    private final List<Spell> spells = new ArrayList<>(4);
    private final List<Instant> followUps = new ArrayList<>(2);
    private Stage stage = Stage.APPLIED;
    private Instant begin;
    private Instant heard;
    private boolean open;
    private boolean reply;
    private boolean replied;
    private Optional<TimelineEntry> word = Optional.empty();
    private Optional<LocalDate> deadline = Optional.empty();

    private Silences(Application application, Instant now) {
        this.application = application;
        this.now = now;
        this.begin = application.timeline().stream()
                .map(TimelineEntry::at)
                .filter(Silences::isKnown)
                .findFirst()
                .orElse(now);
        this.heard = begin;
        this.open = true;
    }

    static Silences of(Application application, Instant now) {
        var silences = new Silences(application, now);
        for (var entry : application.timeline()) {
            if (!entry.at().isAfter(now)) {
                silences.read(entry);
            }
        }
        return silences;
    }

    /** All, oldest first; the last may still last. */
    List<Spell> spells() {
        var all = new ArrayList<>(spells);
        if (open && !begin.isAfter(now)) {
            all.add(spell(now, false));
        }
        return all;
    }

    Silence current() {
        var state = application.state();
        var talk = state.interviewDate();
        boolean talked =
                talk.filter(at -> !at.isAfter(now) && !at.isBefore(heard)).isPresent();
        var spoken = talked ? talk.orElse(heard) : heard;
        var sent = lastSent();
        return new Silence(
                state.stage(),
                spoken,
                sent.filter(at -> at.isAfter(spoken)).orElse(spoken),
                word,
                reply,
                sent.filter(at -> !at.isBefore(spoken)).isPresent(),
                talked,
                talk.filter(at -> at.isAfter(now)),
                deadline,
                followUps);
    }

    private Optional<Instant> lastSent() {
        for (var entry : application.timeline().reversed()) {
            if (isOwnWord(entry) && !entry.at().isAfter(now)) {
                return Optional.of(entry.at());
            }
        }
        return Optional.empty();
    }

    private void read(TimelineEntry entry) {
        if (!isKnown(entry.at())) {
            reach(entry);
        } else if (isOwnWord(entry)) {
            sent(entry.at());
        } else if (entry.kind() == TimelineEntry.Kind.FOLLOW_UP) {
            followUps.add(entry.at());
        } else {
            heard(entry);
        }
    }

    /** Rows of a warehouse that name no time stand at the epoch. */
    private static boolean isKnown(Instant at) {
        return at.isAfter(Instant.EPOCH);
    }

    /** A mail of the person's that neither asks for news nor ends it, whatever stage it speaks of. */
    private static boolean isOwnWord(TimelineEntry entry) {
        return switch (entry.kind()) {
            case SENT -> true;
            case STAGE ->
                entry.provenance() == Provenance.PERSON
                        && entry.messageId().isPresent()
                        && entry.stage().filter(Stage::isTerminal).isEmpty();
            case UNSURE, WORD, FOLLOW_UP -> false;
        };
    }

    private void heard(TimelineEntry entry) {
        if (open) {
            close(entry);
        }
        if (entry.isAnswer()) {
            word = Optional.of(entry);
            deadline =
                    entry.deadline().or(() -> entry.kind() == TimelineEntry.Kind.STAGE ? Optional.empty() : deadline);
            reply = replied || !followUps.isEmpty();
            followUps.clear();
        }
        boolean goesOn = open;
        reach(entry);
        if (open || goesOn) {
            replied = false;
            heard = entry.at();
            begin = entry.interviewDate()
                    .filter(talk -> talk.isAfter(entry.at()))
                    .orElse(later(begin, entry.at()));
        }
    }

    /** The furthest stage counts, unless the person says otherwise; a stage after the end reopens it. */
    private void reach(TimelineEntry entry) {
        if (entry.kind() != TimelineEntry.Kind.STAGE || entry.stage().isEmpty()) {
            return;
        }
        var said = entry.stage().get();
        open = !said.isTerminal();
        if (open && (entry.byHand() || said.compareTo(stage) > 0)) {
            stage = said;
        }
    }

    private void close(TimelineEntry entry) {
        boolean burst = word.isPresent()
                && !replied
                && Duration.between(heard, entry.at()).compareTo(BURST) < 0;
        if (!burst && entry.at().isAfter(begin)) {
            spells.add(spell(entry.at(), entry.isAnswer() && !entry.isConfirmation()));
        }
    }

    private void sent(Instant at) {
        replied = true;
        if (open && at.isAfter(begin)) {
            spells.add(spell(at, false));
            begin = at;
        }
    }

    private Spell spell(Instant end, boolean answered) {
        var asked = new ArrayList<Integer>(followUps.size());
        for (var at : followUps) {
            if (!at.isBefore(begin)) {
                asked.add(Silence.whole(begin, at));
            }
        }
        return new Spell(stage, application.system(), Silence.whole(begin, end), answered, asked);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
