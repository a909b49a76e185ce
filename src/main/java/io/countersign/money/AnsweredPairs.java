package io.countersign.money;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which receipts answers are about: any mail behind a receipt stands for it. */
final class AnsweredPairs {
    /** Two receipts by their places in the list, the lower first. */
    record Pair(int one, int other) {
        static Pair of(int one, int other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }

    /** A pair and what was said of it last. */
    record Answered(Pair pair, boolean duplicate) {}

    private final Map<Pair, Boolean> answers = new LinkedHashMap<>();

    AnsweredPairs(List<Receipt> receipts, Collection<DuplicateAnswers.Answer> answers) {
        var named = new HashSet<StatementId>();
        answers.forEach(answer -> named.addAll(List.of(answer.earlier(), answer.later())));
        var places = new HashMap<StatementId, Integer>();
        for (int i = 0; i < receipts.size() && !named.isEmpty(); i++) {
            for (var statement : receipts.get(i).statements()) {
                if (named.contains(statement.id())) {
                    places.put(statement.id(), i);
                }
            }
        }
        for (var answer : answers) {
            var one = places.get(answer.earlier());
            var other = places.get(answer.later());
            if (one != null && other != null && !one.equals(other)) {
                this.answers.put(Pair.of(one, other), answer.duplicate());
            }
        }
    }

    boolean contains(int one, int other) {
        return !answers.isEmpty() && answers.containsKey(Pair.of(one, other));
    }

    List<Answered> all() {
        var all = new ArrayList<Answered>();
        answers.forEach((pair, duplicate) -> all.add(new Answered(pair, duplicate)));
        return all;
    }
}
