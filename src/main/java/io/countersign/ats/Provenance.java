package io.countersign.ats;

/** Who says so. What a person says outranks the others; between these the newest wins. */
public enum Provenance {
    MAIL,
    PERSON,
    WAREHOUSE
}
