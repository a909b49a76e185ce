package io.countersign.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** JSON trees, for what the command line and the local API print alike. */
public final class Json {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    /** A new object to fill. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** A list of these. */
    public static ArrayNode array(Collection<? extends JsonNode> nodes) {
        return JSON.createArrayNode().addAll(nodes);
    }

    /** Plain values as a tree. */
    public static JsonNode tree(Object values) {
        return JSON.valueToTree(values);
    }

    /** A text that this program wrote as a tree. */
    public static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    /** In one line. */
    public static String line(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values always prints", e);
        }
    }

    /** In one line of UTF-8. */
    public static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values always prints", e);
        }
    }
}
