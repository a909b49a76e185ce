package io.countersign.ats.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds dossiers by what they have in common with new evidence. Not thread-safe. */
final class DossierIndex {
    /** Looked through at most, newest first: the work per mail stays bounded. */
    private static final int RECENT = 100;

    private final Map<Object, List<Dossier>> lists = new HashMap<>();

    private record ByThread(long thread) {}

    private record ByUid(String uid) {}

    private record ByNumber(String scope, String number) {}

    private record ByEmployer(String employer) {}

    private record ByRole(String employer, Set<String> role) {}

    private record ByPerson(String address) {}

    private record ByGroup(int group) {}

    void add(Dossier dossier, Evidence evidence, int group) {
        var clues = evidence.clues();
        clues.thread().ifPresent(thread -> put(new ByThread(thread), dossier));
        if (!clues.uid().isEmpty()) {
            put(new ByUid(clues.uid()), dossier);
        }
        if (!clues.number().isEmpty()) {
            put(new ByNumber(clues.employer(), clues.number()), dossier);
            put(new ByNumber("system " + clues.system(), clues.number()), dossier);
        }
        addNames(dossier, clues.employer(), clues.role());
        clues.people().forEach(person -> put(new ByPerson(person), dossier));
        if (group >= 0) {
            put(new ByGroup(group), dossier);
        }
    }

    void addNames(Dossier dossier, String employer, Set<String> role) {
        if (!employer.isEmpty()) {
            put(new ByEmployer(employer), dossier);
            put(new ByRole(employer, role), dossier);
        }
    }

    private void put(Object key, Dossier dossier) {
        var list = lists.computeIfAbsent(key, _ -> new ArrayList<>(2));
        if (list.isEmpty() || list.getLast() != dossier) {
            list.add(dossier);
        }
    }

    List<Dossier> ofThread(long thread) {
        return newest(new ByThread(thread));
    }

    List<Dossier> ofInvite(String uid) {
        return uid.isEmpty() ? List.of() : newest(new ByUid(uid));
    }

    /** Numbers are of an employer; a system's own are long enough to be told apart without. */
    List<Dossier> ofNumber(Clues clues) {
        if (clues.number().isEmpty()) {
            return List.of();
        }
        var ofEmployer = newest(new ByNumber(clues.employer(), clues.number()));
        boolean long_ = clues.number().length() >= 6 && !clues.system().isEmpty();
        return ofEmployer.isEmpty() && long_
                ? newest(new ByNumber("system " + clues.system(), clues.number()))
                : ofEmployer;
    }

    List<Dossier> ofEmployer(String employer) {
        return employer.isEmpty() ? List.of() : newest(new ByEmployer(employer));
    }

    List<Dossier> ofRole(String employer, Set<String> role) {
        return employer.isEmpty() ? List.of() : newest(new ByRole(employer, role));
    }

    List<Dossier> ofPeople(Collection<String> people) {
        return people.stream()
                .sorted()
                .flatMap(person -> newest(new ByPerson(person)).stream())
                .distinct()
                .toList();
    }

    List<Dossier> ofGroup(int group) {
        return group < 0 ? List.of() : newest(new ByGroup(group));
    }

    /** Those that were added last first, each once. */
    private List<Dossier> newest(Object key) {
        return lists.getOrDefault(key, List.of()).reversed().stream()
                .limit(RECENT)
                .map(Dossier::root)
                .distinct()
                .toList();
    }
}
