package io.countersign.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.shared.Json;
import java.io.IOException;

/** What a request brings along. */
final class Body {
    private static final int DEEPEST = 32;
    private static final JsonMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final byte[] content;

    Body(byte[] content) {
        this.content = content;
    }

    /** As a tree; an empty object when there was nothing. */
    JsonNode json() {
        if (content.length == 0) {
            return Json.object();
        }
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw new Refusal(400, "The body is not JSON in UTF-8.");
        }
    }

    /** Says where, not what: a message of the parser may repeat what was sent. */
    private static Refusal notJson(JsonProcessingException e) {
        var at = e.getLocation();
        if (at == null) {
            return new Refusal(400, "The body is not JSON.");
        }
        return new Refusal(400, "The body is not JSON: line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()))
                .with("line", at.getLineNr())
                .with("column", at.getColumnNr());
    }
}
