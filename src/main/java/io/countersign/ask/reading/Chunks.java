package io.countersign.ask.reading;

import io.countersign.ask.reading.Lexicon.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A question cut into the phrases that mean something and the words between them. Immutable. */
final class Chunks {
    /** Nouns of one language that are said in the other as well. */
    private static final Set<String> SHARED = Set.of("topic", "category", "currency");

    private final List<Chunk> chunks;

    /**
     * A piece of a question.
     *
     * @param tags what it means; none for a word that no file knows
     */
    record Chunk(List<Word> words, List<Tag> tags) {
        Chunk {
            words = List.copyOf(words);
            tags = List.copyOf(tags);
        }

        private Chunk in(String language) {
            var own =
                    tags.stream().filter(tag -> tag.language().equals(language)).toList();
            return new Chunk(
                    words,
                    own.isEmpty()
                            ? tags.stream()
                                    .filter(tag -> SHARED.contains(tag.group()))
                                    .toList()
                            : own);
        }

        boolean has(String group) {
            return tags.stream().anyMatch(tag -> tag.group().equals(group));
        }

        Optional<String> value(String group) {
            return tags.stream()
                    .filter(tag -> tag.group().equals(group))
                    .map(Tag::value)
                    .findFirst();
        }
    }

    private Chunks(List<Chunk> chunks) {
        this.chunks = List.copyOf(chunks);
    }

    static Chunks of(List<Word> words, Lexicon lexicon) {
        var chunks = new ArrayList<Chunk>();
        for (int at = 0; at < words.size(); ) {
            var found = lexicon.longest(words, at);
            int end = found.map(Lexicon.Found::to).orElse(at + 1);
            chunks.add(new Chunk(
                    words.subList(at, end), found.map(Lexicon.Found::tags).orElse(List.of())));
            at = end;
        }
        return new Chunks(chunks);
    }

    /** The same without what pieces mean in another language, but for nouns that are unknown in this one. */
    Chunks in(String language) {
        return new Chunks(chunks.stream().map(chunk -> chunk.in(language)).toList());
    }

    int size() {
        return chunks.size();
    }

    Chunk get(int at) {
        return chunks.get(at);
    }

    List<Chunk> all() {
        return chunks;
    }

    boolean has(int at, String group) {
        return at >= 0 && at < chunks.size() && chunks.get(at).has(group);
    }

    Optional<String> value(int at, String group) {
        return at >= 0 && at < chunks.size() ? chunks.get(at).value(group) : Optional.empty();
    }

    /** True when the piece begins with a word that is written like a noun or a name. */
    boolean isCapital(int at) {
        return chunks.get(at).words().getFirst().isCapital();
    }

    /** The word of a piece that is one word. */
    Optional<String> word(int at) {
        return at >= 0 && at < chunks.size() && chunks.get(at).words().size() == 1
                ? Optional.of(chunks.get(at).words().getFirst().folded())
                : Optional.empty();
    }
}
