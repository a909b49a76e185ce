package io.countersign.ats.detection;

/** A service that sends job mail on behalf of employers; {@code id} is its stable name. */
record RelaySystem(String id, Kind kind) {
    /** What it does for them. */
    enum Kind {
        ATS,
        BOARD,
        ASSESSMENT,
        SCHEDULING
    }
}
