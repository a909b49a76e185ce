package io.countersign.ats.joining;

import io.countersign.mail.Stage;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * By what a mail or a row is joined to an application.
 *
 * @param employer as {@link Companies} names it; empty when nothing tells
 * @param named true when it names the employer itself, false when its sender's domain does
 * @param role the words of the role that count; empty when it names none
 * @param number of the application or opening, capital letters and digits only; empty when it has none
 * @param system id of the tracking system or board; empty when nothing tells
 * @param uid of its calendar invite; empty when it has none
 * @param people addresses of the people on the other side
 * @param stage what it announces
 * @param personal true when a person wrote it by hand, as far as headers tell
 */
record Clues(
        String employer,
        boolean named,
        Set<String> role,
        String number,
        String system,
        OptionalLong thread,
        String uid,
        Set<String> people,
        Optional<Stage> stage,
        boolean personal) {

    boolean is(Stage one) {
        return stage.filter(one::equals).isPresent();
    }

    /** How numbers of one kind look alike: {@code R#} for {@code R104417}. */
    static String shape(String number) {
        var shape = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit) {
                shape.append(c);
            } else if (shape.isEmpty() || shape.charAt(shape.length() - 1) != '#') {
                shape.append('#');
            }
        }
        return shape.append(number.length()).toString();
    }
}
