package io.countersign.api.ui;

/** What the local API of this window does. */
sealed interface ApiState {
    /** It serves nowhere, as wanted. */
    record Off() implements ApiState {}

    /** It begins, or ends, to serve. */
    record Changing() implements ApiState {}

    /** It serves. */
    record Serving(int port) implements ApiState {}

    /** It serves nowhere, though it is wanted. */
    record Failed(int port, Throwable why) implements ApiState {}
}
