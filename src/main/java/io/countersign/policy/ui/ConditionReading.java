package io.countersign.policy.ui;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.policy.Condition;
import io.countersign.policy.LintFinding.Severity;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyParse;
import java.util.List;

/** What the JSON of a condition says: a condition, or what is wrong with it and where. */
sealed interface ConditionReading {
    /** The path of the whole condition. */
    String ROOT = "condition";

    /** So many characters are read while a person types; a file may hold more. */
    int LONGEST = 1_000_000;

    /** It is a condition; {@code tree} is the same for the builder. */
    record Good(Condition condition, ClauseDraft tree, JsonOutline outline) implements ConditionReading {}

    /** It is none, at these places. */
    record Bad(List<Finding> problems) implements ConditionReading {
        public Bad {
            problems = List.copyOf(problems);
        }
    }

    /** Reads a text of any length. */
    static ConditionReading of(String text, ClauseDrafts drafts) {
        if (text.length() > LONGEST) {
            return new Bad(List.of(
                    new Finding(ROOT, 1, Severity.ERROR, "The condition has more than " + LONGEST + " characters.")));
        }
        try {
            return read(Reader.JSON.readTree(text), JsonOutline.of(text, ROOT), drafts);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            int line = place == null ? 1 : Math.max(1, place.getLineNr());
            return new Bad(List.of(new Finding(
                    ROOT,
                    Math.min(line, Math.max(1, (int) text.lines().count())),
                    Severity.ERROR,
                    "Not JSON: " + firstLine(e.getOriginalMessage()) + ".")));
        }
    }

    private static ConditionReading read(JsonNode node, JsonOutline outline, ClauseDrafts drafts) {
        // The only way to hear of every problem is to read a whole policy.
        var policy = Reader.JSON
                .createObjectNode()
                .put("name", "draft")
                .put("action", "mark_read")
                .set(ROOT, node);
        return switch (Reader.POLICIES.parse(policy.toString())) {
            case PolicyParse.Parsed(var policies) ->
                new Good(policies.getFirst().condition(), drafts.of(node), outline);
            case PolicyParse.Refused(var problems) ->
                new Bad(problems.stream()
                        .map(problem -> new Finding(
                                problem.path(), outline.line(problem.path()), Severity.ERROR, problem.message()))
                        .toList());
        };
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** What reads; immutable. */
    final class Reader {
        private static final PolicyJson POLICIES = new PolicyJson();
        static final JsonMapper JSON = JsonMapper.builder(new JsonFactory())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        private Reader() {}
    }
}
