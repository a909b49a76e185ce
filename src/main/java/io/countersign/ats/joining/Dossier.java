package io.countersign.ats.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An application while evidence is joined to it, oldest first. Not thread-safe. */
final class Dossier {
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<String> employers = new HashSet<>();
    private final Set<Title> titles = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> systems = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final Set<Integer> groups = new HashSet<>();
    private final Course course = new Course();
    private @Nullable Dossier mergedInto;
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

    /** When its evidence came, and whether more goes on with it. */
    Course course() {
        return course;
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
        course.add(one);
        real |= clues.stage().isPresent() || !(one instanceof Evidence.Mail);
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
        course.absorb(other.course);
        real |= other.real;
    }

    /** True once it is more than a conversation: a stage was announced, or a row tells of it. */
    boolean isReal() {
        return real;
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
}
