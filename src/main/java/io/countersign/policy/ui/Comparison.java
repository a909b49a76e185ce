package io.countersign.policy.ui;

import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageField;
import io.countersign.policy.ui.ClauseDraft.Leaf;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way to compare a field, as one choice for a person: {@code exists} with true and with false are two.
 *
 * @param value what it is compared with where the choice says that already
 */
record Comparison(Operator operator, Optional<String> value) {
    private static final String YES = "true";
    private static final String NO = "false";

    /** The way in which a clause compares. */
    static Comparison of(Leaf leaf) {
        return isFixed(leaf.operator(), leaf.field())
                ? new Comparison(leaf.operator(), Optional.of(leaf.value()))
                : free(leaf.operator());
    }

    /** The ways to compare a field, the usual ones first; {@code used} is among them in any case. */
    static List<Comparison> offered(MessageField field, Comparison used) {
        var usual = usual(field);
        return usual.contains(used)
                ? usual
                : Stream.concat(usual.stream(), Stream.of(used)).toList();
    }

    /** Every operator that a field of this type takes. */
    static Set<Operator> operators(MessageField.Type type) {
        return type.operators();
    }

    /** The clause compared in this way; its value stays where it still can be one. */
    Leaf applyTo(Leaf leaf) {
        if (value.isPresent()) {
            return new Leaf(leaf.key(), operator, leaf.field(), List.of(value.get()));
        }
        boolean flagBefore = isFixed(leaf.operator(), leaf.field());
        var values = flagBefore ? List.of(first(leaf.field())) : leaf.values();
        var fitting = operator == Operator.IN
                ? values.stream().filter(each -> !each.isBlank()).toList()
                : values.stream().limit(1).toList();
        return new Leaf(leaf.key(), operator, leaf.field(), fitting);
    }

    /** The clause on another field, compared as before where that field can be, with its value where that still fits. */
    static Leaf onField(Leaf leaf, MessageField field) {
        var before = leaf.field();
        boolean alike = text(before) == text(field)
                && (text(field) || before.type() == field.type())
                && field.allowed().equals(before.allowed());
        if (alike && operators(field.type()).contains(leaf.operator())) {
            return new Leaf(leaf.key(), leaf.operator(), field, leaf.values());
        }
        var usual = usual(field).getFirst();
        return usual.value()
                .map(value -> new Leaf(leaf.key(), usual.operator(), field, List.of(value)))
                .orElseGet(() -> new Leaf(leaf.key(), usual.operator(), field, List.of(first(field))));
    }

    /** What the text key of its words ends in. */
    String key(MessageField field) {
        var type =
                switch (field.type()) {
                    case MOMENT -> ".moment";
                    case NUMBER -> ".number";
                    case BOOLEAN -> ".flag";
                    case TEXT, TEXTS -> "";
                };
        boolean typed = operator != Operator.EXISTS && operator != Operator.IN;
        return operator.id()
                + (typed ? type : "")
                + value.map(each -> "." + each).orElse("");
    }

    private static List<Comparison> usual(MessageField field) {
        return switch (field.type()) {
            case TEXT, TEXTS ->
                field.allowed().isEmpty()
                        ? all(Operator.CONTAINS, Operator.EQ, Operator.NEQ, Operator.IN, Operator.REGEX)
                        : all(Operator.EQ, Operator.NEQ, Operator.IN, Operator.CONTAINS, Operator.REGEX);
            case NUMBER ->
                all(Operator.GTE, Operator.LTE, Operator.GT, Operator.LT, Operator.EQ, Operator.NEQ, Operator.IN);
            case MOMENT -> all(Operator.LT, Operator.GT, Operator.LTE, Operator.GTE, Operator.EQ, Operator.NEQ);
            case BOOLEAN -> List.of(fixed(Operator.EQ, YES), fixed(Operator.EQ, NO));
        };
    }

    private static List<Comparison> all(Operator... operators) {
        return Stream.concat(
                        Stream.of(operators).map(Comparison::free),
                        Stream.of(fixed(Operator.EXISTS, YES), fixed(Operator.EXISTS, NO)))
                .toList();
    }

    private static boolean isFixed(Operator operator, MessageField field) {
        return operator == Operator.EXISTS || field.type() == MessageField.Type.BOOLEAN;
    }

    private static Comparison fixed(Operator operator, String value) {
        return new Comparison(operator, Optional.of(value));
    }

    private static Comparison free(Operator operator) {
        return new Comparison(operator, Optional.empty());
    }

    private static boolean text(MessageField field) {
        return field.type() == MessageField.Type.TEXT || field.type() == MessageField.Type.TEXTS;
    }

    private static String first(MessageField field) {
        return switch (field.type()) {
            case MOMENT -> "now";
            case TEXT -> field.allowed().isEmpty() ? "" : field.allowed().getFirst();
            case BOOLEAN -> YES;
            case NUMBER, TEXTS -> "";
        };
    }
}
