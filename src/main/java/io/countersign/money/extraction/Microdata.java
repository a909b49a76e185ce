package io.countersign.money.extraction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jsoup.nodes.Element;

/** Turns microdata of HTML into the objects that JSON-LD would have. */
final class Microdata {
    private static final int MAX_DEPTH = 20;

    private Microdata() {}

    /** Whether no other item is around it. */
    static boolean isOutermost(Element item) {
        var parent = item.parent();
        for (int depth = 0; parent != null && depth < 100; depth++) {
            if (parent.hasAttr("itemscope")) {
                return false;
            }
            parent = parent.parent();
        }
        return true;
    }

    /** An item of microdata as JSON-LD would have it. */
    static ObjectNode object(Element item, int depth) {
        var node = JsonNodeFactory.instance.objectNode();
        var type = item.attr("itemtype");
        node.put("@type", type.substring(type.lastIndexOf('/') + 1));
        if (depth < MAX_DEPTH) {
            properties(item, node, depth);
        }
        return node;
    }

    private static void properties(Element item, ObjectNode node, int depth) {
        if (depth > MAX_DEPTH * 3) {
            return;
        }
        for (var child : item.children()) {
            var name = child.attr("itemprop");
            boolean scope = child.hasAttr("itemscope");
            if (!name.isEmpty() && !node.has(name)) {
                if (scope) {
                    node.set(name, object(child, depth + 1));
                } else {
                    node.put(name, content(child));
                }
            }
            if (!scope) {
                properties(child, node, depth + 1);
            }
        }
    }

    private static String content(Element element) {
        for (var attribute : List.of("content", "datetime", "href", "src")) {
            if (element.hasAttr(attribute)) {
                return element.attr(attribute);
            }
        }
        return element.text();
    }
}
