package io.countersign.ats.joining;

import io.countersign.mail.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides which application evidence belongs to, by the strongest clue that there is: calendar invite, conversation, number,
 * role, then the only application that it can be about. Where several are as good, it says so and chooses none.
 */
final class Placement {
    /** So much of two roles' words must be the same for one confirmation to be of both. */
    private static final double HALF = 0.5;

    private final DossierIndex index;
    private final Ties ties;

    Placement(DossierIndex index, Ties ties) {
        this.index = index;
        this.ties = ties;
    }

    /**
     * Where it belongs.
     *
     * @param asked those that it may belong to as well as to others; then there is no dossier
     */
    record Choice(Optional<Dossier> dossier, List<Dossier> asked) {
        static final Choice NONE = new Choice(Optional.empty(), List.of());

        static Choice of(Dossier dossier) {
            return new Choice(Optional.of(dossier), List.of());
        }

        static Choice ofFew(List<Dossier> fitting) {
            return switch (fitting.size()) {
                case 0 -> NONE;
                case 1 -> of(fitting.getFirst());
                default -> new Choice(Optional.empty(), fitting);
            };
        }

        boolean isNone() {
            return dossier.isEmpty() && asked.isEmpty();
        }
    }

    Choice choose(Evidence evidence, int group) {
        var clues = evidence.clues();
        Predicate<Dossier> allowed =
                dossier -> dossier.mayHold(group, ties) && dossier.course().goesOnWith(evidence);
        return Stream.<Supplier<Choice>>of(
                        () -> first(index.ofInvite(clues.uid()), allowed),
                        () -> ofThread(clues, allowed),
                        () -> first(index.ofNumber(clues), allowed.and(dossier -> dossier.fitsEmployer(clues))),
                        () -> ofPeople(evidence, allowed),
                        () -> ofEmployer(evidence, allowed))
                .map(Supplier::get)
                .filter(choice -> !choice.isNone())
                .findFirst()
                .orElse(Choice.NONE);
    }

    private static Choice first(List<Dossier> dossiers, Predicate<Dossier> allowed) {
        return dossiers.stream().filter(allowed).findFirst().map(Choice::of).orElse(Choice.NONE);
    }

    /** Systems put mails about several applications into one conversation: names must fit. */
    private Choice ofThread(Clues clues, Predicate<Dossier> allowed) {
        if (clues.thread().isEmpty()) {
            return Choice.NONE;
        }
        var fitting = index.ofThread(clues.thread().getAsLong()).stream()
                .filter(allowed)
                .filter(dossier -> dossier.fitsNames(clues))
                .toList();
        return fitting.stream()
                .filter(dossier -> !clues.role().isEmpty() && dossier.hasRole(clues))
                .findFirst()
                .or(() -> fitting.stream()
                        .max(Comparator.comparing(dossier -> dossier.course().lastAt())))
                .map(Choice::of)
                .orElse(Choice.NONE);
    }

    /** People who wrote in an application write about it again, as long as they name nothing else. */
    private Choice ofPeople(Evidence evidence, Predicate<Dossier> allowed) {
        var clues = evidence.clues();
        boolean tellsMore = !clues.role().isEmpty() && !clues.employer().isEmpty();
        if (tellsMore || clues.is(Stage.APPLIED) || !clues.personal()) {
            return Choice.NONE;
        }
        var fitting = index.ofPeople(clues.people()).stream()
                .filter(allowed)
                .filter(Dossier::isReal)
                .filter(dossier -> dossier.fitsNames(clues) && dossier.fitsNumber(clues.number()))
                .toList();
        var open = fitting.stream().filter(dossier -> dossier.course().isOpen()).toList();
        return open.isEmpty()
                ? fitting.stream()
                        .max(Comparator.comparing(dossier -> dossier.course().lastAt()))
                        .map(Choice::of)
                        .orElse(Choice.NONE)
                : Choice.ofFew(nearest(open, clues));
    }

    private Choice ofEmployer(Evidence evidence, Predicate<Dossier> allowed) {
        var clues = evidence.clues();
        Predicate<Dossier> possible = allowed.and(Dossier::isReal).and(dossier -> dossier.fitsNumber(clues.number()));
        if (!clues.role().isEmpty()) {
            return ofRole(evidence, possible);
        }
        boolean tells = clues.stage().isPresent() || clues.personal() || !(evidence instanceof Evidence.Mail);
        return tells ? withoutRole(evidence, possible) : Choice.NONE;
    }

    private Choice ofRole(Evidence evidence, Predicate<Dossier> possible) {
        var clues = evidence.clues();
        var same = first(index.ofRole(clues.employer(), clues.role()), possible);
        if (!same.isNone()) {
            return same;
        }
        var others = index.ofEmployer(clues.employer()).stream()
                .filter(possible.and(dossier -> dossier.course().mayBeConfirmedBy(evidence)))
                .toList();
        double best = others.stream()
                .mapToDouble(dossier -> dossier.roleMatch(clues))
                .max()
                .orElse(0);
        if (best >= (clues.is(Stage.APPLIED) ? HALF : Double.MIN_VALUE)) {
            return Choice.ofFew(others.stream()
                    .filter(dossier -> dossier.roleMatch(clues) == best)
                    .toList());
        }
        var nameless = others.stream()
                .filter(dossier -> dossier.namesNoRoleAt(clues.employer())
                        && (dossier.course().isOpen() || clues.is(Stage.REJECTED)))
                .toList();
        return clues.stage().isEmpty() && !clues.personal() ? Choice.NONE : Choice.ofFew(nearest(nameless, clues));
    }

    private Choice withoutRole(Evidence evidence, Predicate<Dossier> possible) {
        var clues = evidence.clues();
        var all = index.ofEmployer(clues.employer()).stream()
                .filter(possible.and(dossier -> dossier.course().mayBeConfirmedBy(evidence)))
                .toList();
        var open = all.stream().filter(dossier -> dossier.course().isOpen()).toList();
        if (!open.isEmpty()) {
            return Choice.ofFew(nearest(open, clues));
        }
        return clues.is(Stage.APPLIED)
                ? Choice.NONE
                : all.stream()
                        .max(Comparator.comparing(dossier -> dossier.course().lastAt()))
                        .map(Choice::of)
                        .orElse(Choice.NONE);
    }

    /** Of several, those that know who writes; else those that the same system serves; else all. */
    private static List<Dossier> nearest(List<Dossier> dossiers, Clues clues) {
        if (dossiers.size() < 2) {
            return dossiers;
        }
        var known = dossiers.stream()
                .filter(dossier -> dossier.knowsAny(clues.people()))
                .toList();
        if (!known.isEmpty()) {
            return known;
        }
        var served = dossiers.stream()
                .filter(dossier -> !clues.system().isEmpty() && dossier.uses(clues.system()))
                .toList();
        return served.isEmpty() ? dossiers : served;
    }
}
