package io.countersign.search;

import io.countersign.search.SearchDesk.Completion;
import io.countersign.search.SearchDesk.Completion.Kind;
import io.countersign.search.SearchDesk.Range;
import io.countersign.shared.text.TextFold;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the word before the caret may go on: operators, and the values of the one that was typed. */
final class Completions {
    private static final int MOST = 12;
    private static final List<String> OPERATORS = List.of(
            "from:",
            "to:",
            "subject:",
            "has:attachment",
            "is:unread",
            "is:starred",
            "is:read",
            "is:answered",
            "is:quarantined",
            "before:",
            "after:",
            "category:",
            "label:",
            "stage:");
    private static final Comparator<Completion> MOST_MAILS_FIRST =
            Comparator.comparingLong(Completion::mails).reversed().thenComparing(Completion::text);

    private final Vocabulary.Words words;

    Completions(Vocabulary.Words words) {
        this.words = words;
    }

    /** Best first, at most a dozen; what is in the middle of a quoted phrase has none. */
    List<Completion> of(String typed, int caret) {
        int end = Math.clamp(caret, 0, typed.length());
        int start = wordStart(typed, end);
        if (start < end && typed.charAt(start) == '-') {
            start++;
        }
        var word = typed.substring(start, end);
        if (word.startsWith("\"")) {
            return List.of();
        }
        var replaced = new Range(start, end);
        int colon = word.indexOf(':');
        var found = colon < 0
                ? bare(TextFold.fold(word), replaced)
                : values(
                        TextFold.fold(word.substring(0, colon + 1)),
                        TextFold.fold(word.substring(colon + 1).replace("\"", "")),
                        replaced);
        return found.filter(completion -> !completion.text().equals(word))
                .limit(MOST)
                .toList();
    }

    /** After the last white space that stands in no quotes. */
    private static int wordStart(String typed, int end) {
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at < end; at++) {
            char c = typed.charAt(at);
            quoted ^= c == '"';
            if (!quoted && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                start = at + 1;
            }
        }
        return start;
    }

    private Stream<Completion> bare(String word, Range replaced) {
        var operators = OPERATORS.stream()
                .filter(operator -> operator.startsWith(word))
                .map(operator -> new Completion(operator, replaced, Kind.OPERATOR, 0));
        return word.isEmpty() ? operators : Stream.concat(operators, people("from:", word, replaced));
    }

    private Stream<Completion> values(String operator, String begun, Range replaced) {
        return switch (operator) {
            case "from:", "to:" -> people(operator, begun, replaced);
            case "label:" -> counted(operator, begun, words.labels(), Kind.LABEL, replaced);
            case "category:" -> counted(operator, begun, words.categories(), Kind.CATEGORY, replaced);
            case "stage:" -> counted(operator, begun, words.stages(), Kind.STAGE, replaced);
            default ->
                OPERATORS.stream()
                        .filter(one -> one.startsWith(operator + begun) && !one.equals(operator))
                        .map(one -> new Completion(one, replaced, Kind.OPERATOR, 0));
        };
    }

    private Stream<Completion> people(String operator, String begun, Range replaced) {
        return words.people().stream()
                .filter(person -> isBegun(person, begun))
                .map(person -> new Completion(operator + value(person.email()), replaced, Kind.PERSON, person.mails()))
                .sorted(MOST_MAILS_FIRST);
    }

    /** The address, its domain, or a word of the name. */
    private static boolean isBegun(Vocabulary.Person person, String begun) {
        var email = person.email();
        return email.startsWith(begun)
                || email.startsWith(begun, email.indexOf('@') + 1)
                || (" " + TextFold.fold(person.name())).contains(" " + begun);
    }

    private static Stream<Completion> counted(
            String operator, String begun, Map<String, Long> mails, Kind kind, Range replaced) {
        return mails.entrySet().stream()
                .filter(entry -> TextFold.fold(entry.getKey()).startsWith(begun))
                .map(entry -> new Completion(operator + value(entry.getKey()), replaced, kind, entry.getValue()))
                .sorted(MOST_MAILS_FIRST);
    }

    private static String value(String value) {
        return value.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '*')
                ? '"' + value.replace("\"", "") + '"'
                : value;
    }
}
