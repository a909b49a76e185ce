package io.countersign.policy.ui;

import com.fasterxml.jackson.databind.node.TextNode;
import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageField;
import io.countersign.policy.ui.ClauseDraft.Group;
import io.countersign.policy.ui.ClauseDraft.Kind;
import io.countersign.policy.ui.ClauseDraft.Leaf;
import io.countersign.policy.ui.ClauseDraft.Stored;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Writes a condition as JSON, one comparison a line, unfinished ones too. */
final class ConditionText {
    private static final String INDENT = "  ";
    private static final int MAX_SCALE = 400;

    private ConditionText() {}

    static String of(ClauseDraft clause) {
        var text = new StringBuilder();
        write(clause, 0, text);
        return text.toString();
    }

    private static void write(ClauseDraft clause, int depth, StringBuilder text) {
        switch (clause) {
            case Group group
            when group.kind() == Kind.NOT -> {
                text.append("{\"not\": ");
                if (group.parts().isEmpty()) {
                    text.append("{}");
                } else {
                    write(group.parts().getFirst(), depth, text);
                }
                text.append('}');
            }
            case Group group -> {
                text.append("{\"").append(group.kind().id()).append("\": [");
                for (int i = 0; i < group.parts().size(); i++) {
                    text.append(i == 0 ? "\n" : ",\n").append(INDENT.repeat(depth + 1));
                    write(group.parts().get(i), depth + 1, text);
                }
                if (!group.parts().isEmpty()) {
                    text.append('\n').append(INDENT.repeat(depth));
                }
                text.append("]}");
            }
            case Leaf leaf -> text.append(leaf(leaf));
            case Stored(var _, String json) -> text.append(json);
        }
    }

    private static String leaf(Leaf leaf) {
        var value = leaf.operator() == Operator.IN
                ? leaf.values().stream().map(each -> value(leaf, each)).collect(Collectors.joining(", ", "[", "]"))
                : value(leaf, leaf.value());
        return "{\"" + leaf.operator().id() + "\": [" + quoted(leaf.field().name()) + ", " + value + "]}";
    }

    private static String value(Leaf leaf, String value) {
        boolean flag = leaf.operator() == Operator.EXISTS || leaf.field().type() == MessageField.Type.BOOLEAN;
        if (flag && (value.equals("true") || value.equals("false"))) {
            return value;
        }
        return leaf.field().type() == MessageField.Type.NUMBER && !flag ? number(value) : quoted(value);
    }

    /** What is no number stays text, so that the complaint about it can show it. */
    private static String number(String value) {
        try {
            var number = new BigDecimal(value.strip().replace(',', '.'));
            return Math.abs(number.scale()) > MAX_SCALE ? quoted(value) : number.toPlainString();
        } catch (NumberFormatException _) {
            return quoted(value);
        }
    }

    private static String quoted(String value) {
        return TextNode.valueOf(value).toString();
    }
}
