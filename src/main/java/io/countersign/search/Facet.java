package io.countersign.search;

/** By what hits are counted and can be narrowed down. */
public enum Facet {
    /** Ids of categories. */
    CATEGORY,
    /** Addresses in lower case. */
    SENDER,
    /** Ids of stages that the mails announce. */
    STAGE,
    /** Four digits, in UTC. */
    YEAR
}
