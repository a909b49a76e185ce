package io.countersign.policy;

import io.countersign.mail.Message;
import io.countersign.policy.Condition.Operator;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A field of the message document that conditions may name, with the way to read it. There is one instance per field, in
 * {@link MessageFields}; fields are compared by identity.
 */
public sealed interface MessageField {
    String name();

    Type type();

    /** What the mail has there, as text for people; empty when it has none. */
    String shown(Message message, Instant now);

    /** The only texts that the field can hold; empty when any text may be there. */
    default List<String> allowed() {
        return List.of();
    }

    /** What a field holds and so which operators it takes. */
    enum Type {
        TEXT("text"),
        TEXTS("a list of texts"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        MOMENT("a date");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** The type as a message to a person names it. */
        public String words() {
            return words;
        }

        /** The operators that a field of this type takes, in the order in which a person is told of them. */
        public Set<Operator> operators() {
            return switch (this) {
                case TEXT, TEXTS ->
                    EnumSet.of(
                            Operator.EQ, Operator.NEQ, Operator.IN, Operator.CONTAINS, Operator.REGEX, Operator.EXISTS);
                case NUMBER -> ordered(Operator.IN, Operator.EXISTS);
                case MOMENT -> ordered(Operator.EXISTS);
                case BOOLEAN -> EnumSet.of(Operator.EQ, Operator.NEQ, Operator.EXISTS);
            };
        }

        /** What has an order: all comparisons by it, and these. */
        private static Set<Operator> ordered(Operator... more) {
            var all = EnumSet.range(Operator.EQ, Operator.GTE);
            all.addAll(List.of(more));
            return all;
        }
    }

    /** Text; the empty text means that the mail has none. */
    record Text(String name, List<String> allowed, Function<Message, String> read) implements MessageField {
        public Text {
            allowed = List.copyOf(allowed);
        }

        @Override
        public Type type() {
            return Type.TEXT;
        }

        @Override
        public String shown(Message message, Instant now) {
            return read.apply(message);
        }
    }

    /**
     * Several texts, of which any may satisfy a comparison: a list, or one text that can be written in several ways (an
     * address with and without the name).
     */
    record Texts(String name, Type type, Function<Message, List<String>> read, Function<Message, String> show)
            implements MessageField {
        @Override
        public String shown(Message message, Instant now) {
            return show.apply(message);
        }
    }

    /** A number; {@code decimalText} says that the document writes it as text, so that conditions may too. */
    record Numeric(String name, boolean decimalText, Reader read) implements MessageField {
        /** Reads a number that may depend on the time. */
        @FunctionalInterface
        public interface Reader {
            OptionalDouble read(Message message, Instant now);
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public String shown(Message message, Instant now) {
            var number = read.read(message, now);
            return number.isPresent() ? ClauseWords.number(number.getAsDouble()) : "";
        }
    }

    /** True or false; every mail has it. */
    record Flag(String name, Predicate<Message> read) implements MessageField {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public String shown(Message message, Instant now) {
            return Boolean.toString(read.test(message));
        }
    }

    /** A point in time. */
    record Moment(String name, Function<Message, Optional<Instant>> read) implements MessageField {
        @Override
        public Type type() {
            return Type.MOMENT;
        }

        @Override
        public String shown(Message message, Instant now) {
            return read.apply(message).map(ClauseWords::moment).orElse("");
        }
    }
}
