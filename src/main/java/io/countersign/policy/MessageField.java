package io.countersign.policy;

/** A field of the message document that conditions may name. */
public record MessageField(String name, Type type) {
    /** What a field holds and so which operators it takes. */
    public enum Type {
        TEXT,
        TEXTS,
        NUMBER,
        BOOLEAN,
        MOMENT
    }
}
