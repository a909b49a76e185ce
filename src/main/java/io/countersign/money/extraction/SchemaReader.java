package io.countersign.money.extraction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.mail.ChargeStatus;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads orders, invoices and reservations in the schema.org markup of a mail: JSON-LD and microdata. Thread-safe. */
final class SchemaReader {
    private static final int MAX_NODES = 3_000;
    private static final int MAX_DEPTH = 20;
    private static final int LONGEST = 300_000;

    private final AmountParser parser;
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    SchemaReader(AmountParser parser) {
        this.parser = parser;
    }

    List<SchemaCharge> read(Document document) {
        var found = new ArrayList<SchemaCharge>();
        for (var script : document.select("script[type*=ld+json]")) {
            var data = script.data();
            if (data.length() <= LONGEST) {
                collect(parsed(data), "JSON-LD", 0, new int[] {MAX_NODES}, found);
            }
        }
        for (var item : document.select("[itemscope][itemtype]")) {
            if (found.size() < 20 && isOutermost(item)) {
                collect(object(item, 0), "Microdata", 0, new int[] {MAX_NODES}, found);
            }
        }
        return found;
    }

    private JsonNode parsed(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException _) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static boolean isOutermost(Element item) {
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
    private static ObjectNode object(Element item, int depth) {
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

    private void collect(JsonNode node, String source, int depth, int[] budget, List<SchemaCharge> found) {
        if (depth > MAX_DEPTH || budget[0]-- <= 0 || found.size() >= 20) {
            return;
        }
        if (node.isObject() && isCharge(type(node))) {
            found.add(charge(node, source));
            return;
        }
        if (node.isContainerNode()) {
            node.forEach(child -> collect(child, source, depth + 1, budget, found));
        }
    }

    private static String type(JsonNode node) {
        var type = node.path("@type");
        var text = type.isArray() ? type.path(0).asText("") : type.asText("");
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static boolean isCharge(String type) {
        return type.equals("Order") || type.equals("Invoice") || type.endsWith("Reservation");
    }

    private SchemaCharge charge(JsonNode node, String source) {
        var whole = total(node);
        return new SchemaCharge(
                source,
                type(node),
                whole.or(() -> offer(node)),
                whole.isPresent(),
                text(node, "orderNumber", "reservationNumber", "reservationId", "confirmationNumber", "accountId")
                        .filter(id -> id.length() <= 60),
                merchant(node),
                date(node),
                status(node));
    }

    private Optional<Money> total(JsonNode node) {
        for (var place : List.of("totalPaymentDue", "total", "totalPrice", "priceSpecification", "totalCost")) {
            var money = money(node.path(place), node);
            if (money.isPresent()) {
                return money;
            }
        }
        var own = money(node.path("price"), node);
        return own.isPresent() ? own : node.has("partOfInvoice") ? total(node.path("partOfInvoice")) : Optional.empty();
    }

    /** The price of the only item, where the order itself has none. */
    private Optional<Money> offer(JsonNode node) {
        var offers = node.path("acceptedOffer");
        var offer = offers.isArray()
                ? (offers.size() == 1 ? offers.path(0) : JsonNodeFactory.instance.missingNode())
                : offers;
        return money(offer.path("price"), offer).or(() -> money(offer.path("priceSpecification"), offer));
    }

    private Optional<Money> money(JsonNode price, JsonNode owner) {
        if (price.isObject()) {
            return text(price, "price", "value", "amount", "maxPrice").flatMap(value -> money(value, price, owner));
        }
        return price.isValueNode() && !price.isNull() ? money(price.asText(), owner, owner) : Optional.empty();
    }

    private Optional<Money> money(String value, JsonNode price, JsonNode owner) {
        var currency = text(price, "priceCurrency", "currency")
                .or(() -> text(owner, "priceCurrency", "currency"))
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .orElse("");
        var found = parser.find(value + " " + currency);
        if (found.size() == 1) {
            return Optional.of(
                    new Money(found.getFirst().amount(), found.getFirst().currency()));
        }
        try {
            var number = new BigDecimal(value.strip());
            boolean sane =
                    number.precision() <= 12 && number.scale() >= 0 && number.scale() <= 4 && currency.length() == 3;
            boolean known =
                    parser.signs().units().stream().anyMatch(unit -> unit.code().equals(currency));
            return sane && known ? Optional.of(new Money(number, currency)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> merchant(JsonNode node) {
        for (var place : List.of("merchant", "seller", "broker", "bookingAgent", "provider")) {
            var value = node.path(place);
            var name = value.isObject() ? value.path("name").asText("") : value.isTextual() ? value.asText() : "";
            if (!name.isBlank() && name.length() <= 80) {
                return Optional.of(name.strip());
            }
        }
        var airline = node.path("reservationFor").path("airline").path("name").asText("");
        return airline.isBlank() || airline.length() > 80 ? Optional.empty() : Optional.of(airline.strip());
    }

    private static Optional<LocalDate> date(JsonNode node) {
        return text(node, "orderDate", "bookingTime", "bookingDate", "paymentDate", "dateCreated", "datePublished")
                .filter(text -> text.length() >= 10)
                .flatMap(text -> {
                    try {
                        return Optional.of(LocalDate.parse(text.substring(0, 10)));
                    } catch (DateTimeException _) {
                        return Optional.empty();
                    }
                });
    }

    private static Optional<ChargeStatus> status(JsonNode node) {
        var text = text(node, "orderStatus", "reservationStatus", "paymentStatus")
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (text.contains("cancel") || text.contains("returned")) {
            return Optional.of(ChargeStatus.CANCELLED);
        }
        boolean due = text.contains("paymentdue") || text.contains("pastdue") || text.contains("problem");
        return due ? Optional.of(ChargeStatus.PENDING) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String... names) {
        for (var name : names) {
            var value = node.path(name);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return Optional.of(value.asText().strip());
            }
        }
        return Optional.empty();
    }
}
