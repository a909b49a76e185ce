package io.countersign.classify;

/** Where in a mail words stand; a set of zones is a bit mask. */
final class Zone {
    static final int SUBJECT = 1;
    static final int BODY = 2;
    static final int TOP = 4;
    static final int FOOTER = 8;
    static final int NAME = 16;

    private Zone() {}
}
