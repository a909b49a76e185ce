package io.countersign.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts bodies into the HTML layouts under {@code demo/layouts}; keeps what it has read. Not thread-safe. */
final class HtmlLayout {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

    private final Map<String, String> templates = new HashMap<>();
    private final Map<String, Block> words = Script.parse(Script.resource("layouts/words.txt"), Map.of());

    String fill(Block mail, String body, Map<String, String> more) {
        var template =
                templates.computeIfAbsent(mail.require("Layout"), name -> Script.resource("layouts/" + name + ".html"));
        var slots = new HashMap<String, String>();
        more.forEach((name, text) -> slots.put(name, Markup.escape(text)));
        slots.put("body", body);
        slots.put("lang", language(mail));
        slots.putAll(words(mail).fields());
        slots.put(
                "brand",
                Markup.escape(mail.field("Brand").or(() -> mail.field("Name")).orElse("")));
        slots.put("accent", mail.field("Accent").orElse("#24292f"));
        slots.put("site", mail.field("Site").orElse(""));
        slots.put("footer", Markup.escape(mail.field("Footer").orElse("")));
        slots.put("head", mail.field("Order").map(HtmlLayout::orderData).orElse(""));
        slots.put("token", Fingerprint.hex("open " + mail.key()));
        return SLOT.matcher(template)
                .replaceAll(slot -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), "")));
    }

    /** A word of the footers in the language of the mail. */
    String word(Block mail, String name) {
        return words(mail).require(name);
    }

    private Block words(Block mail) {
        var found = words.get(language(mail));
        if (found == null) {
            throw new IllegalStateException("layouts/words.txt lacks " + language(mail));
        }
        return found;
    }

    private static String language(Block mail) {
        return mail.field("Lang").orElse("en");
    }

    /** schema.org JSON-LD from {@code number | amount | currency | status | merchant}. */
    private static String orderData(String order) {
        var parts = order.split("\\s*\\|\\s*", -1);
        return """
                <script type="application/ld+json">
                {"@context":"http://schema.org","@type":"Order","orderNumber":"%s","price":"%s","priceCurrency":"%s",
                "orderStatus":"http://schema.org/%s","merchant":{"@type":"Organization","name":"%s"}}
                </script>""".formatted((Object[]) parts);
    }
}
