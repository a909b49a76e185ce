package io.countersign.ask.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cuts a question in two where {@code and} joins two questions: {@code How many days of leave, and when could I start?} */
final class Clauses {
    private static final int SHORTEST = 3;
    private static final Set<String> ASKING = Set.of("kind", "aspect", "length");
    private static final Set<String> VERBS = Set.of(
            "do", "does", "did", "is", "are", "was", "has", "have", "can", "could", "will", "muss", "ist", "hat",
            "kann", "gibt");

    private Clauses() {}

    /** The question, or the two that it consists of. */
    static List<String> of(Chunks chunks) {
        return IntStream.range(1, chunks.size())
                .filter(at -> parts(chunks, at))
                .boxed()
                .findFirst()
                .map(at -> List.of(text(chunks, 0, at), text(chunks, behind(chunks, at), chunks.size())))
                .orElseGet(() -> List.of(text(chunks, 0, chunks.size())));
    }

    private static boolean parts(Chunks chunks, int at) {
        int next = behind(chunks, at);
        return isConjunction(chunks, at)
                && next > at
                && (asks(chunks, next) || (chunks.has(next, "time-filler") && asks(chunks, next + 1)))
                && words(chunks, 0, at) >= SHORTEST
                && words(chunks, next, chunks.size()) >= SHORTEST
                && IntStream.range(0, at).anyMatch(before -> asks(chunks, before));
    }

    /** Behind {@code , and}; a comma alone joins no questions. */
    private static int behind(Chunks chunks, int at) {
        int next = at;
        while (isConjunction(chunks, next)) {
            next++;
        }
        boolean onlyComma = IntStream.range(at, next)
                .allMatch(piece -> chunks.word(piece).filter(","::equals).isPresent());
        return onlyComma ? at : next;
    }

    private static boolean isConjunction(Chunks chunks, int at) {
        return chunks.has(at, "conjunction")
                || chunks.word(at).filter(","::equals).isPresent();
    }

    private static boolean asks(Chunks chunks, int at) {
        return ASKING.stream().anyMatch(group -> chunks.has(at, group))
                || (at < chunks.size()
                        && VERBS.contains(chunks.get(at).words().getFirst().folded()));
    }

    private static int words(Chunks chunks, int from, int to) {
        return IntStream.range(from, to)
                .map(at -> chunks.get(at).words().size())
                .sum();
    }

    private static String text(Chunks chunks, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(chunks::get)
                .flatMap(chunk -> chunk.words().stream())
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }
}
