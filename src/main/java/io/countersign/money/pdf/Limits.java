package io.countersign.money.pdf;

/** What a file may cost, beside time. Both processes know these. */
final class Limits {
    static final int FILE_BYTES = 10 * 1024 * 1024;
    static final int HEAP_MEGABYTES = 192;
    static final int TEXT_CHARACTERS = 200_000;

    /** A document of up to this many pages is read whole. */
    static final int PAGES = 30;

    /** Of a longer one the beginning and the end are read: that is where invoices name themselves and add up. */
    static final int FIRST_PAGES = 20;

    static final int LAST_PAGES = 2;

    private Limits() {}
}
