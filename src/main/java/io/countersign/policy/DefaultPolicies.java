package io.countersign.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The policies that a new home starts with; every one can be edited and removed. */
public final class DefaultPolicies {
    private static final String FILE = "/policies/default.json";

    private DefaultPolicies() {}

    /** From {@code resources/policies/default.json}, in the order of the file, which is the order in which they are tried. */
    public static List<Policy> load(PolicyJson json) {
        try (var in = Objects.requireNonNull(DefaultPolicies.class.getResourceAsStream(FILE), FILE)) {
            return json.parse(in.readAllBytes()).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
