package io.countersign.policy;

import io.countersign.mail.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts that many mails have in one field, equal ones once, so that a test is asked once of each. Thread-safe. */
final class TextColumn {
    private static final int NONE = -1;

    private final MessageField field;
    private final int[] codes;
    private final List<List<String>> texts;
    private List<List<String>> folded;

    private TextColumn(MessageField field, int[] codes, List<List<String>> texts, List<List<String>> folded) {
        this.field = field;
        this.codes = codes;
        this.texts = texts;
        this.folded = folded;
    }

    static TextColumn of(MessageField field, List<Message> mails) {
        return new TextColumn(field, new int[0], List.of(), List.of()).following(mails, noOrigins(mails.size()));
    }

    private static int[] noOrigins(int size) {
        var origins = new int[size];
        Arrays.fill(origins, NONE);
        return origins;
    }

    /**
     * This column for other mails, of which only those that are new are read.
     *
     * @param origins for each mail the index that it had in this column, -1 for one that is new or changed
     */
    TextColumn following(List<Message> mails, int[] origins) {
        var now = new int[origins.length];
        var all = new ArrayList<>(texts);
        var known = new HashMap<List<String>, Integer>();
        for (int i = 0; i < now.length; i++) {
            now[i] = origins[i] == NONE ? code(mails.get(i), known, all) : codes[origins[i]];
        }
        return new TextColumn(field, now, all, foldedSoFar());
    }

    private int code(Message mail, Map<List<String>, Integer> known, List<List<String>> all) {
        return known.computeIfAbsent(new Candidate(mail, Instant.EPOCH).texts(field), fresh -> {
            all.add(fresh);
            return all.size() - 1;
        });
    }

    private synchronized List<List<String>> foldedSoFar() {
        return folded;
    }

    MessageField field() {
        return field;
    }

    /** How many different values there are. */
    int size() {
        return texts.size();
    }

    /** The number of the value that a mail has. */
    int code(int mail) {
        return codes[mail];
    }

    /** For each value the index of a mail that has it, -1 where none has any more. */
    int[] samples() {
        var samples = noOrigins(texts.size());
        for (int i = 0; i < codes.length; i++) {
            samples[codes[i]] = i;
        }
        return samples;
    }

    /** The texts of each value. */
    List<List<String>> texts() {
        return texts;
    }

    /** The texts of each value as they are compared without case; folded when they are asked for first. */
    synchronized List<List<String>> folded() {
        if (folded.size() < texts.size()) {
            var all = new ArrayList<>(folded);
            texts.subList(folded.size(), texts.size()).stream()
                    .map(Candidate::fold)
                    .forEach(all::add);
            folded = all;
        }
        return folded;
    }
}
