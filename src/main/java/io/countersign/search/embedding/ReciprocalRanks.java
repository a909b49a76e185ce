package io.countersign.search.embedding;

import io.countersign.search.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion (Cormack, Clarke, Buettcher 2009): a mail gets 1 / (60 + rank) from each of two orders that it stands
 * in. So nothing that stands behind a mail in both overtakes it, and a mail of rank a and b ends at rank a + b - 1 at worst.
 */
final class ReciprocalRanks {
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final Map<Long, Integer> words;
    private final Map<Long, Integer> meanings;

    /** Orders of mails, best first, none twice. */
    ReciprocalRanks(List<Long> words, List<Long> meanings) {
        this.words = ranks(words);
        this.meanings = ranks(meanings);
    }

    private static Map<Long, Integer> ranks(List<Long> order) {
        var ranks = new HashMap<Long, Integer>(order.size() * 2);
        for (var id : order) {
            ranks.putIfAbsent(id, ranks.size() + 1);
        }
        return ranks;
    }

    /** All of them, best first; of equal ones the one that words rank higher. */
    List<Long> order() {
        var all = new ArrayList<>(words.keySet());
        meanings.keySet().stream().filter(id -> !words.containsKey(id)).forEach(all::add);
        all.sort(Comparator.comparingDouble(this::score)
                .reversed()
                .thenComparingInt(id -> words.getOrDefault(id, NOWHERE))
                .thenComparingInt(id -> meanings.getOrDefault(id, NOWHERE)));
        return all;
    }

    double score(long id) {
        return share(words, id) + share(meanings, id);
    }

    private static double share(Map<Long, Integer> ranks, long id) {
        var rank = ranks.get(id);
        return rank == null ? 0 : 1.0 / (Ranking.FUSION + rank);
    }

    /** How much standing near in meaning raises a mail that has the words; 1 where it does not. */
    double raise(long id) {
        double byWords = share(words, id);
        return byWords == 0 ? 1 : score(id) / byWords;
    }

    boolean isNear(long id) {
        return meanings.containsKey(id);
    }
}
