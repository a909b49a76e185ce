package io.countersign.policy;

import com.google.re2j.Pattern;
import java.time.Instant;
import java.util.List;

/** What a field is compared with. */
public sealed interface Operand {
    record Text(String text) implements Operand {}

    record Numeric(double number) implements Operand {}

    record Bool(boolean flag) implements Operand {}

    /** A fixed moment, from an ISO 8601 date or date-time. */
    record Moment(Instant instant) implements Operand {}

    /** The moment of evaluation, written {@code now}. */
    record Now() implements Operand {}

    /** The choices of {@code in}. */
    record Choices(List<Operand> choices) implements Operand {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /** RE2 syntax: linear time, whatever the mail. */
    record Regex(Pattern pattern) implements Operand {}
}
