package io.countersign.ats.joining;

import io.countersign.mail.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An application while evidence is joined to it, oldest first. Not thread-safe. */
final class Dossier {
    /** So long after its end, a new confirmation begins a new application. */
    private static final Duration REAPPLICATION = Duration.ofDays(30);
    /** So long after its last word, a new confirmation begins a new application. */
    private static final Duration FORGOTTEN = Duration.ofDays(180);
    /** So long after its end, nothing but a person revives it. */
    private static final Duration CLOSED = Duration.ofDays(365);
    /** Board and tracking system may both confirm an application. */
    private static final Duration TWICE = Duration.ofDays(3);

    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<String> employers = new HashSet<>();
    private final Set<Title> titles = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> systems = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final Set<Integer> groups = new HashSet<>();
    private @Nullable Dossier mergedInto;
    private @Nullable Instant endedAt;
    private @Nullable Instant confirmedAt;
    private Instant lastAt = Instant.EPOCH;
    private boolean real;

    /** A role as a part of it names it; a person may have merged those of several employers. */
    private record Title(String employer, Set<String> role) {
        boolean isAt(String other) {
            return employer.isEmpty() || other.isEmpty() || employer.equals(other);
        }
    }

    /** The one that this has become part of, else itself. */
    Dossier root() {
        var root = this;
        while (root.mergedInto != null) {
            root = root.mergedInto;
        }
        return root;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    Instant lastAt() {
        return lastAt;
    }

    void add(Evidence one, int group) {
        evidence.add(one);
        var clues = one.clues();
        addIfAny(employers, clues.employer());
        addIfAny(numbers, clues.number());
        addIfAny(systems, clues.system());
        addTitle(clues.employer(), clues.role());
        people.addAll(clues.people());
        if (group >= 0) {
            groups.add(group);
        }
        clues.stage().ifPresent(stage -> reach(stage, one.at()));
        real |= clues.stage().isPresent() || !(one instanceof Evidence.Mail);
        lastAt = one.at().isAfter(lastAt) ? one.at() : lastAt;
    }

    private void addTitle(String employer, Set<String> role) {
        if (!role.isEmpty()) {
            titles.add(new Title(employer, role));
        }
    }

    private static void addIfAny(Set<String> texts, String text) {
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }

    private void reach(Stage stage, Instant at) {
        if (stage.isTerminal()) {
            endedAt = at;
        } else if (stage == Stage.APPLIED) {
            confirmedAt = at;
        } else {
            endedAt = null;
        }
    }

    /** Says that it is about this, whatever its mails say. */
    void isAbout(String employer, Set<String> role) {
        addIfAny(employers, employer);
        addTitle(employer, role);
        real = true;
    }

    /** Takes over all of another one. */
    void absorb(Dossier other) {
        other.mergedInto = this;
        evidence.addAll(other.evidence);
        employers.addAll(other.employers);
        titles.addAll(other.titles);
        numbers.addAll(other.numbers);
        systems.addAll(other.systems);
        people.addAll(other.people);
        groups.addAll(other.groups);
        endedAt = later(endedAt, other.endedAt);
        confirmedAt = later(confirmedAt, other.confirmedAt);
        lastAt = other.lastAt.isAfter(lastAt) ? other.lastAt : lastAt;
        real |= other.real;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** True once it is more than a conversation: a stage was announced, or a row tells of it. */
    boolean isReal() {
        return real;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean namesNoRoleAt(String employer) {
        return titles.stream().noneMatch(title -> title.isAt(employer));
    }

    boolean hasRole(Clues clues) {
        return titles.stream()
                .anyMatch(title -> title.isAt(clues.employer()) && title.role().equals(clues.role()));
    }

    boolean knowsAny(Set<String> persons) {
        return persons.stream().anyMatch(people::contains);
    }

    boolean uses(String system) {
        return systems.contains(system);
    }

    Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    /** False when a person said that what is tied like this does not belong here. */
    boolean mayHold(int group, Ties ties) {
        return group < 0 || groups.stream().noneMatch(own -> ties.areApart(own, group));
    }

    /** False when a person said that something of both does not belong together. */
    boolean mayAbsorb(Dossier other, Ties ties) {
        return other.groups.stream().allMatch(group -> mayHold(group, ties));
    }

    /** False when another employer, or roles that have nothing to do with each other, are named. */
    boolean fitsNames(Clues clues) {
        return fitsEmployer(clues)
                && (clues.role().isEmpty() || namesNoRoleAt(clues.employer()) || roleMatch(clues) > 0);
    }

    boolean fitsEmployer(Clues clues) {
        return clues.employer().isEmpty() || employers.isEmpty() || employers.contains(clues.employer());
    }

    /** How much the nearest of its roles is this one, when one of both only says more than the other: 0..1. */
    double roleMatch(Clues clues) {
        return titles.stream()
                .filter(title -> title.isAt(clues.employer()))
                .mapToDouble(title -> related(title.role(), clues.role()))
                .max()
                .orElse(0);
    }

    private static double related(Set<String> one, Set<String> other) {
        return one.containsAll(other) || other.containsAll(one) ? NameTokens.shared(one, other) : 0;
    }

    /** False when it has another number of the same kind: two openings may have one name. */
    boolean fitsNumber(String number) {
        return number.isEmpty()
                || numbers.contains(number)
                || numbers.stream().noneMatch(own -> Clues.shape(own).equals(Clues.shape(number)));
    }

    /** False when the time that has passed makes such evidence the beginning of another application. */
    boolean goesOnWith(Evidence one) {
        var clues = one.clues();
        var ended = endedAt;
        if (clues.is(Stage.APPLIED)) {
            boolean afresh = ended != null && isLater(one, ended, REAPPLICATION);
            return !afresh && (evidence.isEmpty() || !isLater(one, lastAt, FORGOTTEN));
        }
        return ended == null || !isLater(one, ended, CLOSED);
    }

    /** False when it was confirmed before, so that another confirmation is one of something else. */
    boolean mayBeConfirmedBy(Evidence one) {
        var confirmed = confirmedAt;
        return !one.clues().is(Stage.APPLIED) || confirmed == null || !isLater(one, confirmed, TWICE);
    }

    private static boolean isLater(Evidence one, Instant than, Duration gap) {
        return !than.equals(Instant.EPOCH) && Duration.between(than, one.at()).compareTo(gap) >= 0;
    }
}
