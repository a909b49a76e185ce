package io.countersign.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A clause taken apart again, so that it can be said in the person's language: proposals keep their clauses in English words.
 *
 * @param operands what the field is compared with, as stored; of {@code is one of} each shown choice; none for flags and presence
 * @param more choices of {@code is one of} that are not shown
 */
public record ClauseParts(MessageField field, ClauseVerb verb, List<String> operands, int more) {
    private static final String NOT = ClauseVerb.UNSET.words() + " ";
    // "is not one of" must not be taken for "is" and "not one of".
    private static final List<ClauseVerb> LONGEST_FIRST = Stream.of(ClauseVerb.values())
            .filter(verb -> verb != ClauseVerb.SET && verb != ClauseVerb.UNSET)
            .sorted(Comparator.comparingInt((ClauseVerb verb) -> verb.words().length())
                    .reversed())
            .toList();

    public ClauseParts {
        operands = List.copyOf(operands);
    }

    /** Empty for words that no policy of this version writes. */
    public static Optional<ClauseParts> of(String clause) {
        var unset = clause.startsWith(NOT)
                ? MessageFields.find(clause.substring(NOT.length()))
                : Optional.<MessageField>empty();
        if (unset.isPresent()) {
            return unset.map(field -> new ClauseParts(field, ClauseVerb.UNSET, List.of(), 0));
        }
        int space = clause.indexOf(' ');
        return space < 0
                ? MessageFields.find(clause).map(field -> new ClauseParts(field, ClauseVerb.SET, List.of(), 0))
                : MessageFields.find(clause.substring(0, space))
                        .flatMap(field -> compared(field, clause.substring(space + 1)));
    }

    private static Optional<ClauseParts> compared(MessageField field, String rest) {
        return LONGEST_FIRST.stream()
                .filter(verb -> rest.equals(verb.words()) || rest.startsWith(verb.words() + " "))
                .findFirst()
                .map(verb -> compared(
                        field, verb, rest.substring(verb.words().length()).strip()));
    }

    private static ClauseParts compared(MessageField field, ClauseVerb verb, String operand) {
        return switch (verb) {
            case PRESENT, ABSENT -> new ClauseParts(field, verb, List.of(), 0);
            case ONE_OF, NONE_OF -> choices(field, verb, operand);
            default -> new ClauseParts(field, verb, List.of(operand), 0);
        };
    }

    private static ClauseParts choices(MessageField field, ClauseVerb verb, String operand) {
        var more = ClauseWords.MORE.matcher(operand);
        return more.find()
                ? new ClauseParts(
                        field, verb, split(operand.substring(0, more.start())), Integer.parseInt(more.group(1)))
                : new ClauseParts(field, verb, operand.equals(ClauseWords.NOTHING) ? List.of() : split(operand), 0);
    }

    private static List<String> split(String choices) {
        return List.of(choices.split(ClauseWords.COMMA, -1));
    }
}
