package io.countersign.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a script: a mail or a sender.
 *
 * @param fields its own and, for a mail, those of its sender that it does not override
 */
record Block(String key, Map<String, String> fields, String body) {
    Block {
        fields = Map.copyOf(fields);
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    String require(String name) {
        return field(name).orElseThrow(() -> new IllegalStateException(key + " lacks " + name));
    }

    /** The comma-separated parts of a field; none when it is absent. */
    List<String> list(String name) {
        return field(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    boolean is(String name) {
        return field(name).filter("yes"::equals).isPresent();
    }

    /** The part behind the {@code @} of its Address. */
    String domain() {
        var address = require("Address");
        return address.substring(address.indexOf('@') + 1);
    }
}
