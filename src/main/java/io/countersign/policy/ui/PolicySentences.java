package io.countersign.policy.ui;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.countersign.policy.MessageFields;
import io.countersign.shared.ui.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Says in the person's language what the services say in English about a policy; what is not known here stays as it is. */
final class PolicySentences {
    /** By the end of the text key; groups become its arguments. The first that fits the whole sentence is taken. */
    private static final Map<String, Pattern> KNOWN = known();

    private final Texts texts;
    private final UnaryOperator<String> fields;

    /** {@code fields} gives the word for a field named in JSON. */
    PolicySentences(Texts texts, UnaryOperator<String> fields) {
        this.texts = texts;
        this.fields = fields;
    }

    String say(String sentence) {
        for (var known : KNOWN.entrySet()) {
            var found = known.getValue().matcher(sentence);
            if (found.matches()) {
                return texts.get("policies.said." + known.getKey(), arguments(found));
            }
        }
        return sentence;
    }

    private Object[] arguments(Matcher found) {
        var arguments = new Object[found.groupCount()];
        for (int i = 0; i < arguments.length; i++) {
            var group = found.group(i + 1);
            arguments[i] = group == null ? "" : MessageFields.find(group).isPresent() ? fields.apply(group) : group;
        }
        return arguments;
    }

    private static Map<String, Pattern> known() {
        var known = new LinkedHashMap<String, Pattern>();
        add(known, "every", "This holds for every mail\\.");
        add(known, "never.nothing", "This never holds: there is nothing to choose from\\.");
        add(known, "never.contradiction", "This never holds: its parts contradict each other\\.");
        add(known, "never", "This never holds\\.");
        add(known, "unreadable", "This condition cannot be read: (.*)");
        add(known, "shadowed", "This never proposes anything: \"(.*)\" comes earlier and matches all the same mail\\.");
        add(
                known,
                "shadowed.partly",
                "\"(.*)\" comes earlier and matches all the same mail; this proposes only where that has nothing left to do\\.");
        var end = " and wants it in \"(.*)\", this in \"(.*)\"; \"(.*)\" comes first and decides\\.";
        add(known, "contradicts.all", "\"(.*)\" matches all the same mail" + end);
        add(known, "contradicts.part", "\"(.*)\" matches all mail of this part too" + end);
        add(known, "contradicts.some", "\"(.*)\" matches part of the same mail" + end);
        add(known, "pattern.empty", "The pattern matches the empty text, so it matches every (.*)\\.");
        add(
                known,
                "pattern.broad",
                "The pattern matches a single letter, for \\d+ of the 26; it will match nearly every (.*)\\.");
        add(known, "pattern.wrong", "Not a pattern that RE2 accepts \\((.*)\\); look-around and back-references.*");
        add(known, "value.missing", "An empty text counts as absent\\..*");
        add(known, "value.missing", ".* is compared with a number; found the text \"\"\\.");
        add(known, "value.missing", ".* is compared with \"now\" or a date such as .*; found the text \"\"\\.");
        add(known, "number", "(.*) is compared with a number; found (.*)\\.");
        add(known, "moment", "(.*) is compared with \"now\" or a date such as .*; found (.*)\\.");
        add(known, "field.guess", "There is no field \"(.*)\"\\. Did you mean (\\S+)\\?.*");
        add(known, "field", "There is no field \"(.*)\"\\. Fields: .*");
        add(known, "operator.guess", "There is no operator \"(.*)\"; there are .*\\. Did you mean (\\S+)\\?");
        add(known, "operator", "There is no operator \"(.*)\"; there are (.*)\\.");
        add(known, "choice.guess", "(\\S+) is never \"(.*)\"; it is one of .*\\. Did you mean (.+)\\?");
        add(known, "choice", "(\\S+) is never \"(.*)\"; it is one of (.*)\\.");
        add(known, "compared", "(\\S+) is .*, so it cannot be compared by (\\S+); allowed are (.*)\\.");
        add(known, "json", "Not JSON: (.*)");
        add(known, "part.missing", "(\\S+) is missing\\.");
        add(known, "days", "dueInDays is a whole number from (\\d+) to (\\d+); found .*");
        add(known, "deep", "Conditions are nested deeper than (\\d+)\\.");
        add(known, "object", "A condition is an object with one key, .*; found an object\\.");
        return known;
    }

    /** Several English sentences may be one in the person's language. */
    private static void add(Map<String, Pattern> known, String key, String pattern) {
        known.merge(
                key, Pattern.compile(pattern), (one, other) -> Pattern.compile(one.pattern() + "|" + other.pattern()));
    }
}
