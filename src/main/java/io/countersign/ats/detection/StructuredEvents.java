package io.countersign.ats.detection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** Reads the beginning of an event from schema.org data in HTML. Never throws; looks at a bounded part only. */
final class StructuredEvents {
    private static final int LONGEST_SCRIPT = 50_000;
    private static final int MOST_SCRIPTS = 5;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final JsonMapper MAPPER = new JsonMapper();

    private StructuredEvents() {}

    /** The {@code startDate} of the first event that states it with its offset. */
    static Optional<Instant> start(String html) {
        int at = html.indexOf("application/ld+json");
        for (int i = 0; i < MOST_SCRIPTS && at >= 0; i++) {
            int begin = html.indexOf('>', at) + 1;
            int end = begin == 0 ? -1 : html.indexOf("</", begin);
            if (end < 0) {
                return Optional.empty();
            }
            if (end - begin <= LONGEST_SCRIPT) {
                var start = inScript(html.substring(begin, end));
                if (start.isPresent()) {
                    return start;
                }
            }
            at = html.indexOf("application/ld+json", end);
        }
        return Optional.empty();
    }

    private static Optional<Instant> inScript(String script) {
        try {
            var root = MAPPER.readTree(script);
            return root == null
                    ? Optional.empty()
                    : root.findParents("startDate").stream()
                            .filter(StructuredEvents::isEvent)
                            .flatMap(node -> moment(node.path("startDate").asText()).stream())
                            .findFirst();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Something that takes place; {@code @type} may be a list. */
    private static boolean isEvent(JsonNode node) {
        var type = node.path("@type");
        var first = type.isArray() ? type.path(0) : type;
        var status = node.path("eventStatus").asText("").toLowerCase(Locale.ROOT);
        return first.asText("").toLowerCase(Locale.ROOT).endsWith("event")
                && !status.endsWith("cancelled")
                && !status.endsWith("postponed");
    }

    private static Optional<Instant> moment(String text) {
        try {
            var moment = OffsetDateTime.parse(text);
            boolean likely = moment.getYear() >= FIRST_YEAR && moment.getYear() < LAST_YEAR;
            return likely ? Optional.of(moment.toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
